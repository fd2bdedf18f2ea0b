/** Supervision over a real market and a real power flow; what it records and sends is kept in lists, the rest of the world is a few switches. */
import { gateClosesAtMs, type MarketTimes } from '../../market/gates.ts';
import type { Market } from '../../market/service.ts';
import { at, recorded, tradeEvent } from '../../market/testing/builders.ts';
import type { Trade } from '../../records/market.ts';
import type { Verdict } from '../../records/supervision.ts';
import type { IntervalStart, MarketMs } from '../../records/units.ts';
import type { Solver } from '../solver/solver.ts';
import { TradeSupervision } from '../verdicts/trade-supervision.ts';

export interface World {
  nowMs: MarketMs;
  chainVerified: boolean;
  rulesFit: boolean;
  telemetryLive: boolean;
  commandsFree: boolean;
  storeTakes: boolean;
  /** Just before the effect: a test may look at what is believed then. */
  onEffect: (effect: 'record' | 'send', verdicts: readonly Verdict[]) => void;
}

/** Wide enough for every price of these tests. */
const TARIFF = {
  validFrom: 0,
  feedInMicroEurPerKwh: 80_000n,
  retailMicroEurPerKwh: 320_000n,
  feeCapMicroEurPerKwh: 100_000n,
};

/** More than any test means: rounds that give each other cause would never end. */
const KEPT_MAX = 300;

export function supervised(
  market: Market,
  solver: Solver,
  hasPoint: (point: string) => boolean,
  start: Partial<World> = {},
) {
  const world: World = {
    nowMs: 0,
    chainVerified: true,
    rulesFit: true,
    telemetryLive: true,
    commandsFree: true,
    storeTakes: true,
    onEffect: () => {},
    ...start,
  };
  const kept: { readonly verdict: Verdict; readonly evidence: string }[] = [];
  const batches: (readonly Verdict[])[] = [];
  const reports: string[] = [];
  const gateMs = (interval: IntervalStart) => gateClosesAtMs(market.times as MarketTimes, interval);
  const final = (id: string) => {
    const decision = market.trade(id)?.recorded?.decision ?? 'held';
    return decision !== 'held';
  };

  const supervision = new TradeSupervision({
    trades: {
      undecided: () => market.undecided(),
      decide: verdicts => market.decide(verdicts),
      injection: interval => market.injection(interval),
      scheduleRevision: interval => market.scheduleRevision(interval),
      isOpen: id => market.trade(id)?.lapsed === false && !final(id),
      onChange: handler => market.onChange(handler),
    },
    solver,
    records: {
      appendVerdicts: async verdicts => {
        world.onEffect(
          'record',
          verdicts.map(v => v.verdict),
        );
        if (kept.length > KEPT_MAX) throw new Error('verdicts are recorded without end');
        if (!world.storeTakes) throw new Error('the disk is full');
        kept.push(...verdicts);
      },
    },
    commands: {
      // As the contract: all or nothing, and what is final stays so.
      giveVerdicts: async verdicts => {
        world.onEffect('send', verdicts);
        const known = verdicts.find(v => final(v.tradeId));
        if (known) throw new Error(`VerdictFinal(${known.tradeId})`);
        batches.push(verdicts);
      },
    },
    conditions: () => ({
      chain: { verified: world.chainVerified, detail: 'block 5 of 9' },
      rulesMismatch: world.rulesFit ? null : 'the market has other gates',
      telemetry: { live: world.telemetryLive, detail: 'nothing for 12 s' },
      hasForecast: interval => market.schedule(interval) !== null,
      hasPoint,
      isAbroad: (trade, point) => market.isAbroad(trade, point),
      hasMeter: point => market.hasMeter(point),
      tariffAt: () => TARIFF,
    }),
    mayCommand: () => world.commandsFree,
    gateClosesAtMs: gateMs,
    clock: { nowMs: () => world.nowMs },
    report: problem => reports.push(problem),
  });

  return {
    supervision,
    world,
    kept,
    batches,
    reports,
    gateMs,
    /** Everything answers on this thread: a round is over before the event loop turns. */
    async settled(change: Partial<World> = {}): Promise<void> {
      Object.assign(world, change);
      supervision.run();
      await new Promise(resolve => setImmediate(resolve));
    },
    /** One block with these trades, and the round that follows. */
    async propose(...trades: readonly Trade[]): Promise<void> {
      market.applyBlock(world.nowMs, trades.map(tradeEvent));
      await new Promise(resolve => setImmediate(resolve));
    },
    /** A block later the verdicts stand on chain. */
    land(...verdicts: readonly Verdict[]): void {
      market.applyBlock(
        world.nowMs,
        verdicts.map(v => ({
          type: 'verdict',
          verdict: {
            ...recorded(market.trade(v.tradeId)!.trade, v.decision, v.energySafeWh),
            reasonCode: v.reasonCode,
            recordedAt: at(Number(v.tradeId), 1),
          },
        })),
      );
    },
    decision: (id: string) => market.trade(id)?.own?.decision ?? null,
    reason: (id: string) => market.trade(id)?.own?.reason ?? null,
    sent: () => batches.flat().map(v => `${v.tradeId} ${v.decision}`),
  };
}
