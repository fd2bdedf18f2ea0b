/**
 * From what is known now to the alarms that should stand (ISA-18.2: each has a cause, a consequence, an action and the time left).
 * One card per root element: everything that one transformer brings about is one card. Pure.
 */
import type { AlarmPriority, Risk } from '../../records/supervision.ts';
import type { IntervalStart, MarketMs, Wh } from '../../records/units.ts';

/** An alarm that should stand. Its key is its identity: the same trouble keeps its card. */
export interface AlarmDemand {
  readonly key: string;
  readonly priority: AlarmPriority;
  readonly title: string;
  readonly cause: string;
  readonly consequence: string;
  readonly action: string;
  readonly link: { readonly screen: string; readonly subject: string };
  readonly decideByMs: MarketMs | null;
  /** Raw occurrences folded into it. */
  readonly count: number;
}

export interface AlarmFacts {
  readonly risks: readonly Risk[];
  /** Trades on hold, gate still open, by interval. */
  readonly held: readonly {
    readonly interval: IntervalStart;
    readonly trades: number;
    readonly reason: string;
    readonly gateClosesAtMs: MarketMs;
  }[];
  /** Trades without any verdict whose gate closes soon. */
  readonly undecidedNearGate: { readonly trades: number; readonly gateClosesAtMs: MarketMs } | null;
  readonly telemetry: { readonly state: 'live' | 'stale' | 'lost'; readonly detail: string };
  readonly chain: {
    readonly state: 'verified' | 'catching-up' | 'invalid' | 'unreachable';
    readonly detail: string;
    readonly lies: readonly string[];
  };
  readonly sinceLastBlockS: number;
  readonly blockPeriodS: number;
  /** Commands that did not get on chain, newest first. */
  readonly failedCommands: readonly {
    readonly id: string;
    readonly what: string;
    readonly failure: string;
  }[];
  /** Batches of trades that cannot be read, or were settled otherwise than worked out here; oldest interval first. */
  readonly batchTroubles: readonly {
    readonly batchId: string;
    readonly interval: IntervalStart;
    /** `stands`: it differs, and nobody can object to it (any more). */
    readonly kind: 'unreadable' | 'differs' | 'stands' | 'objected' | 'void';
    readonly detail: string;
    /** Until then it can be objected to; null: it cannot. */
    readonly objectUntilMs: MarketMs | null;
  }[];
  /** Parts of flexibility that others bought in our area and whose time to answer is nearly up; null: there are none. */
  readonly waitingFlexibility: {
    readonly parts: number;
    readonly energyWh: Wh;
    readonly interval: IntervalStart;
    /** The first of them lapses. */
    readonly endsAtMs: MarketMs;
  } | null;
  readonly storeFailure: string | null;
  readonly worldLost: boolean;
  /** HH:MM in the market area's time, for sentences. */
  clockText(atMs: MarketMs): string;
}

/** Promise A15: amber after 3 block periods, red after 10. */
const SLOW_AFTER_PERIODS = 3;
const FROZEN_AFTER_PERIODS = 10;

export function alarmDemands(facts: AlarmFacts): AlarmDemand[] {
  return [
    ...limitAlarms(facts),
    ...tradeAlarms(facts),
    ...batchAlarms(facts),
    ...waitingAlarms(facts),
    ...telemetryAlarms(facts),
    ...chainAlarms(facts),
    ...commandAlarms(facts),
  ];
}

/** One card per element: its most urgent risk speaks, the others are counted. */
function limitAlarms({ risks, clockText }: AlarmFacts): AlarmDemand[] {
  const byElement = new Map<string, Risk[]>();
  for (const risk of risks) byElement.set(risk.element, [...(byElement.get(risk.element) ?? []), risk]);
  return [...byElement].flatMap(([element, all]) => {
    const worst = all[0];
    if (!worst) return [];
    const value =
      worst.unit === '%'
        ? `${worst.worstValue.toFixed(0)} %`
        : `${worst.worstValue.toFixed(3)} ${worst.unit}`;
    const limit =
      worst.unit === '%'
        ? `${worst.limitValue.toFixed(0)} %`
        : `${worst.limitValue.toFixed(3)} ${worst.unit}`;
    const isNow = worst.severity === 'violated';
    const window = `${clockText(worst.fromInterval * 1000)} to ${clockText((worst.toInterval + 900) * 1000)}`;
    return [
      {
        key: `limit ${element}`,
        priority: isNow ? ('critical' as const) : ('high' as const),
        title: `${element} ${value}${isNow ? ' now' : ` from ${clockText(worst.fromInterval * 1000)}`}`,
        cause: `Forecast and accepted trades bring ${element} (${worst.segment || 'station'}) to ${value} at ${clockText(worst.worstInterval * 1000)}; its limit is ${limit}.`,
        consequence: `${limitWord(worst)} is violated ${window}: trades there are rejected, equipment ages, supply is at risk.`,
        action: 'Buy flexibility behind the element; curtail only when offers cannot solve it.',
        link: { screen: 'flexibility', subject: element },
        // Flexibility can be bought until delivery begins.
        decideByMs: worst.fromInterval * 1000,
        count: all.length,
      },
    ];
  });
}

function limitWord(risk: Risk): string {
  return {
    'voltage-high': 'The upper voltage limit',
    'voltage-low': 'The lower voltage limit',
    'line-loading': 'The thermal limit',
    'transformer-loading': 'The transformer rating',
  }[risk.limit];
}

function tradeAlarms({ held, undecidedNearGate, clockText }: AlarmFacts): AlarmDemand[] {
  const alarms: AlarmDemand[] = [];
  const total = held.reduce((sum, h) => sum + h.trades, 0);
  const first = held[0];
  if (first) {
    alarms.push({
      key: 'trades held',
      priority: 'medium',
      title: `${total} trade${total === 1 ? '' : 's'} on hold`,
      cause: first.reason,
      consequence: `What is still on hold when its gate closes (first at ${clockText(first.gateClosesAtMs)}) does not settle.`,
      action: 'Remove the cause, or let the trades lapse.',
      link: { screen: 'trades', subject: '' },
      decideByMs: first.gateClosesAtMs,
      count: total,
    });
  }
  if (undecidedNearGate) {
    alarms.push({
      key: 'trades undecided',
      priority: 'high',
      title: `${undecidedNearGate.trades} trades without verdict, gate near`,
      cause: 'The trade check has not kept up with what was proposed.',
      consequence: `They lapse when the gate closes at ${clockText(undecidedNearGate.gateClosesAtMs)}.`,
      action: 'Look at the backlog and its cause.',
      link: { screen: 'trades', subject: '' },
      decideByMs: undecidedNearGate.gateClosesAtMs,
      count: undecidedNearGate.trades,
    });
  }
  return alarms;
}

/** One card per kind of trouble: the oldest speaks, the others are counted. */
function batchAlarms({ batchTroubles, clockText }: AlarmFacts): AlarmDemand[] {
  return BATCH_ALARMS.flatMap(({ kind, priority, title, consequence, action }) => {
    const all = batchTroubles.filter(t => t.kind === kind);
    const first = all[0];
    if (!first) return [];
    return [
      {
        key: `batch ${kind}`,
        priority,
        title: `${all.length === 1 ? 'A batch' : `${all.length} batches`} of trades ${title}`,
        cause: `Batch ${first.batchId} for ${clockText(first.interval * 1000)}: ${first.detail}.`,
        consequence,
        action,
        link: { screen: 'trades', subject: '' },
        decideByMs: first.objectUntilMs,
        count: all.length,
      },
    ];
  });
}

/** One card for all: what waits is answered part by part on its screen. */
function waitingAlarms({ waitingFlexibility, clockText }: AlarmFacts): AlarmDemand[] {
  if (waitingFlexibility === null) return [];
  const { parts, energyWh, interval, endsAtMs } = waitingFlexibility;
  return [
    {
      key: 'flexibility waiting',
      priority: 'medium',
      title: `${parts === 1 ? 'An activation waits' : `${parts} activations wait`} for your answer`,
      cause: `Others bought ${kwh(energyWh)} kWh of flexibility in this area, the first for ${clockText(interval * 1000)}.`,
      consequence: `What is not answered by ${clockText(endsAtMs)} lapses: nothing is activated, and its buyer goes without.`,
      action: 'Look at what each does to the grid, then confirm or refuse it.',
      link: { screen: 'flexibility', subject: '' },
      decideByMs: endsAtMs,
      count: parts,
    },
  ];
}

function kwh(energyWh: Wh): string {
  return (Number(energyWh) / 1000).toFixed(1);
}

const BATCH_ALARMS = [
  {
    kind: 'unreadable',
    priority: 'high',
    title: 'cannot be read',
    consequence: 'Its trades cannot be checked: they stay on hold and do not settle.',
    action: 'Ask the submitter to seal it for the key of this console, which the registry shows.',
  },
  {
    kind: 'differs',
    priority: 'high',
    title: 'settled otherwise than its trades give',
    consequence: 'Participants and grid fees are booked wrongly; after the objection time it stands.',
    action: 'Compare it with the verdicts; an objection opens it in daylight.',
  },
  {
    kind: 'stands',
    priority: 'medium',
    title: 'settled otherwise than its trades give, for good',
    consequence: 'Nobody can object to it any more: participants and grid fees are booked as it says.',
    action: 'Settle the difference with who gave it; Trades and the fee report show the rows.',
  },
  {
    kind: 'objected',
    priority: 'medium',
    title: 'objected to',
    consequence: 'Its interval does not close until it is opened in daylight; unanswered it is void.',
    action: 'The submitter has to open it in time.',
  },
  {
    kind: 'void',
    priority: 'low',
    title: 'void',
    consequence: 'Its trades do not settle; its points settle with the retailer alone.',
    action: 'Tell the submitter.',
  },
] as const;

function telemetryAlarms({ telemetry, worldLost }: AlarmFacts): AlarmDemand[] {
  const alarms: AlarmDemand[] = [];
  if (telemetry.state !== 'live') {
    alarms.push({
      key: 'telemetry',
      priority: telemetry.state === 'lost' ? 'critical' : 'high',
      title: telemetry.state === 'lost' ? 'Measurements lost' : 'Measurements stale',
      cause: telemetry.detail,
      consequence:
        'Every pending trade is held and commands are locked: what is shown may not be true any more.',
      action: 'Check the gateway and the connection to the stations.',
      link: { screen: 'overview', subject: '' },
      decideByMs: null,
      count: 1,
    });
  }
  if (worldLost) {
    alarms.push({
      key: 'simulated world',
      priority: 'high',
      title: 'The simulated market has stopped',
      cause: 'The program that plays participants, meters and stations has ended.',
      consequence: 'No trades, offers or measurements come in.',
      action: 'Restart the console; its last words are in the terminal.',
      link: { screen: 'chain', subject: '' },
      decideByMs: null,
      count: 1,
    });
  }
  return alarms;
}

function chainAlarms({ chain, sinceLastBlockS, blockPeriodS }: AlarmFacts): AlarmDemand[] {
  const alarms: AlarmDemand[] = [];
  const card = (
    key: string,
    priority: AlarmPriority,
    title: string,
    cause: string,
    consequence: string,
    action: string,
  ) =>
    alarms.push({
      key,
      priority,
      title,
      cause,
      consequence,
      action,
      link: { screen: 'chain', subject: '' },
      decideByMs: null,
      count: 1,
    });
  if (chain.state === 'invalid') {
    card(
      'chain invalid',
      'critical',
      'A block of the chain is invalid',
      chain.detail,
      'Every command is locked; nothing after this block is believed.',
      'Keep the evidence and call the other validators.',
    );
  } else if (chain.state === 'unreachable') {
    card(
      'chain unreachable',
      'high',
      'No endpoint of the chain answers',
      chain.detail,
      'Commands are locked and new trades are not seen.',
      'Check the endpoints.',
    );
  } else if (sinceLastBlockS > FROZEN_AFTER_PERIODS * blockPeriodS) {
    card(
      'chain stalled',
      'high',
      'Market frozen',
      `No block for ${FROZEN_AFTER_PERIODS} block periods: fewer than two thirds of the validators seal.`,
      'No trade, verdict or order gets on chain; the grid view goes on.',
      'Call the other validators.',
    );
  } else if (sinceLastBlockS > SLOW_AFTER_PERIODS * blockPeriodS) {
    card(
      'chain stalled',
      'medium',
      'The chain is slow',
      `No block for more than ${SLOW_AFTER_PERIODS} block periods.`,
      'Verdicts may come late for the next gate.',
      'Watch; look at the proposers.',
    );
  }
  if (chain.lies.length > 0) {
    card(
      'endpoint lies',
      'high',
      'An endpoint tells something untrue',
      chain.lies.join('; '),
      'Its answers are not used; the other endpoints and our own execution decide.',
      'Take the endpoint out of the configuration.',
    );
  }
  return alarms;
}

function commandAlarms({ failedCommands, storeFailure }: AlarmFacts): AlarmDemand[] {
  const alarms: AlarmDemand[] = failedCommands.map(command => ({
    key: `command ${command.id}`,
    priority: 'high',
    title: `${command.what} did not take effect`,
    cause: command.failure,
    consequence: 'What was ordered does not happen.',
    action: 'Look at the limit again and order anew.',
    link: { screen: 'flexibility', subject: '' },
    decideByMs: null,
    count: 1,
  }));
  if (storeFailure !== null) {
    alarms.push({
      key: 'store',
      priority: 'critical',
      title: 'Records cannot be written',
      cause: storeFailure,
      consequence: 'Commands are locked: nothing may happen that is not on record.',
      action: 'Make room on the disk, or repair it.',
      link: { screen: 'audit', subject: '' },
      decideByMs: null,
      count: 1,
    });
  }
  return alarms;
}
