import { useState } from 'react';
import type { BatchTrouble } from '../../preload/contract/trades.ts';
import { brokenLine } from '../flexibility/order-rows.ts';
import { useCommand, useMarketNow, useStream } from '../session/hooks.ts';
import { formatEuro } from '../ui/amounts.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { Letter } from '../ui/Marks.tsx';
import { formatNumber } from '../ui/numbers.ts';
import { Panel } from '../ui/Panel.tsx';
import { formatCountdown, formatDelivery } from '../ui/times.ts';
import { objectionBlocked, objectionTime, TROUBLES } from './trouble-rows.ts';

/** Batches that went wrong on chain; not there while there are none, which is the rule. */
export function Troubles() {
  const reading = useStream('trades', 'troubles', {});
  const nowMs = useMarketNow() ?? 0;
  const object = useCommand('trades', 'objectTo');
  const [open, setOpen] = useState<BatchTrouble | null>(null);
  const { value } = reading;
  const troubles = value?.troubles ?? [];
  const terms = value?.objectionTerms ?? null;
  if (value === undefined || (troubles.length === 0 && open === null)) return null;
  return (
    <Panel title="Batches with trouble" className="trade-troubles">
      <ul className="trouble-list">
        {troubles.map(trouble => (
          <li key={trouble.batchId}>
            <Letter {...TROUBLES[trouble.kind]} light />
            <span className="trouble-words">
              <strong>Batch {trouble.batchId}</strong> for {formatDelivery(trouble.interval)}:{' '}
              {trouble.detail}
            </span>
            {trouble.kind === 'differs' && (
              <>
                <span className="muted">{objectionTime(trouble, terms !== null, nowMs)}</span>
                <Button
                  label={`Object to batch ${trouble.batchId}`}
                  blocked={object.blocked ?? objectionBlocked(trouble, terms !== null, nowMs)}
                  reasonElsewhere
                  onPress={() => setOpen(trouble)}
                >
                  Object…
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
      {value.notListed > 0 && (
        <p className="muted">{formatNumber(value.notListed, 0)} more are not listed.</p>
      )}
      {open !== null && terms !== null && (
        <ObjectionDialog
          trouble={troubles.find(t => t.batchId === open.batchId) ?? open}
          terms={terms}
          stale={reading.stale}
          nowMs={nowMs}
          object={object}
          onClose={() => setOpen(null)}
        />
      )}
    </Panel>
  );
}

function ObjectionDialog(props: {
  trouble: BatchTrouble;
  terms: { readonly costMicroEur: string; readonly answerSeconds: number };
  stale: boolean;
  nowMs: number;
  object: ReturnType<typeof useCommand<'trades', 'objectTo'>>;
  onClose: () => void;
}) {
  const { trouble, terms, object, nowMs } = props;
  const [confirmToken] = useState(() => crypto.randomUUID());
  const [problem, setProblem] = useState<string | null>(null);
  const { batchId, interval, detail, objectUntilMs } = trouble;

  async function run(): Promise<void> {
    setProblem(null);
    const answer = await object.run({ batchId, confirmToken });
    if (answer === undefined) return;
    if (answer.accepted) props.onClose();
    else setProblem(answer.reason);
  }

  return (
    <ConfirmDialog
      title="Object to a batch"
      facts={[
        { label: 'Batch', value: batchId },
        { label: 'Delivery', value: formatDelivery(interval) },
        { label: 'Problem', value: detail },
        {
          label: 'Then',
          value: `within ${formatNumber(terms.answerSeconds / 60, terms.answerSeconds % 60 === 0 ? 0 : 1)} min somebody who knows its trades has to open them on the chain, for everybody to see, and the contract works out the nets itself. Unanswered, the batch is void: its trades do not settle, its points settle with the retailer alone.`,
        },
        {
          label: 'Cost',
          value: `${formatEuro(terms.costMicroEur, 2)} € from our account to the submitter if the nets prove right; nothing if they were wrong`,
        },
        {
          label: 'Time left',
          value: objectUntilMs === null ? '–' : formatCountdown(objectUntilMs - nowMs),
        },
      ]}
      confirm={`Object to batch ${batchId}`}
      danger
      blocked={
        object.blocked ?? (props.stale ? 'The list is out of date.' : objectionBlocked(trouble, true, nowMs))
      }
      busy={object.busy}
      problem={problem ?? brokenLine(object.failure)}
      onConfirm={() => void run()}
      onCancel={props.onClose}
    />
  );
}
