// biome-ignore-all lint/a11y/useFocusableInteractive: focus stays on the strip, which names its active block
import { type KeyboardEvent, useId } from 'react';
import type { ChainState } from '../../preload/contract/chain.ts';
import { formatNumber, NO_VALUE } from '../ui/numbers.ts';
import { stageWords } from './chain-rows.ts';
import {
  columnByKey,
  failedStage,
  laneMark,
  markOf,
  type StripColumn,
  shortNumber,
  stageRows,
  verifiedMs,
} from './strip-rows.ts';

type Endpoint = ChainState['endpoints'][number];

const TICKS = { passed: '✓', failed: '✗', 'not-run': '·' } as const;

/** Blocks as columns, checks as rows, endpoints as lanes below. Arrows choose a block; so does a click. */
export function Strip(props: {
  columns: readonly StripColumn[];
  endpoints: readonly Endpoint[];
  shown: StripColumn;
  onPick: (column: StripColumn) => void;
}) {
  const { columns, endpoints, shown } = props;
  const id = useId();
  const stages = stageRows(columns);
  const active = columns.findIndex(c => c.key === shown.key);

  function move(event: KeyboardEvent): void {
    const next = columnByKey(event.key, columns, shown);
    if (next === null) return;
    event.preventDefault();
    props.onPick(next);
    document
      .getElementById(`${id}-${columns.indexOf(next)}`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  return (
    <div className="chain-strip">
      <div className="chain-names" aria-hidden="true">
        <span>block …</span>
        <span>seals</span>
        <span>transactions</span>
        {stages.map(stage => (
          <span key={stage}>{stageWords(stage)}</span>
        ))}
        <span>checked in, ms</span>
        {endpoints.map(e => (
          <span key={e.url} className="chain-lane-name" data-state={e.state} title={e.url}>
            {e.url.replace(/^\w+:\/\//, '')}
          </span>
        ))}
      </div>
      <div
        className="chain-columns"
        role="listbox"
        aria-label="Blocks, newest at the right"
        aria-orientation="horizontal"
        aria-activedescendant={active === -1 ? undefined : `${id}-${active}`}
        tabIndex={0}
        onKeyDown={move}
      >
        {columns.map((column, k) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the strip handles the keys for its active block
          <div
            key={column.key}
            id={`${id}-${k}`}
            role="option"
            aria-selected={k === active}
            className="chain-column"
            data-kind={column.kind}
            title={words(column)}
            onClick={() => props.onPick(column)}
          >
            <span className="visually-hidden">{words(column)}</span>
            <div className="chain-cells" aria-hidden="true">
              <span>{shortNumber(column.number)}</span>
              <span>{column.kind === 'block' ? column.block.seals : NO_VALUE}</span>
              <span>{column.kind === 'block' ? column.block.transactions : NO_VALUE}</span>
              {stages.map(stage => (
                <span key={stage} className="chain-tick" data-mark={markOf(column, stage)}>
                  {TICKS[markOf(column, stage)]}
                </span>
              ))}
              <span>{formatNumber(verifiedMs(column), 0)}</span>
              {endpoints.map(e => (
                <span key={e.url} className="chain-lane" data-mark={laneMark(e, column)}>
                  {laneMark(e, column) === 'lie' ? '✗' : ''}
                </span>
              ))}
            </div>
          </div>
        ))}
      </div>
    </div>
  );
}

function words(column: StripColumn): string {
  const failed = failedStage(column);
  const verdict = failed === null ? 'verified' : `refused, failed ${stageWords(failed)}`;
  const content =
    column.kind === 'block'
      ? `, ${formatNumber(column.block.transactions, 0)} transactions, ${column.block.seals} seals`
      : '';
  return `Block ${formatNumber(column.number, 0)}: ${verdict}${content}`;
}
