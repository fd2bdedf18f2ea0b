import { useState } from 'react';
import { REASON_CHARACTERS } from '../../preload/contract/flexibility.ts';
import { useCommand, useMarketNow } from '../session/hooks.ts';
import { formatCentPerKwh, formatKwh } from '../ui/amounts.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { formatCountdown, formatDelivery } from '../ui/times.ts';
import { brokenLine } from './order-rows.ts';
import {
  type AnswerKind,
  answerBlocked,
  directionWords,
  purposeWords,
  REFUSALS,
  type RefusalCode,
  refusalProblem,
  refusalStart,
  type WaitingPart,
} from './waiting-rows.ts';

/** Last step of an answer: who bought what, what it does, and what the answer brings about. */
export function AnswerDialog(props: {
  kind: AnswerKind;
  part: WaitingPart;
  /** It left the list while the dialog was open. */
  gone: boolean;
  stale: boolean;
  onDone: () => void;
  onCancel: () => void;
}) {
  const { kind, part } = props;
  const nowMs = useMarketNow() ?? 0;
  const confirm = useCommand('flexibility', 'confirm');
  const refuse = useCommand('flexibility', 'refuse');
  const command = kind === 'confirm' ? confirm : refuse;
  // One token per opened dialog: pressing twice, or again after a broken line, is still one answer.
  const [confirmToken] = useState(() => crypto.randomUUID());
  const [reason, setReason] = useState(() => refusalStart(part));
  const [problem, setProblem] = useState<string | null>(null);
  const blocked =
    command.blocked ??
    (props.stale
      ? 'The list is out of date.'
      : props.gone
        ? 'It does not wait any more.'
        : (answerBlocked(part, kind, nowMs) ??
          (kind === 'refuse' ? refusalProblem(part, reason.code, reason.words) : null)));

  async function run(): Promise<void> {
    setProblem(null);
    const { partId } = part;
    const answer =
      kind === 'confirm'
        ? await confirm.run({ partId, confirmToken })
        : reason.code === null
          ? undefined
          : await refuse.run({ partId, reasonCode: reason.code, reason: reason.words.trim(), confirmToken });
    if (answer === undefined) return;
    if (answer.accepted) props.onDone();
    else setProblem(answer.reason);
  }

  const kwh = `${formatKwh(part.energyWh)} kWh`;
  return (
    <ConfirmDialog
      title={kind === 'confirm' ? 'Confirm an activation' : 'Refuse an activation'}
      facts={[
        { label: 'Buyer', value: part.buyerName },
        { label: 'For', value: purposeWords(part) },
        { label: 'Point', value: `${part.point}, ${part.sellerName}` },
        { label: 'Direction', value: directionWords(part.direction) },
        { label: 'Energy', value: kwh },
        { label: 'Delivery', value: formatDelivery(part.interval) },
        {
          label: 'Who pays',
          value: `${part.buyerName}, ${formatCentPerKwh(part.priceMicroEurPerKwh)} ct/kWh`,
        },
        { label: 'Effect', value: part.finding.sentence },
        { label: 'Then', value: CONSEQUENCE[kind] },
        { label: 'Time left', value: formatCountdown(part.endsAtMs - nowMs) },
      ]}
      confirm={kind === 'confirm' ? `Confirm ${kwh}` : `Refuse ${kwh}`}
      danger={kind === 'refuse'}
      blocked={blocked}
      busy={command.busy}
      problem={problem ?? brokenLine(command.failure)}
      onConfirm={() => void run()}
      onCancel={props.onCancel}
    >
      {kind === 'refuse' && <Reason part={part} reason={reason} onChange={setReason} />}
    </ConfirmDialog>
  );
}

function Reason(props: {
  part: WaitingPart;
  reason: { code: RefusalCode | null; words: string };
  onChange: (reason: { code: RefusalCode | null; words: string }) => void;
}) {
  const { reason } = props;
  return (
    <>
      <label className="labelled">
        Reason, on chain
        <select
          className="field"
          value={reason.code ?? ''}
          onChange={event => {
            const code = REFUSALS.find(r => String(r.code) === event.target.value)?.code ?? null;
            props.onChange({ ...reason, code });
          }}
        >
          <option value="">choose one</option>
          {REFUSALS.map(({ code, words }) => (
            <option key={code} value={code}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <label className="labelled">
        In words, for the audit log
        <textarea
          className="field reason-field"
          rows={3}
          maxLength={REASON_CHARACTERS.most}
          value={reason.words}
          onChange={event => props.onChange({ ...reason, words: event.target.value })}
        />
      </label>
    </>
  );
}

const CONSEQUENCE: Record<AnswerKind, string> = {
  confirm: 'It stands: it enters the schedule and settles. It cannot be taken back.',
  refuse: 'It goes back to its offer, and nothing is activated. Anybody may buy it again.',
};
