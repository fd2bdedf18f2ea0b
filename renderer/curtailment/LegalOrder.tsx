import { Fragment, useState } from 'react';
import type { Target } from '../flexibility/RiskColumn.tsx';
import type { Asked } from '../session/hooks.ts';
import { linkTo } from '../session/selection.ts';
import { formatEuro, formatKwh } from '../ui/amounts.ts';
import { Button } from '../ui/Button.tsx';
import { Letter } from '../ui/Marks.tsx';
import { decimalsOf, formatNumber } from '../ui/numbers.ts';
import { Panel } from '../ui/Panel.tsx';
import { Await, EmptyState, LoadingState } from '../ui/States.tsx';
import type { Proposal } from './proposal.ts';
import { type Changed, compensationOf, rankRows, type Step, typedWh } from './step-rows.ts';

/** Second step: whether the market can still solve it, then the installations rank by rank. */
export function LegalOrder(props: {
  proposal: Asked<Proposal>;
  /** undefined: whether a limit is at risk is not known. */
  target: Target | null | undefined;
  changed: Changed;
  onChange: (changed: Changed) => void;
  onReset: () => void;
}) {
  const { target } = props;
  return (
    <Panel
      title="2 · The legal order"
      className="act-column"
      tools={
        target && (
          <Button onPress={props.onReset} pressed={props.changed.size === 0}>
            As proposed
          </Button>
        )
      }
    >
      {target === undefined ? (
        <LoadingState what="the proposal" />
      ) : target === null ? (
        <EmptyState
          what="Nothing to curtail."
          how="When a limit is at risk, the least curtailment in the legal order stands here, after the check whether the market can still solve it."
        />
      ) : (
        <Await reading={props.proposal} what="the proposal" stillWorks="buying flexibility.">
          {value => (
            <div className="act-body">
              <MarketCheck value={value} element={target.risk.element} />
              <Ranks
                value={value}
                changed={props.changed}
                onChange={props.onChange}
                unit={target.risk.unit}
              />
              <p className="muted">{value.note}</p>
              {!value.clears && <p className="act-note amber">◆ This alone does not clear the limit.</p>}
            </div>
          )}
        </Await>
      )}
    </Panel>
  );
}

/** Asked before anything else: curtailment while the market can help is an override. */
function MarketCheck(props: { value: Proposal; element: string }) {
  const { marketCanSolve, marketNote } = props.value;
  return marketCanSolve ? (
    <div className="state failed" role="status">
      <strong>The market can still solve this.</strong>
      <p>{marketNote}</p>
      <p>Buy flexibility first. To curtail nevertheless, say why the market is passed over.</p>
      <a className="button" href={linkTo({ screen: 'flexibility', element: props.element })}>
        To the offers
      </a>
    </div>
  ) : (
    <p className="row">
      <Letter letter="✓" word="market asked first" tone="good" /> <span>{marketNote}</span>
    </p>
  );
}

function Ranks(props: {
  value: Proposal;
  changed: Changed;
  onChange: (changed: Changed) => void;
  unit: string;
}) {
  return (
    <div className="act-scroll">
      <table className="plain-table act-table">
        <thead>
          <tr>
            <th scope="col">Installation</th>
            <th scope="col" className="right">
              Curtail kWh
            </th>
            <th scope="col" className="right">
              of kWh
            </th>
            <th scope="col" className="right">
              Relief {props.unit}
            </th>
            <th scope="col" className="right">
              Compensation €
            </th>
          </tr>
        </thead>
        <tbody>
          {rankRows(props.value.steps, props.changed).map(({ rank, word, rows }, index) => (
            <Fragment key={rank}>
              <tr className="rank-head">
                <th scope="rowgroup" colSpan={5}>
                  {index + 1}. {word}
                  {rows.length === 0 && <span className="muted"> none that helps</span>}
                </th>
              </tr>
              {rows.map(({ step, takenWh }) => (
                <Line
                  // A fresh field when the proposal is restored.
                  key={`${step.point} ${props.changed.has(step.point)}`}
                  step={step}
                  takenWh={takenWh}
                  unit={props.unit}
                  onTyped={wh => props.onChange(new Map(props.changed).set(step.point, wh))}
                />
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line(props: { step: Step; takenWh: bigint; unit: string; onTyped: (wh: bigint) => void }) {
  const { step, takenWh, unit } = props;
  const [text, setText] = useState(() => formatKwh(takenWh).replaceAll(',', ''));
  const wh = typedWh(text, step);
  const asProposed = takenWh === BigInt(step.energyWh);
  return (
    <tr data-taken={takenWh > 0n || undefined}>
      <th scope="row">
        {step.name}
        <span className="muted">
          {' '}
          {step.point}, {step.direction === 'down' ? 'less into the grid' : 'less out of the grid'}
        </span>
      </th>
      <td className="right">
        <input
          className="field kwh-field"
          inputMode="decimal"
          aria-label={`Curtail ${step.name}, kWh`}
          aria-invalid={wh === null}
          value={text}
          onChange={event => setText(event.target.value)}
          onBlur={() => {
            if (wh === null) setText(formatKwh(takenWh).replaceAll(',', ''));
            else if (wh !== takenWh) props.onTyped(wh);
          }}
        />
      </td>
      <td className="right">{formatKwh(step.availableWh)}</td>
      <td className="right">{asProposed ? formatNumber(step.relief, decimalsOf(unit)) : 'not checked'}</td>
      <td className="right">{formatEuro(compensationOf(step, takenWh), 2)}</td>
    </tr>
  );
}
