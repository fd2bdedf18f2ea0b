/** Small signs that carry shape and letter beside their colour. */
import type { z } from 'zod';
import type { zDecision, zLight, zPriority } from '../../preload/contract/common.ts';

export type Tone = 'good' | 'amber' | 'red' | 'info' | 'plain' | 'unknown';
type Light = z.output<typeof zLight>;
type Decision = z.output<typeof zDecision>;
export type Priority = z.output<typeof zPriority>;

/** A letter in its shape with a word beside it. */
export function Letter(props: {
  letter: string;
  word: string;
  tone: Tone;
  hideWord?: boolean;
  /** Drawn by its line only: for what is coloured but is not an alarm. */
  light?: boolean;
}) {
  return (
    <span className={`mark ${props.light ? 'light' : ''}`} data-tone={props.tone}>
      <span className="mark-letter" aria-hidden="true">
        {props.letter}
      </span>
      <span className={props.hideWord ? 'visually-hidden' : undefined}>{props.word}</span>
    </span>
  );
}

const LIGHTS: Record<Light, { letter: string; word: string; tone: Tone }> = {
  green: { letter: 'G', word: 'green', tone: 'good' },
  amber: { letter: 'A', word: 'amber', tone: 'amber' },
  red: { letter: 'R', word: 'red', tone: 'red' },
  unknown: { letter: '?', word: 'unknown', tone: 'unknown' },
};

/** Traffic light of a segment (BDEW): letter, shape, and colour only where something is wrong. */
export function LightLetter(props: { light: Light; hideWord?: boolean }) {
  const light = LIGHTS[props.light];
  return <Letter {...light} hideWord={props.hideWord ?? true} />;
}

const VERDICTS: Record<Decision, { letter: string; word: string; tone: Tone }> = {
  pending: { letter: 'P', word: 'pending', tone: 'plain' },
  accepted: { letter: 'A', word: 'accepted', tone: 'good' },
  reduced: { letter: 'R', word: 'reduced', tone: 'amber' },
  rejected: { letter: 'X', word: 'rejected', tone: 'red' },
  held: { letter: 'H', word: 'held', tone: 'info' },
};

/** Verdict on a trade: letter and word. A rejected trade is the market's daily business, so its mark is small. */
export function VerdictMark(props: { decision: Decision }) {
  return <Letter {...VERDICTS[props.decision]} light />;
}

const PRIORITIES: Record<Priority, string> = { critical: '▲', high: '◆', medium: '●', low: '○' };

/** ▲ critical, ◆ high, ● medium, ○ low. */
export function PriorityMark(props: { priority: Priority; word?: boolean }) {
  return (
    <span className="mark">
      <span className="priority" data-priority={props.priority} aria-hidden="true">
        {PRIORITIES[props.priority]}
      </span>
      <span className={props.word ? undefined : 'visually-hidden'}>{props.priority}</span>
    </span>
  );
}
