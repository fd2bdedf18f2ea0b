/** The strip's thinking: which columns stand in it, which rows their ticks have, what a key or a page button shows. */
import type { BlockRow, ChainState } from '../../preload/contract/chain.ts';
import type { Fault } from './chain-rows.ts';

/** Verified blocks, and the one that was refused: it is no block of our chain, so it is drawn from its fault. */
export type StripColumn =
  | { readonly kind: 'block'; readonly key: string; readonly number: number; readonly block: BlockRow }
  | { readonly kind: 'refused'; readonly key: string; readonly number: number; readonly fault: Fault };

/** `not-run`: an earlier stage failed, or the stage is not on record. */
export type StageMark = 'passed' | 'failed' | 'not-run';

export const PAGE_BLOCKS = 40;

/** Newest first; a refused block stands before the verified one of its height. */
export function stripColumns(blocks: readonly BlockRow[], fault: Fault | null): StripColumn[] {
  const columns: StripColumn[] = blocks
    .toSorted((a, b) => b.number - a.number)
    .map(block => ({ kind: 'block', key: `block ${block.number}`, number: block.number, block }));
  if (fault === null) return columns;
  const place = columns.findIndex(c => c.number <= fault.blockNumber);
  return columns.toSpliced(place === -1 ? columns.length : place, 0, {
    kind: 'refused',
    key: `refused ${fault.blockNumber} ${fault.blockHash}`,
    number: fault.blockNumber,
    fault,
  });
}

/** The stages in the order in which they run; a stage of another name comes after them rather than not at all. */
export function stageRows(columns: readonly StripColumn[]): string[] {
  const named = new Set(
    columns.flatMap(c => (c.kind === 'block' ? c.block.stages.map(s => s.name) : [c.fault.stage])),
  );
  const known = STAGES.filter(stage => stage !== 'source' || named.has(stage));
  return [...known, ...[...named].filter(stage => !STAGES.includes(stage))];
}

export function markOf(column: StripColumn, stage: string): StageMark {
  if (column.kind === 'block') {
    const result = column.block.stages.find(s => s.name === stage);
    return result === undefined ? 'not-run' : result.ok ? 'passed' : 'failed';
  }
  if (stage === column.fault.stage) return 'failed';
  const at = STAGES.indexOf(stage);
  return at !== -1 && at < STAGES.indexOf(column.fault.stage) ? 'passed' : 'not-run';
}

export function failedStage(column: StripColumn): string | null {
  if (column.kind === 'refused') return column.fault.stage;
  return column.block.stages.find(s => !s.ok)?.name ?? null;
}

/** Time of all stages, ms; null for a refused block, whose times are not kept. */
export function verifiedMs(column: StripColumn): number | null {
  return column.kind === 'block' ? column.block.stages.reduce((sum, s) => sum + s.ms, 0) : null;
}

/** An endpoint's lane at a block: it gave the refused one, it claims to have reached it, or it does not. */
export function laneMark(
  endpoint: ChainState['endpoints'][number],
  column: StripColumn,
): 'lie' | 'reached' | 'none' {
  if (column.kind === 'refused' && column.fault.endpoint === endpoint.url) return 'lie';
  return endpoint.state !== 'unreachable' && endpoint.head >= column.number ? 'reached' : 'none';
}

/** A picked block stays shown after it has left the strip; a refused one only while its fault stands. */
export function shownColumn(columns: readonly StripColumn[], picked: StripColumn | null): StripColumn | null {
  const newest = columns[0] ?? null;
  if (picked === null) return newest;
  return columns.find(c => c.key === picked.key) ?? (picked.kind === 'block' ? picked : newest);
}

/** Newer is right, as on every time axis of the console. null: not a key of the strip. */
export function columnByKey(
  key: string,
  columns: readonly StripColumn[],
  shown: StripColumn | null,
): StripColumn | null {
  const at = Math.max(
    0,
    columns.findIndex(c => c.key === shown?.key),
  );
  const last = columns.length - 1;
  const steps: Record<string, number> = {
    ArrowRight: at - 1,
    ArrowLeft: at + 1,
    PageUp: at - 10,
    PageDown: at + 10,
    End: 0,
    Home: last,
  };
  const next = steps[key];
  return next === undefined ? null : (columns[Math.max(0, Math.min(last, next))] ?? null);
}

/** `before` of the page that holds older blocks; null: block 1 is shown. */
export function olderBefore(blocks: readonly BlockRow[]): number | null {
  const oldest = Math.min(...blocks.map(b => b.number));
  return Number.isFinite(oldest) && oldest > 1 ? oldest : null;
}

/** `before` of the next newer page; null: the page that follows the head. */
export function newerBefore(before: number, head: number): number | null {
  return before + PAGE_BLOCKS > head ? null : before + PAGE_BLOCKS;
}

/** The last three digits: neighbours differ in these, and the whole number stands in the panel's title. */
export function shortNumber(number: number): string {
  return number < 1000 ? String(number) : String(number % 1000).padStart(3, '0');
}

/** As the follower runs them; `source` is only ever named by a fault. */
const STAGES: readonly string[] = [
  'source',
  'link',
  'rules',
  'seals',
  'transaction-root',
  'execution',
  'gas-used',
  'state-root',
  'receipts-root',
  'bloom',
];
