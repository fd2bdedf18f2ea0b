/** What the chain screen says: the verdict, the age of the head, what each endpoint is worth, what a fault means. */
import type { ChainState } from '../../preload/contract/chain.ts';
import type { Tone } from '../ui/Marks.tsx';
import { formatAge, formatNumber } from '../ui/numbers.ts';

export type Fault = NonNullable<ChainState['fault']>;

export interface Verdict {
  readonly letter: string;
  readonly word: string;
  readonly tone: Tone;
  readonly sentence: string;
}

/** `stale`: the console is not heard, so its last word is no verdict on the present. */
export function verdictOf(state: ChainState, stale: boolean): Verdict {
  const verdict = presentVerdict(state);
  if (!stale) return verdict;
  return { ...verdict, letter: '?', tone: 'unknown', word: `Not known now; it was: ${verdict.word}` };
}

function presentVerdict(state: ChainState): Verdict {
  const { fault } = state;
  const head = `#${formatNumber(state.head, 0)}`;
  if (fault !== null || state.state === 'invalid')
    return {
      letter: '✗',
      word: 'INVALID',
      tone: 'red',
      sentence: `${fault === null ? 'A block was refused.' : `Block ${formatNumber(fault.blockNumber, 0)} failed the check “${stageWords(fault.stage)}”.`} The last good block is ${head}; nothing after it is believed.`,
    };
  if (state.state === 'unreachable')
    return {
      letter: '!',
      word: 'Unreachable',
      tone: 'red',
      sentence: `No endpoint answers. The last verified block is ${head}; commands are locked until one answers.`,
    };
  if (!isAtHead(state))
    return {
      letter: 'C',
      word: 'Catching up',
      tone: 'amber',
      sentence: `${formatNumber(highestClaim(state) - state.head, 0)} blocks are still to be executed; what the screens show is behind, and commands are locked until then.`,
    };
  const { tone } = ageOf(state);
  const checked = `Every seal up to ${head} was checked and every block executed here`;
  if (tone === 'plain') return { letter: '✓', word: 'Verified', tone: 'good', sentence: `${checked}.` };
  const silence = `no block has come for ${formatAge(state.sinceLastBlockS)}`;
  return tone === 'red'
    ? {
        letter: 'F',
        word: 'Verified, but frozen',
        tone: 'red',
        sentence: `${checked}, but ${silence}: fewer than two thirds of the validators seal. Commands are locked, the grid view goes on.`,
      }
    : { letter: 'S', word: 'Verified, but slow', tone: 'amber', sentence: `${checked}, but ${silence}.` };
}

/** Blocks an endpoint may be ahead while the newest is being executed; as on the status line, or the two would differ. */
const AT_THE_HEAD_BLOCKS = 3;

function isAtHead(state: ChainState): boolean {
  if (state.state !== 'catching-up') return state.state === 'verified';
  return state.head > 0 && highestClaim(state) - state.head <= AT_THE_HEAD_BLOCKS;
}

function highestClaim(state: ChainState): number {
  return Math.max(state.head, ...state.endpoints.map(e => e.head));
}

/** Block periods without a block after which the chain is slow, and frozen: those of the alarms and the interlock. */
const SLOW_AFTER_PERIODS = 3;
const FROZEN_AFTER_PERIODS = 10;

/** Age of the last block against the period, both by the real clock. */
export function ageOf(state: ChainState): { text: string; tone: 'plain' | 'amber' | 'red' } {
  const { sinceLastBlockS: age, blockPeriodS: period } = state;
  const due = `one is due every ${formatAge(period)}`;
  // The console says 0 when it has verified none since it started; only a chain that moves can be that young.
  if (age === 0 && (state.state === 'unreachable' || state.state === 'invalid'))
    return { text: `none since the console started; ${due}`, tone: 'red' };
  const tone =
    age > FROZEN_AFTER_PERIODS * period ? 'red' : age > SLOW_AFTER_PERIODS * period ? 'amber' : 'plain';
  return { text: `${formatAge(age)} ago; ${due}`, tone };
}

/** Where the head stands by the market clock, which may run faster than the real one. */
export function marketAgeWords(headAtMs: number, marketNowMs: number): string {
  const behindS = (marketNowMs - headAtMs) / 1000;
  return `${formatAge(Math.abs(behindS))} ${behindS < 0 ? 'ahead of' : 'behind'} the market clock`;
}

/** Genesis itself holds no transactions: executing from block 1 is executing everything. */
export function executedWords(from: number): string {
  return from <= 1
    ? 'every block since genesis, on this machine'
    : `from block ${formatNumber(from, 0)} on; what came before was taken over from a checkpoint and not executed here`;
}

export function kindWords(state: ChainState): string {
  if (state.kind === 'remote') return 'A chain of several parties, followed and checked here.';
  const validators = state.validators.length > 0 ? `${state.validators.length} validators` : 'validators';
  return `A single-machine chain inside this console: its ${validators} run here. It is not a consortium, so nobody else vouches for what stands on it.`;
}

/** Validators that must sign a block: ceil(2n/3). */
export function quorumOf(validators: number): number {
  return Math.ceil((2 * validators) / 3);
}

/** Against the present set; who might seal an older block is not told. */
export function sealWords(seals: number, validators: number): string {
  if (validators === 0) return `${seals}, validators not known`;
  const quorum = `quorum ${quorumOf(validators)}`;
  return seals > validators
    ? `${seals}; the present set has ${validators}, ${quorum}`
    : `${seals} of ${validators}, ${quorum}`;
}

export function roundWords(round: number): string {
  if (round === 0) return '0, sealed at the first try';
  return `${round}: ${round === 1 ? 'one proposer' : `${round} proposers`} missed a turn before it`;
}

export function proposerName(address: string, validators: ChainState['validators']): string {
  const known = validators.find(v => v.address.toLowerCase() === address.toLowerCase());
  return known?.name ?? 'not in the present set';
}

/** 'state-root' → "state root". */
export function stageWords(stage: string): string {
  return stage.replaceAll('-', ' ');
}

export interface EndpointRow {
  readonly url: string;
  readonly letter: string;
  readonly word: string;
  readonly tone: Tone;
  /** null: it has not said. */
  readonly head: number | null;
  readonly behind: number | null;
  readonly note: string;
}

/** Behind the highest block that is executed here or claimed by an endpoint not caught lying: a lie moves no one back. */
export function endpointRows(state: ChainState): EndpointRow[] {
  const honest = state.endpoints.filter(e => e.state !== 'lying');
  const highest = Math.max(state.head, ...honest.map(e => e.head));
  return state.endpoints.map(e => {
    const head = e.head === 0 && e.state !== 'connected' ? null : e.head;
    return {
      url: e.url,
      ...ENDPOINT_MARKS[e.state],
      head,
      behind: head === null ? null : Math.max(0, highest - head),
      note: e.note,
    };
  });
}

const ENDPOINT_MARKS: Record<
  ChainState['endpoints'][number]['state'],
  { letter: string; word: string; tone: Tone }
> = {
  connected: { letter: '✓', word: 'connected', tone: 'good' },
  lagging: { letter: 'L', word: 'lagging', tone: 'amber' },
  lying: { letter: '✗', word: 'lying', tone: 'red' },
  unreachable: { letter: '!', word: 'unreachable', tone: 'amber' },
};

export function crossCheckWords(endpoints: number): string {
  return endpoints === 1
    ? 'One endpoint cannot be cross-checked by a second: what it withholds goes unseen. But every block it gives is executed again here.'
    : 'All are compared at the head, and every block is executed again here, whoever gave it.';
}

/** What a fault means for the desk, what to do, and what ends it. */
export function consequences(
  fault: Fault,
  state: Pick<ChainState, 'head' | 'kind'>,
): { title: string; text: string }[] {
  const twins = fault.code === 'link/two-sealed-blocks';
  return [
    {
      title: 'Follows',
      text: `All commands are locked. The view goes on with the grid and with the chain up to block ${formatNumber(state.head, 0)}.`,
    },
    {
      title: 'To do',
      text: state.kind === 'embedded' ? TO_DO.embedded : twins ? TO_DO.twins : TO_DO.refused,
    },
    {
      title: 'Ends',
      text: twins
        ? 'By itself, when no endpoint shows the second block any more. The fault stays on record.'
        : 'By itself, when an endpoint offers a right block of this height. The fault stays on record.',
    },
  ];
}

const TO_DO = {
  embedded:
    'All validators run in this console, so nobody else can be asked. Keep the folder of this market as it is, start the console again, and report the fault if it is still there.',
  twins:
    'Call the other validators: two blocks of one height bear a quorum of seals, so a third of them or more signed both. Both headers are kept as evidence.',
  refused:
    'Compare number and hash of this block with the other validators, by telephone. If theirs differs, take this endpoint out of the configuration; if it is the same, their chain is wrong. The header is kept as evidence.',
} as const;
