import { expect, test } from 'vitest';
import type { ChainState } from '../../preload/contract/chain.ts';
import {
  ageOf,
  consequences,
  crossCheckWords,
  endpointRows,
  executedWords,
  type Fault,
  kindWords,
  marketAgeWords,
  proposerName,
  quorumOf,
  roundWords,
  sealWords,
  verdictOf,
} from './chain-rows.ts';

type Endpoint = ChainState['endpoints'][number];

const endpoint = (url: string, head: number, state: Endpoint['state'] = 'connected'): Endpoint => ({
  url,
  state,
  head,
  note: '',
});

const validator = (k: number) => ({ address: `0xAb0${k}`, name: `Validator ${k}`, proposed: 50, missed: 0 });

const well: ChainState = {
  chainId: 20261,
  kind: 'embedded',
  state: 'verified',
  head: 81_204,
  headHash: '0xhead',
  headAtMs: 1_000_000,
  sinceLastBlockS: 0.8,
  blockPeriodS: 1,
  executedFrom: 1,
  genesisHash: '0xgenesis',
  contracts: [],
  validators: [1, 2, 3, 4].map(validator),
  endpoints: [endpoint('a', 81_204), endpoint('b', 81_204)],
  fault: null,
};

const fault: Fault = {
  stage: 'state-root',
  code: 'state-root/mismatch',
  blockNumber: 81_205,
  blockHash: '0xbad',
  expected: '0x01',
  got: '0x02',
  endpoint: 'b',
  foundAtMs: 5,
};

test('a chain that moves and passes every check is verified', () => {
  expect(verdictOf(well, false)).toMatchObject({ word: 'Verified', tone: 'good' });
});

test('a fault is invalid whatever else the state says, and names block, check and last good block', () => {
  const verdict = verdictOf({ ...well, fault }, false);
  expect(verdict).toMatchObject({ word: 'INVALID', tone: 'red' });
  expect(verdict.sentence).toContain('Block 81,205 failed the check “state root”');
  expect(verdict.sentence).toContain('#81,204');
});

test('a console that is not heard gives no verdict on the present', () => {
  const verdict = verdictOf(well, true);
  expect(verdict.tone).toBe('unknown');
  expect(verdict.word).toBe('Not known now; it was: Verified');
});

test('executing the newest three blocks is being verified, a fourth is catching up', () => {
  const behind = (n: number): ChainState => ({
    ...well,
    state: 'catching-up',
    endpoints: [endpoint('a', 81_204 + n)],
  });
  expect(verdictOf(behind(3), false).word).toBe('Verified');
  expect(verdictOf(behind(4), false)).toMatchObject({ word: 'Catching up', tone: 'amber' });
  expect(verdictOf(behind(1_500), false).sentence).toContain('1,500 blocks are still to be executed');
});

test('a chain without new blocks is slow after three periods and frozen after ten, by the real clock', () => {
  const silent = (sinceLastBlockS: number) =>
    verdictOf({ ...well, sinceLastBlockS, blockPeriodS: 2 }, false).word;
  expect(silent(6)).toBe('Verified');
  expect(silent(6.1)).toBe('Verified, but slow');
  expect(silent(20)).toBe('Verified, but slow');
  expect(silent(20.1)).toBe('Verified, but frozen');
});

test('the age of the last block stands beside the period; none since the start is not an age of zero', () => {
  expect(ageOf(well)).toEqual({ text: '0.8 s ago; one is due every 1.0 s', tone: 'plain' });
  expect(ageOf({ ...well, state: 'unreachable', sinceLastBlockS: 0 }).text).toContain('none since');
});

test('the market clock may be ahead of a block or behind it', () => {
  expect(marketAgeWords(1_000_000, 1_048_000)).toBe('48 s behind the market clock');
  expect(marketAgeWords(1_000_000, 999_500)).toBe('0.5 s ahead of the market clock');
});

test('only execution from block 0 or 1 is called execution from genesis', () => {
  expect(executedWords(0)).toContain('since genesis');
  expect(executedWords(1)).toContain('since genesis');
  expect(executedWords(2)).toContain('from block 2 on');
});

test('a single-machine chain is never taken for a consortium', () => {
  expect(kindWords(well)).toContain('its 4 validators run here. It is not a consortium');
  expect(kindWords({ ...well, kind: 'remote' })).not.toContain('single-machine');
});

test('a quorum is two thirds of the validators, rounded up', () => {
  expect([1, 3, 4, 6, 7].map(quorumOf)).toEqual([1, 2, 3, 4, 5]);
  expect(sealWords(4, 4)).toBe('4 of 4, quorum 3');
  expect(sealWords(5, 4)).toBe('5; the present set has 4, quorum 3');
  expect(sealWords(3, 0)).toBe('3, validators not known');
});

test('a round above zero says how many proposers missed their turn', () => {
  expect(roundWords(0)).toBe('0, sealed at the first try');
  expect(roundWords(2)).toContain('2 proposers missed a turn');
});

test('a proposer is named whatever the case of its address', () => {
  expect(proposerName('0xaB03', well.validators)).toBe('Validator 3');
  expect(proposerName('0xother', well.validators)).toBe('not in the present set');
});

test('a lying endpoint does not set the height that others are behind', () => {
  const rows = endpointRows({
    ...well,
    endpoints: [
      endpoint('a', 81_210),
      endpoint('b', 999_999, 'lying'),
      endpoint('c', 81_200, 'lagging'),
      endpoint('d', 0, 'unreachable'),
    ],
  });
  expect(rows.map(r => r.behind)).toEqual([0, 0, 10, null]);
  expect(rows.map(r => r.tone)).toEqual(['good', 'red', 'amber', 'amber']);
});

test('a single endpoint is said to be without a second, and still executed', () => {
  expect(crossCheckWords(1)).toMatch(/cannot be cross-checked.*executed again/);
  expect(crossCheckWords(2)).not.toContain('cannot');
});

test('a fault says what is locked, what to do and what ends it; two sealed blocks end otherwise', () => {
  const remote = { head: 81_204, kind: 'remote' } as const;
  expect(consequences(fault, remote).map(c => c.title)).toEqual(['Follows', 'To do', 'Ends']);
  expect(consequences(fault, remote)[0]?.text).toContain('All commands are locked');
  const twins = consequences({ ...fault, stage: 'link', code: 'link/two-sealed-blocks' }, remote);
  expect(twins[1]?.text).toContain('a third of them or more signed both');
  expect(twins[2]?.text).toContain('no endpoint shows the second block');
});

test('nobody else is to be called about a chain whose validators all run here', () => {
  expect(consequences(fault, well)[1]?.text).toContain('nobody else can be asked');
});
