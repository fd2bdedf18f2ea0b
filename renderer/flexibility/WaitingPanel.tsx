import './waiting.css';
import { useState } from 'react';
import { useCommand, useMarketNow, useStream } from '../session/hooks.ts';
import { linkTo } from '../session/selection.ts';
import { formatCentPerKwh, formatKwh } from '../ui/amounts.ts';
import { Button } from '../ui/Button.tsx';
import { Letter } from '../ui/Marks.tsx';
import { formatNumber } from '../ui/numbers.ts';
import { Panel } from '../ui/Panel.tsx';
import { Await, EmptyState } from '../ui/States.tsx';
import { formatInterval } from '../ui/times.ts';
import { AnswerDialog } from './AnswerDialog.tsx';
import {
  type AnswerKind,
  answerBlocked,
  directionWords,
  doneWords,
  purposeWords,
  type WaitingPart,
  type WaitingRow,
  waitingRows,
} from './waiting-rows.ts';

/** What others bought in our area, each with its effect on the grid, until it is answered or lapses. */
export function WaitingPanel() {
  const reading = useStream('flexibility', 'waiting', {});
  const [open, setOpen] = useState<{ part: WaitingPart; kind: AnswerKind } | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const parts = reading.value?.parts ?? [];
  return (
    <Panel
      title="Waiting for your answer"
      note={
        reading.value === undefined
          ? ''
          : `${formatNumber(parts.length + reading.value.notListed, 0)}, least time left first`
      }
      className="waiting"
    >
      <Await reading={reading} what="what waits for your answer" stillWorks="ordering flexibility.">
        {value =>
          value.parts.length === 0 ? (
            <EmptyState
              what="Nothing waits."
              how="Flexibility that a transmission operator, another grid operator or a customer buys in your area stands here with its effect on the grid. It counts only once you confirm it; unanswered it lapses 5 min before delivery."
            />
          ) : (
            <>
              <WaitingTable
                parts={value.parts}
                stale={reading.stale}
                onAnswer={(part, kind) => {
                  setDone(null);
                  setOpen({ part, kind });
                }}
              />
              {value.notListed > 0 && (
                <p className="act-note">
                  {formatNumber(value.notListed, 0)} more with more time left come up as these are answered.
                </p>
              )}
            </>
          )
        }
      </Await>
      {done !== null && (
        <p role="status" className="waiting-done">
          {done}
        </p>
      )}
      {open !== null && (
        <AnswerDialog
          kind={open.kind}
          // As it is now; gone from the list, as it was.
          part={parts.find(p => p.partId === open.part.partId) ?? open.part}
          gone={!parts.some(p => p.partId === open.part.partId)}
          stale={reading.stale}
          onDone={() => {
            setOpen(null);
            setDone(doneWords(open.part, open.kind));
          }}
          onCancel={() => setOpen(null)}
        />
      )}
    </Panel>
  );
}

function WaitingTable(props: {
  parts: readonly WaitingPart[];
  stale: boolean;
  onAnswer: (part: WaitingPart, kind: AnswerKind) => void;
}) {
  const nowMs = useMarketNow() ?? 0;
  return (
    <div className="waiting-scroll">
      <table className="plain-table waiting-table">
        <thead>
          <tr>
            <th scope="col">Time left</th>
            <th scope="col">Buyer</th>
            <th scope="col">Point</th>
            <th scope="col">Delivery</th>
            <th scope="col" className="right">
              kWh
            </th>
            <th scope="col" className="right">
              ct/kWh
            </th>
            <th scope="col">Effect by AC power flow</th>
            <th scope="col">Answer</th>
          </tr>
        </thead>
        <tbody>
          {waitingRows(props.parts, nowMs).map(row => (
            <Line key={row.part.partId} row={row} nowMs={nowMs} {...props} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const MARKS = {
  good: { letter: '✓', word: 'violates no limit' },
  red: { letter: 'X', word: 'would violate a limit' },
  unknown: { letter: '?', word: 'not known' },
} as const;

function Line(props: {
  row: WaitingRow;
  nowMs: number;
  stale: boolean;
  onAnswer: (part: WaitingPart, kind: AnswerKind) => void;
}) {
  const { row } = props;
  const { part } = row;
  return (
    <tr>
      <td className={row.isNear ? 'waiting-near' : undefined}>
        {row.isNear && '◆ '}
        {row.left}
      </td>
      <th scope="row" className="wraps">
        {part.buyerName}
        <span className="act-of">{purposeWords(part)}</span>
      </th>
      <td className="wraps">
        {part.point}, {part.sellerName}
        <span className="act-of">{directionWords(part.direction)}</span>
      </td>
      <td>{formatInterval(part.interval)}</td>
      <td className="right">{formatKwh(part.energyWh)}</td>
      <td className="right">{formatCentPerKwh(part.priceMicroEurPerKwh)}</td>
      <td className="waiting-effect">
        <Letter {...MARKS[row.tone]} tone={row.tone} light />
        <span className="act-of">
          {row.effect}{' '}
          {part.finding.worst !== null && (
            <a
              href={linkTo({
                screen: 'diagram',
                element: part.finding.worst.element,
                instant: { interval: part.interval },
              })}
            >
              Show
            </a>
          )}
        </span>
      </td>
      <td>
        <Answers {...props} part={part} answered={row.answered} />
      </td>
    </tr>
  );
}

function Answers(props: {
  part: WaitingPart;
  answered: string | null;
  nowMs: number;
  stale: boolean;
  onAnswer: (part: WaitingPart, kind: AnswerKind) => void;
}) {
  const { part, answered, nowMs } = props;
  const confirm = useCommand('flexibility', 'confirm');
  const blocked = (kind: AnswerKind): string | null =>
    confirm.blocked ?? (props.stale ? 'This list is out of date.' : answerBlocked(part, kind, nowMs));
  const [toConfirm, toRefuse] = [blocked('confirm'), blocked('refuse')];
  const what = `${formatKwh(part.energyWh)} kWh at ${part.point}`;
  return (
    <>
      <span className="row waiting-answers">
        <Button
          label={`Confirm ${what}`}
          blocked={toConfirm}
          reasonElsewhere
          onPress={() => props.onAnswer(part, 'confirm')}
        >
          Confirm…
        </Button>
        <Button
          label={`Refuse ${what}`}
          blocked={toRefuse}
          reasonElsewhere
          onPress={() => props.onAnswer(part, 'refuse')}
        >
          Refuse…
        </Button>
      </span>
      {(answered ?? toConfirm) !== null && <span className="act-of">{answered ?? toConfirm}</span>}
    </>
  );
}
