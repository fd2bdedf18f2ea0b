import { expect, test } from 'vitest';
import type { BlockRow, ChainState } from '../../preload/contract/chain.ts';
import type { Fault } from './chain-rows.ts';
import {
  columnByKey,
  failedStage,
  laneMark,
  markOf,
  newerBefore,
  olderBefore,
  shortNumber,
  shownColumn,
  stageRows,
  stripColumns,
  verifiedMs,
} from './strip-rows.ts';

const NINE = [
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

const block = (number: number, stages: readonly string[] = NINE): BlockRow => ({
  number,
  hash: `0x${number}`,
  atMs: 0,
  proposer: '0x1',
  round: 0,
  seals: 4,
  transactions: 2,
  gasUsed: 42_000,
  stages: stages.map(name => ({ name, ok: true, ms: 1.5, expected: null, got: null })),
});

const fault = (blockNumber: number, stage = 'state-root'): Fault => ({
  stage,
  code: `${stage}/mismatch`,
  blockNumber,
  blockHash: '0xbad',
  expected: 'a',
  got: 'b',
  endpoint: 'http://b',
  foundAtMs: 0,
});

const endpoint = (url: string, head: number): ChainState['endpoints'][number] => ({
  url,
  state: 'connected',
  head,
  note: '',
});

test('blocks stand newest first, the refused one before the last good one', () => {
  const columns = stripColumns([block(7), block(9), block(8)], fault(10));
  expect(columns.map(c => c.key)).toEqual(['refused 10 0xbad', 'block 9', 'block 8', 'block 7']);
});

test('a refused block stands beside the verified one of its height, and alone on an empty chain', () => {
  const columns = stripColumns([block(9), block(8)], fault(9, 'link'));
  expect(columns.map(c => `${c.kind} ${c.number}`)).toEqual(['refused 9', 'block 9', 'block 8']);
  expect(stripColumns([], fault(1))).toHaveLength(1);
});

test('the checks keep the order in which they run, whatever order a block lists them in', () => {
  expect(stageRows(stripColumns([block(1, NINE.toReversed())], null))).toEqual(NINE);
});

test('a check that only a fault or a newer console knows still has its row', () => {
  const columns = stripColumns([block(1, [...NINE, 'withdrawals'])], fault(2, 'source'));
  expect(stageRows(columns)).toEqual(['source', ...NINE, 'withdrawals']);
});

test('a refused block passed what ran before its failing check, and nothing is claimed of what would follow', () => {
  const [refused] = stripColumns([], fault(2, 'seals'));
  expect(NINE.map(stage => markOf(refused!, stage))).toEqual([
    'passed',
    'passed',
    'failed',
    ...NINE.slice(3).map(() => 'not-run'),
  ]);
  expect(failedStage(refused!)).toBe('seals');
});

test('of a refused block with an unknown check, no other check is called passed', () => {
  const [refused] = stripColumns([], fault(2, 'withdrawals'));
  expect(NINE.map(stage => markOf(refused!, stage))).toEqual(NINE.map(() => 'not-run'));
});

test('a check that is not on record is not called passed', () => {
  const [column] = stripColumns([block(1, ['link'])], null);
  expect(markOf(column!, 'link')).toBe('passed');
  expect(markOf(column!, 'seals')).toBe('not-run');
});

test('the time of a block is that of all its checks; a refused one has none', () => {
  const [refused, verified] = stripColumns([block(1)], fault(2));
  expect(verifiedMs(verified!)).toBeCloseTo(13.5);
  expect(verifiedMs(refused!)).toBeNull();
});

test('the lie is marked in the lane of the endpoint that told it, at the block it told it of', () => {
  const [refused, good] = stripColumns([block(9)], fault(10));
  expect(laneMark(endpoint('http://b', 10), refused!)).toBe('lie');
  expect(laneMark(endpoint('http://b', 10), good!)).toBe('reached');
  expect(laneMark(endpoint('http://a', 9), refused!)).toBe('none');
  expect(laneMark({ ...endpoint('http://a', 9), state: 'unreachable' }, good!)).toBe('none');
});

test('a picked block stays shown after it has left the strip, a refused one only while its fault stands', () => {
  const [old] = stripColumns([block(1)], null);
  const [refused] = stripColumns([], fault(51));
  const columns = stripColumns([block(50), block(49)], null);
  expect(shownColumn(columns, null)?.number).toBe(50);
  expect(shownColumn(columns, old!)?.number).toBe(1);
  expect(shownColumn(columns, refused!)?.number).toBe(50);
  expect(shownColumn([], null)).toBeNull();
});

test('arrow right goes to the newer block, and the ends hold', () => {
  const columns = stripColumns([block(3), block(2), block(1)], null);
  const from = (number: number, key: string) =>
    columnByKey(key, columns, columns.find(c => c.number === number) ?? null)?.number;
  expect(from(2, 'ArrowRight')).toBe(3);
  expect(from(2, 'ArrowLeft')).toBe(1);
  expect(from(3, 'ArrowRight')).toBe(3);
  expect(from(1, 'ArrowLeft')).toBe(1);
  expect(from(2, 'Home')).toBe(1);
  expect(from(2, 'End')).toBe(3);
  expect(from(2, 'x')).toBeUndefined();
});

test('older pages end at block 1, newer ones at the page that follows the head', () => {
  expect(olderBefore([block(42), block(41)])).toBe(41);
  expect(olderBefore([block(2), block(1)])).toBeNull();
  expect(olderBefore([])).toBeNull();
  expect(newerBefore(41, 100)).toBe(81);
  expect(newerBefore(81, 100)).toBeNull();
});

test('a column shows the last three digits of its block', () => {
  expect(shortNumber(81_204)).toBe('204');
  expect(shortNumber(81_004)).toBe('004');
  expect(shortNumber(7)).toBe('7');
});
