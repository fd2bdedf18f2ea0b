import { useState } from 'react';
import type { Balance } from '../../preload/contract/balancing.ts';
import { brokenLine } from '../flexibility/order-rows.ts';
import { useCommand, useMarketNow, useQuery, useStatus } from '../session/hooks.ts';
import { formatEuro, formatKwh } from '../ui/amounts.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { formatDelivery } from '../ui/times.ts';
import { balancingChoice, kwTyped, sellerWords } from './balancing-choice.ts';
import { DIRECTIONS, type Direction, type MeritRow } from './merit-rows.ts';

/** Power wanted in one direction, taken from the merit order; checked against every limit, then confirmed. */
export function BalancingOrder(props: {
  balance: Balance;
  up: readonly MeritRow[];
  down: readonly MeritRow[];
  stale: boolean;
}) {
  const { balance, up, down, stale } = props;
  const purchase = useCommand('balancing', 'purchase');
  const [direction, setDirection] = useState<Direction>('up');
  const [text, setText] = useState('');
  const [open, setOpen] = useState<{ interval: number; kw: number; direction: Direction } | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const kw = kwTyped(text);
  const choice = kw === null ? null : balancingChoice(direction === 'up' ? up : down, kw);
  const blocked =
    balance.mayNotBuy ??
    purchase.blocked ??
    (stale
      ? 'The merit order is out of date.'
      : choice === null
        ? 'Type the power wanted, kW.'
        : choice.parts.length === 0
          ? 'No usable offer in this direction.'
          : null);
  return (
    <div className="merit-order">
      <span>Buy for the balance of the system:</span>
      {(['up', 'down'] as const).map(d => (
        <Button key={d} pressed={direction === d} onPress={() => setDirection(d)}>
          {DIRECTIONS[d].title}
        </Button>
      ))}
      <label className="labelled inline">
        <input
          className="field kw-field"
          inputMode="decimal"
          aria-label="Power wanted, kW"
          value={text}
          onChange={event => setText(event.target.value)}
        />
        kW
      </label>
      <Button
        kind="strong"
        blocked={blocked}
        onPress={() => {
          if (kw === null) return;
          setDone(null);
          setOpen({ interval: balance.interval, kw, direction });
        }}
      >
        Order…
      </Button>
      {choice !== null && choice.missingWh > 0n && (
        <span className="merit-short">◆ The usable offers lack {formatKwh(choice.missingWh)} kWh of it.</span>
      )}
      {done !== null && <span role="status">Recorded as intent {done}; its way stands on Flexibility.</span>}
      {open !== null && (
        <OrderDialog
          {...open}
          // The offers of the interval that was shown when it was opened; another one's are not asked for.
          rows={open.interval === balance.interval ? (open.direction === 'up' ? up : down) : []}
          stale={stale}
          purchase={purchase}
          onDone={intent => {
            setOpen(null);
            setDone(intent);
          }}
          onCancel={() => setOpen(null)}
        />
      )}
    </div>
  );
}

function OrderDialog(props: {
  interval: number;
  kw: number;
  direction: Direction;
  rows: readonly MeritRow[];
  stale: boolean;
  purchase: ReturnType<typeof useCommand<'balancing', 'purchase'>>;
  onDone: (intent: string) => void;
  onCancel: () => void;
}) {
  const { interval, kw, direction, purchase } = props;
  const status = useStatus();
  const nowMs = useMarketNow() ?? 0;
  // What is confirmed is what stood here when it was opened: offers that change meanwhile do not slip in.
  const [choice] = useState(() => balancingChoice(props.rows, kw));
  const [confirmToken] = useState(() => crypto.randomUUID());
  const [problem, setProblem] = useState<string | null>(null);
  const parts = [...choice.parts];
  const preview = useQuery('balancing', 'preview', { interval, parts });
  const finding = preview.value?.finding;
  const blocked =
    purchase.blocked ??
    (nowMs >= interval * 1000
      ? 'Delivery has begun.'
      : preview.failure
        ? `The AC check failed: ${preview.failure.message}`
        : preview.stale || finding === undefined
          ? 'The AC check is running.'
          : finding.proposal === 'confirm'
            ? null
            : `Not ordered: ${finding.sentence}`);

  async function run(): Promise<void> {
    setProblem(null);
    const answer = await purchase.run({ interval, parts, confirmToken });
    if (answer === undefined) return;
    if (answer.accepted) props.onDone(answer.intentId);
    else setProblem(answer.reason);
  }

  const elsewhere = preview.value?.elsewhere ?? choice.elsewhere;
  return (
    <ConfirmDialog
      title="Order balancing flexibility"
      facts={[
        { label: 'For', value: 'the balance of the system' },
        {
          label: 'Action',
          value: `activate ${parts.length} ${parts.length === 1 ? 'offer' : 'offers'} ${direction}: ${DIRECTIONS[direction].meaning}`,
        },
        { label: 'Sellers', value: sellerWords(choice.sellers) },
        { label: 'Energy', value: `${formatKwh(choice.energyWh)} kWh` },
        { label: 'Delivery', value: formatDelivery(interval) },
        {
          label: 'Cost',
          value: preview.value === undefined ? '–' : `${formatEuro(preview.value.costMicroEur)} €`,
        },
        {
          label: 'Who pays',
          value: `${status.value?.operator.name ?? 'the grid operator'}, from its account on the chain`,
        },
        { label: 'Effect', value: finding?.sentence ?? 'The AC check is running.' },
        {
          label: 'Confirmation',
          value:
            elsewhere === 0
              ? 'none needed: all of it lies in our area'
              : `${elsewhere} of ${parts.length} wait for the operator of their area`,
        },
      ]}
      confirm={`Order ${formatKwh(choice.energyWh)} kWh`}
      blocked={blocked}
      busy={purchase.busy}
      problem={problem ?? brokenLine(purchase.failure)}
      onConfirm={() => void run()}
      onCancel={props.onCancel}
    />
  );
}
