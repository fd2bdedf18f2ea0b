import { useState } from 'react';
import { effectWords, isUpper } from '../flexibility/effect-words.ts';
import { underWay, underWayWords } from '../flexibility/order-rows.ts';
import type { Target } from '../flexibility/RiskColumn.tsx';
import { type Asked, useCommand, useStatus, useStream } from '../session/hooks.ts';
import { formatEuro, formatKwh } from '../ui/amounts.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { Panel } from '../ui/Panel.tsx';
import { EmptyState } from '../ui/States.tsx';
import { formatDelivery } from '../ui/times.ts';
import type { Proposal } from './proposal.ts';
import {
  type Changed,
  composedReason,
  curtailmentSum,
  type Reasons,
  reasonMissing,
  skippedRanks,
  takenOf,
} from './step-rows.ts';

/** Third step: reason in words, compensation, effect, and the order. */
export function CurtailmentOrder(props: {
  proposal: Asked<Proposal>;
  target: Target | null;
  changed: Changed;
}) {
  const { proposal, target, changed } = props;
  const order = useCommand('curtailment', 'order');
  const status = useStatus();
  const orders = useStream('flexibility', 'orders', {});
  const [reasons, setReasons] = useState<Reasons>({ reason: '', overMarket: '', overRank: '' });
  // One token per opened confirmation: pressing twice, or again after a broken line, is still one order.
  const [token, setToken] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const value = proposal.value;
  if (target === null || value === undefined) {
    return (
      <Panel title="3 · The order" className="act-column">
        <EmptyState
          what="Nothing to order."
          how="The order stands here with its reason, its compensation and its effect on the limit."
        />
      </Panel>
    );
  }
  const { risk, interval } = target;
  const already = underWayWords(underWay(orders.value?.orders ?? [], risk.element, interval));
  const sum = curtailmentSum(value.steps, changed);
  const skipped = skippedRanks(value.steps, changed);
  const needs = { market: value.marketCanSolve, rank: skipped.length > 0 };
  const words = effectWords(value.effect, isUpper(risk.limit));
  const effect = sum.asProposed
    ? words.sentence
    : 'The amounts differ from the proposal: their effect has not been checked by AC power flow here.';
  const window = formatDelivery(interval);
  const payer = `${status.value?.operator.role ?? 'the grid operator'} (grid operator) compensates the installations`;
  const blocked =
    order.blocked ??
    (proposal.stale
      ? 'The proposal is out of date.'
      : sum.installations === 0
        ? 'Nothing is curtailed.'
        : sum.asProposed && words.blocked !== null
          ? `Not ordered: ${words.blocked}.`
          : reasonMissing(reasons, needs));
  const set = (part: Partial<Reasons>) => setReasons({ ...reasons, ...part });

  async function confirm(steps: Proposal['steps'], confirmToken: string): Promise<void> {
    setProblem(null);
    const answer = await order.run({
      element: risk.element,
      interval,
      steps: steps.flatMap(step => {
        const wh = takenOf(step, changed);
        return wh > 0n ? [{ point: step.point, energyWh: wh.toString() }] : [];
      }),
      reason: composedReason(reasons, needs),
      overridesMarket: needs.market,
      skipsRank: needs.rank,
      confirmToken,
    });
    if (answer === undefined) return;
    if (!answer.accepted) return setProblem(answer.reason);
    setToken(null);
    setDone(answer.intentId);
  }

  return (
    <Panel title="3 · The order" className="act-column" padded>
      <dl className="facts">
        <dt>What</dt>
        <dd>
          {sum.installations} {sum.installations === 1 ? 'installation' : 'installations'},{' '}
          {formatKwh(sum.energyWh)} kWh
        </dd>
        <dt>For</dt>
        <dd>
          {risk.element}, {window}
        </dd>
        <dt>Who pays</dt>
        <dd>{payer}</dd>
        <dt>Compensation</dt>
        <dd className="big">{formatEuro(sum.compensationMicroEur, 2)} €</dd>
      </dl>
      <section>
        <h3>Effect by AC power flow</h3>
        <p className={`act-effect ${sum.asProposed ? words.tone : 'amber'}`}>{effect}</p>
      </section>
      <Reason
        label="Reason, for the record and the report"
        value={reasons.reason}
        onType={reason => set({ reason })}
      />
      {needs.market && (
        <Reason
          label="Why the market is passed over"
          value={reasons.overMarket}
          onType={overMarket => set({ overMarket })}
        />
      )}
      {needs.rank && (
        <Reason
          label={`Why less than proposed is taken of: ${skipped.join(', ')}`}
          value={reasons.overRank}
          onType={overRank => set({ overRank })}
        />
      )}
      <div>
        <Button
          kind="danger"
          blocked={blocked}
          onPress={() => {
            setProblem(null);
            setDone(null);
            setToken(crypto.randomUUID());
          }}
        >
          Curtail…
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
          title="Order curtailment"
          danger
          facts={[
            { label: 'Asset', value: `${risk.element} (${risk.segment})` },
            {
              label: 'Installations',
              value: value.steps
                .filter(step => takenOf(step, changed) > 0n)
                .map(step => `${step.name} ${step.direction} ${formatKwh(takenOf(step, changed))} kWh`)
                .join('; '),
            },
            { label: 'Energy', value: `${formatKwh(sum.energyWh)} kWh` },
            { label: 'Delivery', value: window },
            { label: 'Compensation', value: `${formatEuro(sum.compensationMicroEur)} €` },
            { label: 'Who pays', value: payer },
            { label: 'Effect', value: effect },
            ...(already === null ? [] : [{ label: 'Already ordered', value: already }]),
            ...(needs.market
              ? [{ label: 'Override', value: `the market could solve it: ${value.marketNote}` }]
              : []),
            ...(needs.rank ? [{ label: 'Override', value: `rank passed over: ${skipped.join(', ')}` }] : []),
            { label: 'Reason', value: composedReason(reasons, needs) },
          ]}
          confirm={`Curtail ${formatKwh(sum.energyWh)} kWh`}
          blocked={blocked}
          busy={order.busy}
          problem={
            problem ??
            (order.failure
              ? `${order.failure.message} Whether it was recorded is not known; confirming again with this dialog cannot order twice.`
              : null)
          }
          onConfirm={() => void confirm(value.steps, token)}
          onCancel={() => setToken(null)}
        />
      )}
    </Panel>
  );
}

function Reason(props: { label: string; value: string; onType: (text: string) => void }) {
  return (
    <label className="labelled">
      {props.label}
      <textarea
        className="field reason-field"
        maxLength={300}
        value={props.value}
        onChange={event => props.onType(event.target.value)}
      />
    </label>
  );
}
