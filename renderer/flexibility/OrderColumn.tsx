import { useState } from 'react';
import { type Asked, useCommand, useStatus, useStream } from '../session/hooks.ts';
import { formatEuro, formatKwh } from '../ui/amounts.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Await, EmptyState } from '../ui/States.tsx';
import { formatClock, formatDelivery, formatInterval } from '../ui/times.ts';
import { type Effect, effectWords, isUpper } from './effect-words.ts';
import { choiceSum, type OfferRow, type Part } from './offer-rows.ts';
import { brokenLine, underWay, underWayWords } from './order-rows.ts';
import type { Target } from './RiskColumn.tsx';
import { WholePeriod } from './WholePeriod.tsx';

/** Third step: the order for the chosen interval, and one for every interval of the risk. */
export function OrderColumn(props: {
  target: Target | null;
  rows: readonly OfferRow[];
  parts: readonly Part[];
  preview: Asked<Effect>;
}) {
  const { target } = props;
  const status = useStatus();
  if (target === null) {
    return (
      <Panel title="3 · The order" className="act-column">
        <EmptyState
          what="Nothing to order."
          how="The order stands here with its cost, its effect on the limit and who pays, once offers are chosen."
        />
      </Panel>
    );
  }
  const { risk, interval } = target;
  const payer = status.value
    ? `${status.value.operator.role} (grid operator), from its account on the chain`
    : 'the grid operator';
  return (
    <Panel title="3 · The order" className="act-column" padded>
      <SingleOrder key={`${risk.element} ${interval}`} {...props} target={target} payer={payer} />
      {/* Not tied to the interval: time must not close a dialog that is about all of them. */}
      <WholePeriod key={risk.element} risk={risk} payer={payer} />
    </Panel>
  );
}

/** What is ordered for one interval, who pays, what it does to the limit by AC power flow, and the order itself. */
function SingleOrder(props: {
  target: Target;
  rows: readonly OfferRow[];
  parts: readonly Part[];
  preview: Asked<Effect>;
  payer: string;
}) {
  const { preview, payer } = props;
  const purchase = useCommand('flexibility', 'purchase');
  const orders = useStream('flexibility', 'orders', {});
  // One token per opened confirmation: pressing twice, or again after a broken line, is still one order.
  const [token, setToken] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const sum = choiceSum(props.rows);
  const { risk, interval } = props.target;
  const already = underWayWords(underWay(orders.value?.orders ?? [], risk.element, interval));
  const upper = isUpper(risk.limit);
  const words = preview.value && sum.offers > 0 ? effectWords(preview.value, upper) : null;
  const window = formatDelivery(interval);
  const blocked =
    purchase.blocked ??
    (sum.offers === 0
      ? 'No offer is chosen.'
      : preview.failure
        ? `The AC check failed: ${preview.failure.message}`
        : preview.stale
          ? 'The AC check is out of date.'
          : words === null
            ? 'The AC check is running.'
            : words.blocked === null
              ? null
              : `Not ordered: ${words.blocked}.`);
  const cost = preview.value?.costMicroEur ?? null;

  async function confirm(confirmToken: string): Promise<void> {
    setProblem(null);
    const answer = await purchase.run({
      element: risk.element,
      interval,
      parts: [...props.parts],
      confirmToken,
    });
    if (answer === undefined) return;
    if (!answer.accepted) return setProblem(answer.reason);
    setToken(null);
    setDone(answer.intentId);
  }

  return (
    <>
      <dl className="facts">
        <dt>What</dt>
        <dd>
          {sum.offers === 0
            ? 'nothing chosen'
            : `${sum.offers} ${sum.offers === 1 ? 'offer' : 'offers'}, ${formatKwh(sum.energyWh)} kWh`}
        </dd>
        <dt>For</dt>
        <dd>
          {risk.element}, {window}
        </dd>
        <dt>Who pays</dt>
        <dd>{payer}</dd>
        <dt>Cost</dt>
        <dd className="big">{sum.offers === 0 || cost === null ? '–' : `${formatEuro(cost, 2)} €`}</dd>
      </dl>
      <section>
        <h3>Effect by AC power flow</h3>
        {sum.offers === 0 ? (
          <p className="muted">Choose offers: their effect is computed here before anything is ordered.</p>
        ) : (
          <Await reading={preview} what="the AC check">
            {() => <p className={`act-effect ${words?.tone ?? ''}`}>{words?.sentence}</p>}
          </Await>
        )}
      </section>
      {preview.value && sum.offers > 0 && (
        <p className="muted">
          Evidence: AC solution of {formatInterval(interval)} with and without the set
          {preview.atMs !== undefined && `, computed ${formatClock(preview.atMs)}`}.{' '}
          <Button kind="quiet" onPress={preview.again}>
            Check again
          </Button>
        </p>
      )}
      <div>
        <Button
          kind="strong"
          blocked={blocked}
          onPress={() => {
            setProblem(null);
            setDone(null);
            setToken(crypto.randomUUID());
          }}
        >
          Order…
        </Button>
      </div>
      {already !== null && <p className="act-effect amber">◆ Already ordered for this limit: {already}.</p>}
      {done !== null && (
        <p role="status" className="act-effect good">
          Recorded as intent {done}. Its way to the chain is in the list below.
        </p>
      )}
      {token !== null && (
        <ConfirmDialog
          title="Order flexibility"
          facts={[
            { label: 'Asset', value: `${risk.element} (${risk.segment})` },
            { label: 'Action', value: `activate ${sum.offers} ${sum.offers === 1 ? 'offer' : 'offers'}` },
            {
              label: 'Sellers',
              value: props.rows
                .filter(row => row.takenWh > 0n)
                .map(row => `${row.offer.sellerName} ${row.offer.direction} ${formatKwh(row.takenWh)} kWh`)
                .join('; '),
            },
            { label: 'Energy', value: `${formatKwh(sum.energyWh)} kWh` },
            { label: 'Delivery', value: window },
            { label: 'Cost', value: cost === null ? '–' : `${formatEuro(cost)} €` },
            { label: 'Who pays', value: payer },
            { label: 'Effect', value: words?.sentence ?? '–' },
            ...(already === null ? [] : [{ label: 'Already ordered', value: already }]),
          ]}
          confirm={`Order ${formatKwh(sum.energyWh)} kWh`}
          blocked={blocked}
          busy={purchase.busy}
          problem={problem ?? brokenLine(purchase.failure)}
          onConfirm={() => void confirm(token)}
          onCancel={() => setToken(null)}
        />
      )}
    </>
  );
}
