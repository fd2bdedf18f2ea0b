import { useState } from 'react';
import type { Input, Output } from '../session/client.ts';
import { type Command, useCommand, useMarketNow, useQuery } from '../session/hooks.ts';
import { selectElement } from '../session/selection.ts';
import { formatEuro, formatKwh } from '../ui/amounts.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { decimalsOf, formatNumber } from '../ui/numbers.ts';
import { Await } from '../ui/States.tsx';
import { formatDay, formatInterval, INTERVAL_S } from '../ui/times.ts';
import { brokenLine } from './order-rows.ts';
import {
  type Answers,
  intervalsWord,
  outcomeOf,
  type PlanRow,
  type PlanSum,
  planEffectWords,
  planOrders,
  planRows,
  planSum,
  runsOf,
  STATE_WORDS,
} from './plan-rows.ts';
import { periodWords, type Risk, riskIntervals, riskTime } from './risk-rows.ts';

type PurchasePlan = Command<Input<'flexibility', 'purchasePlan'>, Output<'flexibility', 'purchasePlan'>>;

/** The same order for every interval in which the limit is passed: chosen, checked and confirmed together. */
export function WholePeriod(props: { risk: Risk; payer: string }) {
  const { risk } = props;
  const purchase = useCommand('flexibility', 'purchasePlan');
  const [isOpen, setIsOpen] = useState(false);
  const [answers, setAnswers] = useState<Answers | null>(null);
  // Intervals pass: what is open or was answered stays when only one of them is left.
  if (riskIntervals(risk, INTERVAL_S).length < 2 && !isOpen && answers === null) return null;
  return (
    <section className="act-period">
      <h3>Whole period</h3>
      <p>{periodWords(risk)}</p>
      <div>
        <Button
          blocked={purchase.blocked}
          busy={purchase.busy}
          onPress={() => {
            // Relieved, another limit may become the first of the list: the answer must not go with it.
            selectElement(risk.element);
            setAnswers(null);
            setIsOpen(true);
          }}
        >
          Order for the whole period…
        </Button>
      </div>
      {answers !== null && <Outcome answers={answers} />}
      {isOpen && (
        <PlanDialog
          risk={risk}
          payer={props.payer}
          purchase={purchase}
          onDone={given => {
            setIsOpen(false);
            setAnswers(given);
          }}
          onCancel={() => setIsOpen(false)}
        />
      )}
    </section>
  );
}

/** Asks for the plan when it is opened, once; the plan is long to compute and old soon. */
function PlanDialog(props: {
  risk: Risk;
  payer: string;
  purchase: PurchasePlan;
  onDone: (answers: Answers) => void;
  onCancel: () => void;
}) {
  const { risk, purchase } = props;
  const plan = useQuery('flexibility', 'plan', { element: risk.element });
  const nowMs = useMarketNow();
  // One token per opened confirmation: pressing twice, or again after a broken line, is still one order per interval.
  const [token] = useState(() => crypto.randomUUID());
  // What failed in a dialog before this one had another token: its words would promise too much here.
  const [earlier] = useState(purchase.failure);
  const rows = planRows(plan.value?.intervals ?? [], nowMs);
  const sum = planSum(rows, risk.limit);
  const blocked =
    purchase.blocked ??
    (plan.failure
      ? `There is no plan: ${plan.failure.message}`
      : plan.stale
        ? 'The plan is out of date.'
        : plan.loading
          ? 'The plan is being computed.'
          : sum.intervals.length === 0
            ? 'No interval can be ordered.'
            : null);

  async function confirm(): Promise<void> {
    const answer = await purchase.run({
      element: risk.element,
      intervals: planOrders(rows),
      confirmToken: token,
    });
    if (answer !== undefined) props.onDone(answer.answers);
  }

  return (
    <ConfirmDialog
      title="Order flexibility for the whole period"
      facts={[
        { label: 'Asset', value: `${risk.element} (${risk.segment})` },
        ...(plan.value === undefined ? [] : planFacts(rows, sum, risk)),
        { label: 'Who pays', value: props.payer },
      ]}
      confirm={
        sum.intervals.length === 0
          ? 'Order'
          : `Order ${formatKwh(sum.energyWh)} kWh for ${formatEuro(sum.costMicroEur, 2)} €`
      }
      blocked={blocked}
      busy={purchase.busy}
      problem={purchase.failure === earlier ? null : brokenLine(purchase.failure)}
      onConfirm={() => void confirm()}
      onCancel={props.onCancel}
    >
      {plan.value === undefined && plan.failure === undefined ? (
        <p role="status">
          Choosing the cheapest set for each interval of {riskTime(risk)} and checking it by AC power flow…
        </p>
      ) : (
        <Await reading={plan} what="the plan" stillWorks="ordering interval by interval.">
          {() => <PlanTable rows={rows} sum={sum} unit={risk.unit} />}
        </Await>
      )}
      {purchase.busy && (
        <p role="status">Ordering one interval after the other; each is checked by AC power flow again…</p>
      )}
    </ConfirmDialog>
  );
}

function planFacts(rows: readonly PlanRow[], sum: PlanSum, risk: Risk): { label: string; value: string }[] {
  return [
    {
      label: 'Action',
      value: `activate ${sum.offers} ${sum.offers === 1 ? 'offer' : 'offers'} in ${intervalsWord(sum.intervals.length)}, one order each`,
    },
    { label: 'Energy', value: `${formatKwh(sum.energyWh)} kWh` },
    {
      label: 'Delivery',
      value:
        sum.intervals.length === 0
          ? '–'
          : `${formatDay((sum.intervals[0] ?? 0) * 1000)} ${runsOf(sum.intervals)}`,
    },
    { label: 'Cost', value: `${formatEuro(sum.costMicroEur)} €` },
    { label: 'Effect', value: planEffectWords(rows, sum, risk) },
  ];
}

function PlanTable(props: { rows: readonly PlanRow[]; sum: PlanSum; unit: string }) {
  const { sum, unit } = props;
  const rows = props.rows.filter(row => row.state !== 'clear');
  const clear = props.rows.length - rows.length;
  return (
    <>
      {rows.length > 0 && (
        <div className="act-scroll act-plan">
          <table className="plain-table act-table">
            <thead>
              <tr>
                <th scope="col">Delivery</th>
                <th scope="col" className="right">
                  Offers
                </th>
                <th scope="col" className="right">
                  Sellers
                </th>
                <th scope="col" className="right">
                  kWh
                </th>
                <th scope="col" className="right">
                  €
                </th>
                <th scope="col" className="right">
                  Before → after by AC, {unit}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(row => (
                <PlanLine key={row.interval} row={row} decimals={decimalsOf(unit)} />
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{intervalsWord(sum.intervals.length)}</th>
                <td className="right">{sum.offers}</td>
                <td />
                <td className="right">{formatKwh(sum.energyWh)}</td>
                <td className="right">{formatEuro(sum.costMicroEur, 2)}</td>
                <td />
              </tr>
            </tfoot>
          </table>
        </div>
      )}
      {clear > 0 && (
        <p className="muted">
          {intervalsWord(clear)} of the period {clear === 1 ? 'is' : 'are'} within the limit, with everything
          ordered so far.
        </p>
      )}
    </>
  );
}

function PlanLine(props: { row: PlanRow; decimals: number }) {
  const { row, decimals } = props;
  const window = <th scope="row">{formatInterval(row.interval)}</th>;
  if (row.state !== 'proposed') {
    return (
      <tr>
        {window}
        <td colSpan={5} className="act-plan-note">
          <strong>{STATE_WORDS[row.state]}</strong>
          {row.before !== null && `, ${formatNumber(row.before, decimals)}`}
          {row.note !== '' && <span className="muted">: {row.note}</span>}
        </td>
      </tr>
    );
  }
  return (
    <tr>
      {window}
      <td className="right">{row.parts.length}</td>
      <td className="right">{row.sellers}</td>
      <td className="right">{formatKwh(row.energyWh)}</td>
      <td className="right">{formatEuro(row.costMicroEur, 2)}</td>
      <td className="right">
        {formatNumber(row.before, decimals)} → {formatNumber(row.after, decimals)}
        {row.note !== '' && <span className="muted"> {row.note}</span>}
      </td>
    </tr>
  );
}

function Outcome(props: { answers: Answers }) {
  const { recorded, refused } = outcomeOf(props.answers);
  return (
    <div role="status">
      {recorded.length > 0 && (
        <p className="act-effect good">
          Recorded for {intervalsWord(recorded.length)}: {runsOf(recorded)}. Their way to the chain is in the
          list below.
        </p>
      )}
      {refused.map(({ interval, reason }) => (
        <p key={interval} className="act-effect red">
          Refused for {formatInterval(interval)}: {reason}
        </p>
      ))}
    </div>
  );
}
