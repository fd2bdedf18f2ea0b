/** The facts that alarms are judged on, from what the services know. Pure. */
import type { Risk, Verdict } from '../../records/supervision.ts';
import type { IntervalStart, MarketMs, Wh } from '../../records/units.ts';
import type { AlarmFacts } from './alarm-rules.ts';

export interface FactSources {
  readonly risks: readonly Risk[];
  readonly undecided: readonly {
    readonly trade: { readonly interval: IntervalStart };
    readonly own: Verdict | null;
  }[];
  gateClosesAtMs(interval: IntervalStart): MarketMs;
  readonly nowMs: MarketMs;
  readonly telemetry: AlarmFacts['telemetry'];
  readonly chain: AlarmFacts['chain'];
  readonly lastBlockAtMs: number;
  readonly realNowMs: number;
  readonly blockPeriodS: number;
  readonly failedOrders: readonly {
    readonly id: string;
    readonly command: { readonly type: string };
    readonly failure: string | null;
  }[];
  readonly batchTroubles: AlarmFacts['batchTroubles'];
  /** Everything that can still be answered. */
  readonly waitingFlexibility: readonly {
    readonly interval: IntervalStart;
    readonly energyWh: Wh;
    readonly endsAtMs: MarketMs;
  }[];
  readonly storeFailure: string | null;
  readonly worldLost: boolean;
}

/** Trades without verdict this long before their gate are an alarm; market time. */
const NEAR_GATE_MS = 3 * 60_000;
/** Flexibility that waits for an answer is an alarm this long before it lapses; market time. */
const NEAR_LAPSE_MS = 15 * 60_000;
const FAILED_SHOWN_MAX = 5;

/** The clock on the wall of the control room, as the screens show it. */
const clock = new Intl.DateTimeFormat('de-DE', { hour: '2-digit', minute: '2-digit' });

export function alarmFacts(sources: FactSources): AlarmFacts {
  const { undecided, gateClosesAtMs, nowMs } = sources;
  const held = new Map<IntervalStart, { trades: number; reason: string }>();
  let late = 0;
  let lateGateMs = Number.POSITIVE_INFINITY;
  for (const { trade, own } of undecided) {
    if (own !== null) {
      const known = held.get(trade.interval) ?? { trades: 0, reason: own.reason };
      known.trades++;
      held.set(trade.interval, known);
    } else if (gateClosesAtMs(trade.interval) - nowMs < NEAR_GATE_MS) {
      late++;
      lateGateMs = Math.min(lateGateMs, gateClosesAtMs(trade.interval));
    }
  }
  return {
    risks: sources.risks,
    held: [...held]
      .sort(([a], [b]) => a - b)
      .map(([interval, h]) => ({ interval, ...h, gateClosesAtMs: gateClosesAtMs(interval) })),
    undecidedNearGate: late > 0 ? { trades: late, gateClosesAtMs: lateGateMs } : null,
    telemetry: sources.telemetry,
    chain: sources.chain,
    sinceLastBlockS: (sources.realNowMs - sources.lastBlockAtMs) / 1000,
    blockPeriodS: sources.blockPeriodS,
    failedCommands: sources.failedOrders.slice(0, FAILED_SHOWN_MAX).map(o => ({
      id: o.id,
      what: WHAT[o.command.type] ?? 'A command',
      failure: o.failure ?? 'no reason given',
    })),
    batchTroubles: sources.batchTroubles.map(trouble => orStands(trouble, nowMs)),
    waitingFlexibility: nearLapse(sources),
    storeFailure: sources.storeFailure,
    worldLost: sources.worldLost,
    clockText: atMs => clock.format(atMs),
  };
}

type BatchTrouble = AlarmFacts['batchTroubles'][number];

function orStands(trouble: BatchTrouble, nowMs: MarketMs): BatchTrouble {
  const { kind, objectUntilMs } = trouble;
  const isOver = kind === 'differs' && (objectUntilMs === null || objectUntilMs <= nowMs);
  return isOver ? { ...trouble, kind: 'stands', objectUntilMs: null } : trouble;
}

function nearLapse({ waitingFlexibility, nowMs }: FactSources): AlarmFacts['waitingFlexibility'] {
  const near = waitingFlexibility.filter(w => w.endsAtMs - nowMs < NEAR_LAPSE_MS);
  const first = near.toSorted((a, b) => a.endsAtMs - b.endsAtMs)[0];
  if (first === undefined) return null;
  const energyWh = near.reduce((sum, w) => sum + w.energyWh, 0n);
  return { parts: near.length, energyWh, interval: first.interval, endsAtMs: first.endsAtMs };
}

const WHAT: Readonly<Record<string, string>> = {
  'purchase-flexibility': 'A flexibility purchase',
  'confirm-flexibility': 'A confirmation of flexibility',
  'refuse-flexibility': 'A refusal of flexibility',
  'object-to-batch': 'An objection to a batch',
  curtail: 'A curtailment',
};
