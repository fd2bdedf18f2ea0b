/** Verdicts in plain sentences, with the numbers they rest on. */
import type { Leg } from './legs.ts';
import type { LimitClass, LimitsNotGiven } from './limits.ts';
import { elementOf, limitValues, type Watch, type WatchedLimit, type WatchRows } from './watch.ts';

/** Elements named in one sentence; the rest is counted. */
const NAMED_MAX = 3;

/** Such as "would load transformer T-S031 to 113.2 % (limit 100 %); 42.0 kWh would be safe". */
export function describeExcess(
  w: Watch,
  over: WatchedLimit,
  before: Float64Array,
  values: Float64Array,
  leg: Leg,
  energySafeWh: number,
): string {
  const { given, allowed } = limitValues(w, over);
  const already = allowed === given ? '' : `, which is at ${quantity(over, before[over.row]!)} already,`;
  const safe =
    energySafeWh > 0 ? `${energyText(energySafeWh)} would be safe` : 'no smaller energy would be safe';
  return `${LEG_START[leg]}${effect(w, over, already, values[over.row]!)} (${LIMIT_WORD[w.limitClass]} ${quantity(over, given)}); ${safe}`;
}

/** What one leg alone would do, where the policy only warns. */
export function describeLegFailure(w: Watch, over: WatchedLimit, values: Float64Array, leg: Leg): string {
  const { given } = limitValues(w, over);
  return `${LEG_START[leg]}${effect(w, over, '', values[over.row]!)} (${LIMIT_WORD[w.limitClass]} ${quantity(over, given)})`;
}

/** Limits the schedule violates by itself, and what that means for trades. */
export function alreadyViolated(w: Watch, values: Float64Array): string[] {
  // A transformer is watched at both ends: the worse one speaks for it.
  const worst = new Map<string, { share: number; text: string }>();
  const add = (limit: WatchedLimit['limit'], row: number, given: number) => {
    const at = { limit, row };
    const element = `${limit} ${name(w, at)}`;
    const share = Math.abs(values[row]! - given) / given;
    if (share <= (worst.get(element)?.share ?? -1)) return;
    worst.set(element, {
      share,
      text: `${name(w, at)} is at ${quantity(at, values[row]!)} (limit ${quantity(at, given)})`,
    });
  };
  for (let row = 0; row < w.node.length; row++) {
    if (values[row]! > w.high[row]!) add('voltage-high', row, w.high[row]!);
    if (values[row]! < w.low[row]!) add('voltage-low', row, w.low[row]!);
  }
  for (let row = 0; row < w.branch.length; row++) {
    if (values[w.node.length + row]! > w.max[row]!) add('line-loading', w.node.length + row, w.max[row]!);
  }
  const beyond = [...worst.values()].map(found => found.text);
  if (beyond.length === 0) return [];
  return [`${listed(beyond)} by the schedule alone: a trade passes that does not worsen it`];
}

export function describeNotGiven({ voltageLow, voltageHigh, loading }: LimitsNotGiven): string[] {
  const notes: string[] = [];
  const add = (what: string, ids: readonly string[]) => {
    if (ids.length > 0) notes.push(`no ${what} is given for ${listed(ids)}: it cannot bind there`);
  };
  add('lower voltage limit', voltageLow);
  add('upper voltage limit', voltageHigh);
  add('rating', loading);
  return notes;
}

export function energyText(wh: number): string {
  return `${(wh / 1000).toFixed(wh % 100 === 0 ? 1 : 3)} kWh`;
}

function effect(w: WatchRows, at: WatchedLimit, already: string, value: number): string {
  const element = `${name(w, at)}${already}`;
  switch (at.limit) {
    case 'voltage-high':
      return `would raise the voltage at ${element} to ${quantity(at, value)}`;
    case 'voltage-low':
      return `would lower the voltage at ${element} to ${quantity(at, value)}`;
    default:
      return `would load ${element} to ${quantity(at, value)}`;
  }
}

function name(w: WatchRows, { row }: WatchedLimit): string {
  const kind =
    row < w.node.length ? 'bus' : KIND_NAME[w.model.network.branch.kind[w.branch[row - w.node.length]!]!]!;
  return `${kind} ${elementOf(w, row)}`;
}

/** Digits are added where a value beyond a limit would read like the limit itself. */
function quantity({ limit }: WatchedLimit, value: number): string {
  return limit === 'voltage-high' || limit === 'voltage-low'
    ? `${value.toFixed(4)} p.u.`
    : `${percent(value)} %`;
}

function percent(value: number): string {
  if (Number.isInteger(value)) return value.toFixed(0);
  const short = value.toFixed(1);
  return Number(short) === Math.round(value) ? value.toFixed(3) : short;
}

function listed(items: readonly string[]): string {
  const shown = items.slice(0, NAMED_MAX).join(', ');
  return items.length > NAMED_MAX ? `${shown} and ${items.length - NAMED_MAX} more` : shown;
}

const LIMIT_WORD: Record<LimitClass, string> = { lasting: 'limit', temporary: 'short-time limit' };

const LEG_START: Record<Leg, string> = {
  both: '',
  'seller-only': 'with the buyer absent the seller alone ',
  'buyer-only': 'with the seller absent the buyer alone ',
};

/** By BRANCH_KIND. */
const KIND_NAME = ['line', 'transformer', 'impedance'];
