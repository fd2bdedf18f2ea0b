import { useState } from 'react';
import type { Asked } from '../session/hooks.ts';
import { linkTo } from '../session/selection.ts';
import { formatCentPerKwh, formatEuro, formatKwh } from '../ui/amounts.ts';
import { Button } from '../ui/Button.tsx';
import { decimalsOf, formatNumber } from '../ui/numbers.ts';
import { Panel } from '../ui/Panel.tsx';
import { Await, EmptyState, LoadingState } from '../ui/States.tsx';
import {
  byRelief,
  type Choice,
  type Offer,
  type OfferRow,
  offerRows,
  staircase,
  toggled,
} from './offer-rows.ts';
import type { Target } from './RiskColumn.tsx';
import { Staircase } from './Staircase.tsx';

interface Offers {
  readonly need: number;
  readonly unit: string;
  readonly offers: readonly Offer[];
  readonly clears: boolean;
  readonly note: string;
}

/** Second step: offers ranked by the cost of one unit of relief; the cheapest set that clears the limit is chosen already. */
export function OfferColumn(props: {
  offers: Asked<Offers>;
  /** undefined: whether a limit is at risk is not known. */
  target: Target | null | undefined;
  choice: Choice;
  /** The proposed set stands as it came. */
  untouched: boolean;
  onChoose: (choice: Choice) => void;
  onReset: () => void;
}) {
  const { target } = props;
  return (
    <Panel
      title="2 · Offers by cost of relief"
      className="act-column"
      tools={
        target && (
          <>
            <Button onPress={props.onReset} pressed={props.untouched}>
              Cheapest set
            </Button>
            <Button onPress={() => props.onChoose(new Map())}>None</Button>
          </>
        )
      }
    >
      {target === undefined ? (
        <LoadingState what="the offers" />
      ) : target === null ? (
        <EmptyState
          what="No offers to rank."
          how="The offers that relieve a limit stand here, cheapest relief first, as soon as one is at risk."
        />
      ) : (
        <Await
          reading={props.offers}
          what={`the offers for ${target.risk.element}`}
          stillWorks="curtailment, if the market cannot answer."
        >
          {value => <Ranked {...props} value={value} target={target} />}
        </Await>
      )}
    </Panel>
  );
}

function Ranked(props: {
  value: Offers;
  target: Target;
  choice: Choice;
  onChoose: (choice: Choice) => void;
}) {
  const { value, choice } = props;
  const [unfolded, setUnfolded] = useState(false);
  const rows = offerRows(value.offers, choice);
  const { relieving, others } = byRelief(rows);
  // The offer with which the need is met, by the linear estimate.
  const enough = rows.find(row => row.takenWh > 0n && row.cumulative >= value.need);
  const line = (row: OfferRow) => (
    <Line
      key={row.offer.id}
      row={row}
      unit={value.unit}
      reaches={row === enough}
      onToggle={() => props.onChoose(toggled(choice, row.offer))}
    />
  );
  if (value.offers.length === 0) {
    return (
      <EmptyState what="No offer relieves it." how={value.note}>
        <a className="button" href={linkTo({ screen: 'curtailment', element: props.target.risk.element })}>
          Curtailment, the last resort
        </a>
      </EmptyState>
    );
  }
  return (
    <div className="act-body">
      <Staircase
        stairs={staircase(rows, value.need)}
        need={value.need}
        unit={value.unit}
        decimals={decimalsOf(value.unit)}
      />
      {!value.clears && (
        <p className="act-note amber">
          ◆ All offers together do not clear the limit.{' '}
          <a href={linkTo({ screen: 'curtailment', element: props.target.risk.element })}>Curtailment</a>{' '}
          comes after them.
        </p>
      )}
      <p className="muted">{value.note}</p>
      <div className="act-scroll">
        <table className="plain-table act-table">
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">Take</span>
              </th>
              <th scope="col">Seller</th>
              <th scope="col" className="right">
                kWh
              </th>
              <th scope="col" className="right">
                ct/kWh
              </th>
              <th scope="col" className="right">
                € per {value.unit}
              </th>
              <th scope="col" className="right">
                Relief {value.unit}
              </th>
              <th scope="col" className="right">
                Sum {value.unit}
              </th>
            </tr>
          </thead>
          <tbody>
            {relieving.map(line)}
            {others.length > 0 && (
              <tr>
                <td colSpan={COLUMNS}>
                  <Button kind="quiet" expanded={unfolded} onPress={() => setUnfolded(!unfolded)}>
                    {unfolded ? '▾' : '▸'} {notRelieving(others.length)}
                  </Button>
                </td>
              </tr>
            )}
            {others.filter(row => unfolded || row.takenWh > 0n).map(line)}
          </tbody>
        </table>
      </div>
    </div>
  );
}

const COLUMNS = 7;

function notRelieving(offers: number): string {
  return offers === 1
    ? '1 offer does not relieve this element'
    : `${offers} offers do not relieve this element`;
}

function Line(props: { row: OfferRow; unit: string; reaches: boolean; onToggle: () => void }) {
  const { row, unit } = props;
  const { offer, takenWh } = row;
  const taken = takenWh > 0n;
  const decimals = decimalsOf(unit);
  const part = taken && takenWh !== BigInt(offer.energyWh);
  return (
    <tr data-taken={taken || undefined}>
      <td>
        <label className="tick">
          <input type="checkbox" checked={taken} onChange={props.onToggle} />
          <span className="visually-hidden">
            {offer.sellerName} at {offer.point}
          </span>
        </label>
      </td>
      <th scope="row">
        {offer.sellerName}
        <span className="muted">
          {' '}
          {offer.point}, {offer.direction === 'up' ? 'more into the grid' : 'less into the grid'}
        </span>
      </th>
      <td className="right">
        {part ? formatKwh(takenWh) : formatKwh(offer.energyWh)}
        {part && <span className="act-of">of {formatKwh(offer.energyWh)}</span>}
      </td>
      <td className="right">{formatCentPerKwh(offer.priceMicroEurPerKwh)}</td>
      <td className="right">{offer.eurPerUnit === null ? 'no relief' : formatNumber(offer.eurPerUnit, 3)}</td>
      <td className="right">{formatNumber(taken ? row.relief : offer.relief, decimals)}</td>
      <td className="right" title={taken ? `${formatEuro(row.costMicroEur, 2)} €` : undefined}>
        {taken ? formatNumber(row.cumulative, decimals) : ''}
        {props.reaches ? ' ✓' : ''}
      </td>
    </tr>
  );
}
