/** Activations of others that wait for our answer: time left, what each does, and why it cannot be answered now. */
import type { z } from 'zod';
import type { zFinding } from '../../preload/contract/common.ts';
import { REASON_CHARACTERS, type zWaitingPart } from '../../preload/contract/flexibility.ts';
import { formatKwh } from '../ui/amounts.ts';
import { decimalsOf, formatNumber } from '../ui/numbers.ts';
import { formatCountdown } from '../ui/times.ts';

export type WaitingPart = z.output<typeof zWaitingPart>;
export type Finding = z.output<typeof zFinding>;
export type AnswerKind = 'confirm' | 'refuse';
export type RefusalCode = 1 | 2 | 3;

export interface WaitingRow {
  readonly part: WaitingPart;
  readonly left: string;
  /** Little time is left. */
  readonly isNear: boolean;
  readonly tone: 'good' | 'red' | 'unknown';
  /** What it does to the worst element, or why that is not known. */
  readonly effect: string;
  /** Our answer on its way; null: none. */
  readonly answered: string | null;
}

/** Least time left first, as long as there is any. */
export function waitingRows(parts: readonly WaitingPart[], nowMs: number): WaitingRow[] {
  return parts
    .filter(part => part.endsAtMs > nowMs)
    .sort((a, b) => a.endsAtMs - b.endsAtMs)
    .map(part => ({
      part,
      left: formatCountdown(part.endsAtMs - nowMs),
      isNear: part.endsAtMs - nowMs < NEAR_MS,
      tone: TONE[part.finding.proposal],
      effect: effectText(part.finding),
      answered: answeredWords(part.answer),
    }));
}

/** Why an answer cannot be given; null: it can. The interlock is the caller's. */
export function answerBlocked(part: WaitingPart, kind: AnswerKind, nowMs: number): string | null {
  if (nowMs >= part.endsAtMs) return 'It has lapsed.';
  if (isUnderWay(part)) return 'It is answered already.';
  if (part.finding.proposal === 'none') return 'Nothing is proposed: it is left to lapse.';
  return kind === 'confirm' && part.finding.proposal === 'refuse' ? 'It would violate a limit.' : null;
}

/** Why a refusal cannot be given with these words; null: it can. */
export function refusalProblem(part: WaitingPart, code: RefusalCode | null, words: string): string | null {
  if (code === null) return 'Choose a reason.';
  if (code === 1 && part.finding.proposal !== 'refuse') return 'By the power flow it violates no limit.';
  return words.trim().length < REASON_CHARACTERS.least
    ? `Say why, in ${REASON_CHARACTERS.least} characters or more.`
    : null;
}

/** Said once an answer is recorded: the part leaves the list with the block that holds it. */
export function doneWords(part: WaitingPart, kind: AnswerKind): string {
  const what = kind === 'confirm' ? 'confirmation' : 'refusal';
  return `The ${what} of ${formatKwh(part.energyWh)} kWh at ${part.point} is recorded and on its way to the chain.`;
}

/** What is filled in beforehand: the check's own words where it speaks against it, else nothing. */
export function refusalStart(part: WaitingPart): { code: RefusalCode | null; words: string } {
  return part.finding.proposal === 'refuse'
    ? { code: 1, words: part.finding.sentence }
    : { code: null, words: '' };
}

/** "balancing, for the balance of the system" */
export function purposeWords({ product, element, beneficiaryPoint }: WaitingPart): string {
  if (beneficiaryPoint !== '') return `${product}, to cover ${beneficiaryPoint}`;
  return `${product}, for ${element === '' ? 'the balance of the system' : element}`;
}

export function directionWords(direction: WaitingPart['direction']): string {
  return direction === 'up' ? 'up: more into the grid' : 'down: less into the grid';
}

function effectText({ worst, proposal, sentence }: Finding): string {
  if (worst === null) return sentence;
  const d = decimalsOf(worst.unit);
  const text = (value: number) => formatNumber(value, d);
  const limit = `limit ${text(worst.limitValue)}`;
  const change = `${worst.element} ${text(worst.before)} → ${text(worst.after)} ${worst.unit}, ${limit}`;
  return proposal === 'confirm' ? change : sentence;
}

function isUnderWay({ answer }: WaitingPart): boolean {
  return answer !== null && answer.state !== 'failed' && answer.state !== 'expired';
}

/** "confirmed: sent" */
function answeredWords(answer: WaitingPart['answer']): string | null {
  return answer === null ? null : `${answer.kind === 'confirm' ? 'confirmed' : 'refused'}: ${answer.state}`;
}

export const REFUSALS: readonly { code: RefusalCode; words: string }[] = [
  { code: 1, words: 'A limit would be violated' },
  { code: 2, words: 'Work or switching in the grid' },
  { code: 3, words: 'Another reason' },
];

const TONE = { confirm: 'good', refuse: 'red', none: 'unknown' } as const;
/** Market time. */
const NEAR_MS = 10 * 60_000;
