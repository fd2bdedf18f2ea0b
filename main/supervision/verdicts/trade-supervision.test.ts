import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { connectionPoints } from '../../../grid-models/network/connection-points.ts';
import { feeder } from '../../../grid-models/sensitivity/testing/feeder.ts';
import { DEMONSTRATION_TARIFF } from '../../../grid-models/tariff/demonstration-tariff.ts';
import { Market } from '../../market/service.ts';
import { at, meterEvent, own, trade, tradeEvent } from '../../market/testing/builders.ts';
import {
  BEHIND,
  ELEMENT,
  ELSEWHERE,
  NETWORK,
  OVERLOADED,
  POINTS,
  TIMES,
  townGrid,
  weather,
} from '../../operations/testing/evening.ts';
import type { MarketEvent, Trade } from '../../records/market.ts';
import { REASON, type Verdict } from '../../records/supervision.ts';
import { GridCore } from '../solver/grid-core.ts';
import { solverOf } from '../testing/solver-of.ts';
import { supervised, type World } from '../testing/supervised.ts';

/** 14:00 UTC of the evening's day: every limit is far. */
const CALM = OVERLOADED[0]! - 3 * 3600;
const START_MS = (CALM - 7200) * 1000;
const KNOWN = new Set(POINTS.map(point => point.id));

/** One for all tests: supervision sets the schedule of an interval before it asks about it. */
const GRID = townGrid();

/** @param earlier what the market knows when supervision begins: a run before this one */
function town(
  forecast: readonly number[] = [CALM],
  start: Partial<World> = {},
  earlier: (market: Market) => void = () => {},
) {
  const market = new Market(TIMES, NETWORK, POINTS);
  for (const interval of forecast) market.setForecast(interval, weather(interval));
  market.applyBlock(
    START_MS,
    POINTS.map(point => meterEvent(point.id)),
  );
  earlier(market);
  const solver = solverOf(() => GRID);
  const made = supervised(market, solver, point => KNOWN.has(point), { nowMs: START_MS, ...start });
  return { ...made, market, solver };
}

/** From the other end of the town to the first house behind the transformer; its line carries 47.8 kWh in a quarter hour. */
function sale(id: string, kwh: number, over: Partial<Trade> = {}): Trade {
  return trade(id, {
    interval: CALM,
    sellerPoint: ELSEWHERE[Number(id) % ELSEWHERE.length]!,
    buyerPoint: BEHIND[0]!,
    energyWh: BigInt(Math.round(kwh * 1000)),
    ...over,
  });
}

describe('a trade with one end in another area', () => {
  /** The neighbour's two points; the second has no meter that anybody knows. */
  const abroad = (market: Market) =>
    market.applyBlock(START_MS, [
      { type: 'area', area: 2, operator: '0xneighbour', at: at(1) },
      ...['N1', 'N2'].map(
        (point, k): MarketEvent => ({
          type: 'point',
          point,
          owner: '0xbuyer',
          connection: 9000 + k,
          pointNumber: 9000 + k,
          area: 2,
          at: at(1),
        }),
      ),
      meterEvent('N1'),
    ]);
  const crossing = (id: string, kwh: number, over: Partial<Trade> = {}) =>
    sale(id, kwh, { sellerPoint: 'N1', otherArea: 2, ...over });

  test('is judged by its own leg, the other one at the slack, and the schedule moves at its own end alone', async () => {
    const t = town([CALM], {}, abroad);
    const bus = t.market.busOf(BEHIND[0]!)!;
    const before = t.market.injection(CALM)!.pMw.slice();
    await t.propose(crossing('1', 5), crossing('2', 80));
    expect([t.decision('1'), t.decision('2')]).toEqual(['accepted', 'reduced']);
    expect(t.sent()).toEqual(['1 accepted', '2 reduced']);
    const moved = t.market.injection(CALM)!.pMw.map((p, b) => p - before[b]!);
    const kw = Number(t.kept.reduce((sum, { verdict }) => sum + verdict.energySafeWh, 0n)) / 250;
    expect(moved[bus]).toBeCloseTo(-kw / 1000, 9);
    expect(moved.filter((p, b) => p !== 0 && b !== bus)).toHaveLength(0);
    expect(t.kept[0]!.verdict.fee.fixedMicroEur).toBeGreaterThan(0n);
  });

  test('is held where the foreign meter is not known, where nobody there has a say in it, and where both ends are foreign', async () => {
    const t = town([CALM], {}, abroad);
    await t.propose(
      crossing('1', 5, { sellerPoint: 'N2' }),
      crossing('2', 5, { otherArea: null }),
      crossing('3', 5, { otherArea: 3 }),
      crossing('4', 5, { buyerPoint: 'N2' }),
      crossing('5', 5, { sellerPoint: 'nowhere' }),
    );
    const codes = t.kept.map(({ verdict }) => [verdict.tradeId, verdict.decision, verdict.reasonCode]);
    expect(codes).toEqual([
      ['1', 'held', REASON.noMeter],
      ['2', 'held', REASON.unknownPoint],
      ['3', 'held', REASON.unknownPoint],
      ['4', 'held', REASON.unknownPoint],
      ['5', 'held', REASON.unknownPoint],
    ]);
  });
});

describe('what the grid decides', () => {
  test('a trade within limits is on record before it is believed, believed before it is sent, and sent as recorded', async () => {
    const believed: (string | null)[] = [];
    const t = town();
    t.world.onEffect = effect => believed.push(effect, t.decision('1'));
    const before = t.market.injection(CALM)!.pMw[t.market.busOf(BEHIND[0]!)!]!;
    await t.propose(sale('1', 5));
    expect(believed).toEqual(['record', null, 'send', 'accepted']);
    expect(t.batches).toEqual([[t.kept[0]!.verdict]]);
    expect(t.kept[0]!.verdict).toMatchObject({
      tradeId: '1',
      decision: 'accepted',
      energyAskedWh: 5000n,
      energySafeWh: 5000n,
      decidedAtMs: START_MS,
    });
    expect(t.market.injection(CALM)!.pMw[t.market.busOf(BEHIND[0]!)!]).toBeCloseTo(before - 0.02, 9);
    expect(JSON.parse(t.kept[0]!.evidence)).toMatchObject({
      trade: '1',
      decision: 'accepted',
      safeWh: '5000',
      inputHash: expect.stringMatching(/^0x[0-9a-f]{64}$/),
    });
  });

  test('a trade that would overload a line is cut to what the line carries, naming it, its value and its limit', async () => {
    const t = town();
    await t.propose(sale('1', 80));
    const { verdict } = t.kept[0]!;
    expect(verdict).toMatchObject({
      decision: 'reduced',
      reasonCode: REASON.limitWouldBeViolated,
      binding: { limit: 'line-loading', limitValue: 100, unit: '%', leg: 'both' },
    });
    expect(verdict.reason).toContain(`line ${verdict.binding?.element} to 1`);
    expect(verdict.binding?.margin).toBe(100 - verdict.binding!.value);
    expect(verdict.energySafeWh).toBeGreaterThan(40_000n);
    expect(t.sent()).toEqual(['1 reduced']);
  });

  test('where the schedule itself overloads the transformer, what would load it more is rejected and what relieves it passes', async () => {
    const t = town([OVERLOADED[0]!]);
    const into = { interval: OVERLOADED[0]! };
    const outOf = { ...into, sellerPoint: BEHIND[0]!, buyerPoint: ELSEWHERE[0]! };
    // The first uses up the half of a shown digit that a violated limit leaves open; the second finds nothing left.
    await t.propose(sale('1', 5, into), sale('2', 5, into), sale('3', 1, outOf));
    expect(t.kept.map(k => k.verdict)).toMatchObject([
      { decision: 'reduced', energySafeWh: 40n, binding: { element: ELEMENT } },
      { decision: 'rejected', energySafeWh: 0n, binding: { element: ELEMENT, limit: 'transformer-loading' } },
      { decision: 'accepted', energySafeWh: 1000n },
    ]);
    expect(t.sent()).toEqual(['1 reduced', '2 rejected', '3 accepted']);
  });

  test('trades of one interval are judged in the order of the chain, each on top of those accepted before it', async () => {
    const t = town();
    const [first, second, third] = [sale('1', 20), sale('2', 20), sale('3', 20)];
    await t.propose(third, first, second);
    const judged = t.kept.map(k => k.verdict);
    expect(judged.map(v => [v.tradeId, v.decision])).toEqual([
      ['1', 'accepted'],
      ['2', 'accepted'],
      ['3', 'reduced'],
    ]);
    // The same line and the same limit, whether they come together or one block after the other.
    const apart = town();
    for (const one of [first, second, third]) await apart.propose(one);
    expect(apart.kept.map(k => k.verdict)).toMatchObject(
      judged.map(({ decision, energySafeWh }) => ({ decision, energySafeWh })),
    );
  });

  test('more trades than fit one question are judged as if they were one: the line carries no more', async () => {
    const t = town();
    await t.propose(...Array.from({ length: 60 }, (_, k) => sale(String(k + 1), 1)));
    const flows = t.kept.reduce((sum, k) => sum + k.verdict.energySafeWh, 0n);
    expect(flows).toBeGreaterThan(47_000n);
    expect(flows).toBeLessThan(48_500n);
    expect(t.kept.map(k => Number(k.verdict.tradeId))).toEqual(Array.from({ length: 60 }, (_, k) => k + 1));
  });

  test('in a burst verdicts go out while others are still judged, the nearest gate first', async () => {
    const later = CALM + 900;
    const t = town([CALM, later]);
    const effects: string[] = [];
    t.world.onEffect = effect => effects.push(effect);
    const burst = (from: number, interval: number) =>
      Array.from({ length: 150 }, (_, k) => sale(String(from + k), 0.1, { interval }));
    await t.propose(...burst(151, later), ...burst(1, CALM));
    expect(t.kept).toHaveLength(300);
    expect(effects.indexOf('send')).toBeLessThan(effects.lastIndexOf('record'));
    const [first = []] = t.batches;
    expect(first.every(verdict => verdict.interval === CALM)).toBe(true);
    expect(t.sent()).toHaveLength(300);
    expect(new Set(t.sent()).size).toBe(300);
  });

  test('a trade of more energy than a number holds is held and hinders no other', async () => {
    const t = town();
    await t.propose(sale('1', 0, { energyWh: 2n ** 64n - 1n }), sale('2', 1));
    expect([t.decision('1'), t.decision('2')]).toEqual(['held', 'accepted']);
    expect(t.reports).toEqual([]);
    expect(t.sent()).toEqual(['2 accepted']);
  });
});

describe('held, never waved through', () => {
  test.each([
    ['the chain is not verified', REASON.chainNotVerified, { chainVerified: false }, { chainVerified: true }],
    ['the market has other gates', REASON.otherRules, { rulesFit: false }, { rulesFit: true }],
    [
      'measurements are not current',
      REASON.staleTelemetry,
      { telemetryLive: false },
      { telemetryLive: true },
    ],
  ] as const)(
    'while %s a trade is held with that reason, and judged when it is over',
    async (words, code, off, on) => {
      const t = town([CALM], off);
      await t.propose(sale('1', 5));
      expect(t.market.trade('1')!.own).toMatchObject({
        decision: 'held',
        reasonCode: code,
        energySafeWh: 0n,
      });
      expect(t.reason('1')).toContain(words);
      expect(t.sent()).toEqual([]);
      await t.settled(on);
      expect(t.decision('1')).toBe('accepted');
      expect(t.kept.map(k => k.verdict.decision)).toEqual(['held', 'accepted']);
      expect(t.sent()).toEqual(['1 accepted']);
    },
  );

  test('without a forecast a trade is held, and judged when the forecast comes', async () => {
    const t = town([]);
    await t.propose(sale('1', 5));
    expect(t.market.trade('1')!.own).toMatchObject({ decision: 'held', reasonCode: REASON.noForecast });
    t.market.setForecast(CALM, weather(CALM));
    await t.settled();
    expect(t.decision('1')).toBe('accepted');
  });

  test('at a point that the network does not have a trade is held, naming the point', async () => {
    const t = town();
    await t.propose(sale('1', 5, { buyerPoint: 'NOWHERE' }), sale('2', 5, { sellerPoint: 'NOBODY' }));
    expect(t.kept.map(k => k.verdict.reasonCode)).toEqual([REASON.unknownPoint, REASON.unknownPoint]);
    expect([t.reason('1'), t.reason('2')]).toEqual([
      'Held: connection point NOWHERE is not in this network.',
      'Held: connection point NOBODY is not in this network.',
    ]);
  });

  test('at a point without a meter a trade is held, naming the point, and judged once both points have one', async () => {
    const { sellerPoint, buyerPoint } = sale('1', 5);
    const t = town();
    t.market.applyBlock(
      START_MS,
      [sellerPoint, buyerPoint].map(point => meterEvent(point, null)),
    );
    await t.propose(sale('1', 5));
    expect(t.market.trade('1')!.own).toMatchObject({
      decision: 'held',
      reasonCode: REASON.noMeter,
      reason: `Held: connection point ${sellerPoint} has no meter; what it delivers could not be settled.`,
    });
    t.market.applyBlock(START_MS, [meterEvent(sellerPoint)]);
    await t.settled();
    // The other point is another cause: whoever reads the hold must look after the right one.
    expect(t.reason('1')).toContain(`${buyerPoint} has no meter`);
    await t.settled();
    expect(t.kept).toHaveLength(2);
    t.market.applyBlock(START_MS, [meterEvent(buyerPoint)]);
    await t.settled();
    expect(t.decision('1')).toBe('accepted');
    expect(t.sent()).toEqual(['1 accepted']);
  });

  test('a trade that no state of the grid can carry is held, and asked about again only on another schedule', async () => {
    const t = town();
    await t.propose(sale('1', 2000));
    await t.settled();
    expect(t.kept.map(k => k.verdict)).toMatchObject([
      { decision: 'held', reasonCode: REASON.noConvergence, decidedBy: 'none' },
    ]);
    t.market.setForecast(CALM, weather(CALM));
    await t.settled();
    expect(t.kept).toHaveLength(2);
  });

  test('one cause is put on record once; another that takes its place is recorded as such', async () => {
    const t = town([CALM], { telemetryLive: false });
    await t.propose(sale('1', 5));
    await t.settled();
    await t.settled({ chainVerified: false });
    expect(t.kept.map(k => k.verdict.reasonCode)).toEqual([REASON.staleTelemetry, REASON.chainNotVerified]);
  });

  test('a cause that is over leaves no reason behind: what the grid cannot carry says so again', async () => {
    const t = town();
    await t.propose(sale('1', 2000));
    await t.settled({ telemetryLive: false });
    await t.settled({ telemetryLive: true });
    expect(t.kept.map(k => k.verdict.reasonCode)).toEqual([
      REASON.noConvergence,
      REASON.staleTelemetry,
      REASON.noConvergence,
    ]);
  });

  test('measurements that are lost in the middle of a long round hold the rest of it', async () => {
    const t = town();
    t.world.onEffect = () => {
      t.world.telemetryLive = false;
    };
    await t.propose(...Array.from({ length: 120 }, (_, k) => sale(String(k + 1), 0.1)));
    expect(t.decision('1')).toBe('accepted');
    expect(t.market.trade('120')!.own).toMatchObject({ reasonCode: REASON.staleTelemetry });
  });

  test('a lost solver decides nothing, says so, and the trades are judged when it is back', async () => {
    const t = town();
    t.solver.lose();
    await t.propose(sale('1', 5));
    expect(t.kept).toEqual([]);
    expect(t.reports).toEqual(['A round of the trade check failed: The solver ended.']);
    t.solver.restart();
    await t.settled();
    expect(t.sent()).toEqual(['1 accepted']);
  });
});

describe('on record first', () => {
  test('a verdict that the store refuses is neither believed nor sent, is reported, and is given anew later', async () => {
    const t = town([CALM], { storeTakes: false });
    const before = t.market.injection(CALM);
    await t.propose(sale('1', 5));
    expect(t.decision('1')).toBeNull();
    expect(t.market.injection(CALM)).toEqual(before);
    expect(t.batches).toEqual([]);
    expect(t.reports).toEqual(['A round of the trade check failed: the disk is full']);
    await t.settled({ storeTakes: true });
    expect(t.sent()).toEqual(['1 accepted']);
  });

  test('a held trade whose verdict the store refused is judged again, without waiting for another schedule', async () => {
    const t = town([CALM], { telemetryLive: false });
    await t.propose(sale('1', 5));
    await t.settled({ telemetryLive: true, storeTakes: false });
    expect(t.decision('1')).toBe('held');
    await t.settled({ storeTakes: true });
    expect(t.decision('1')).toBe('accepted');
  });
});

describe('sending', () => {
  test('a hold goes on chain only in the last four minutes before its gate', async () => {
    const t = town([]);
    await t.propose(sale('1', 5));
    await t.settled({ nowMs: t.gateMs(CALM) - 4 * 60_000 - 1 });
    expect(t.sent()).toEqual([]);
    await t.settled({ nowMs: t.gateMs(CALM) - 4 * 60_000 });
    expect(t.sent()).toEqual(['1 held']);
  });

  test('a hold on chain is replaced by the verdict that follows when its cause is over', async () => {
    const t = town([], { nowMs: (CALM - 600) * 1000 - 200_000 });
    await t.propose(sale('1', 5));
    t.land(t.batches[0]![0]!);
    t.market.setForecast(CALM, weather(CALM));
    await t.settled();
    expect(t.sent()).toEqual(['1 held', '1 accepted']);
  });

  test('nothing is sent while commands are locked; it goes out when they are free', async () => {
    const t = town([CALM], { commandsFree: false });
    await t.propose(sale('1', 5));
    expect(t.decision('1')).toBe('accepted');
    expect(t.batches).toEqual([]);
    await t.settled({ commandsFree: true });
    expect(t.sent()).toEqual(['1 accepted']);
    await t.settled();
    expect(t.batches).toHaveLength(1);
  });

  test('what was locked in until its gate is not sent any more, from the closing instant on', async () => {
    const later = CALM + 900;
    const t = town([CALM, later], { commandsFree: false });
    await t.propose(sale('1', 5), sale('2', 5, { interval: later }));
    await t.settled({ nowMs: t.gateMs(CALM), commandsFree: true });
    expect(t.sent()).toEqual(['2 accepted']);
  });

  test('a verdict that stands on chain already is not sent again and does not block the rest of its batch', async () => {
    const t = town([CALM], { commandsFree: false });
    await t.propose(sale('1', 5), sale('2', 5));
    t.land(t.kept[0]!.verdict);
    await t.settled({ commandsFree: true });
    expect(t.sent()).toEqual(['2 accepted']);
    expect(t.reports).toEqual([]);
  });

  test('what an earlier run decided and the chain never saw is sent, and is not judged anew', async () => {
    const [lost, seen] = [sale('1', 5), sale('2', 5)];
    const decided = [own(lost, 'accepted'), own(seen, 'rejected')];
    const t = town([CALM], {}, market => {
      market.applyBlock(START_MS, [lost, seen].map(tradeEvent));
      market.decide(decided);
    });
    t.land(decided[1]!);
    t.supervision.resume(decided);
    await t.settled();
    expect(t.batches).toEqual([[decided[0]]]);
    expect(t.kept).toEqual([]);
  });

  test('one transaction carries at most a hundred verdicts, the nearest gate first, in the order decided', async () => {
    const trades = Array.from({ length: 230 }, (_, k) =>
      sale(String(k + 1), 1, { interval: k < 110 ? CALM + 900 : CALM }),
    );
    const decided = trades.map(one => own(one, 'accepted'));
    const t = town([CALM], {}, market => {
      market.applyBlock(START_MS, trades.map(tradeEvent));
      market.decide(decided);
    });
    t.supervision.resume(decided);
    await t.settled();
    expect(t.batches.map(b => b.length)).toEqual([100, 100, 30]);
    expect(t.batches.flat()).toEqual([...decided.slice(110), ...decided.slice(0, 110)]);
  });

  test('a batch that is refused is reported and comes again', async () => {
    const t = town();
    t.world.onEffect = effect => {
      if (effect === 'send') throw new Error('Trade 1 is part of another command that is not on chain yet.');
    };
    await t.propose(sale('1', 5));
    expect(t.reports).toEqual([expect.stringContaining('not on chain yet')]);
    t.world.onEffect = () => {};
    await t.settled();
    expect(t.sent()).toEqual(['1 accepted']);
  });

  test('after the end nothing is judged and nothing is sent', async () => {
    const t = town();
    await t.supervision.close();
    await t.propose(sale('1', 5));
    expect(t.kept).toEqual([]);
  });
});

/** A small street, so that a thousand rounds take no time. */
describe('whatever comes and goes', () => {
  const network = feeder({ transformerKva: 250, loadsKw: [4, 4, 4, 4], cableA: 200 });
  const points = connectionPoints(network);
  const intervals = [CALM, CALM + 900, CALM + 1800];
  const options = {
    policy: { oneLeg: 'reject', resolutionWh: 10 },
    tariff: DEMONSTRATION_TARIFF,
    networkVersion: 'street',
  } as const;
  const nth = fc.nat(5);
  const step = fc.oneof(
    fc.record({
      do: fc.constant('propose' as const),
      seller: nth,
      buyer: nth,
      interval: fc.nat(2),
      kwh: fc.constantFrom(1, 10, 25, 60, 3000),
    }),
    fc.record({
      do: fc.constant('switch' as const),
      of: fc.constantFrom('chainVerified', 'rulesFit', 'telemetryLive', 'commandsFree', 'storeTakes'),
    }),
    fc.record({ do: fc.constant('meter' as const), of: fc.nat(3), isSet: fc.boolean() }),
    fc.record({ do: fc.constant('forecast' as const), interval: fc.nat(2) }),
    fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 12 }) }),
    fc.record({ do: fc.constantFrom('land' as const, 'lose' as const, 'restart' as const) }),
  );

  test('no trade passes while anything stands against it, nothing unrecorded or late is sent, and in the end all are decided', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async steps => {
        const market = new Market(TIMES, network, points);
        const solver = solverOf(() => new GridCore(network, points, options));
        const known = new Set(points.map(p => p.id));
        const allMetered = () =>
          market.applyBlock(
            t.world.nowMs,
            points.map(p => meterEvent(p.id)),
          );
        const forecast = (k: number) =>
          market.setForecast(intervals[k]!, {
            pKw: new Float64Array(points.length).fill(-4),
            issuedAtMs: 0,
          });
        const t = supervised(market, solver, point => known.has(point), { nowMs: START_MS });
        allMetered();
        forecast(0);
        const isKept = (verdict: Verdict) => t.kept.some(k => k.verdict === verdict);
        // Supervision survives what an effect throws: what is wrong is kept, and looked at in the end.
        const wrong: string[] = [];
        t.world.onEffect = (effect, verdicts) => {
          const { chainVerified, rulesFit, telemetryLive, commandsFree, nowMs } = t.world;
          for (const v of verdicts) {
            const { sellerPoint, buyerPoint } = market.trade(v.tradeId)!.trade;
            // What breaks the rules of the market is rejected without a power flow.
            const wasSolved = v.decidedBy === 'none' || solver.alive();
            const may =
              effect === 'send'
                ? isKept(v) && commandsFree && nowMs < t.gateMs(v.interval)
                : v.decision === 'held' ||
                  ([sellerPoint, buyerPoint].every(point => known.has(point) && market.hasMeter(point)) &&
                    [chainVerified, rulesFit, telemetryLive, wasSolved].every(Boolean) &&
                    market.schedule(v.interval) !== null);
            if (!may) wrong.push(`${effect} ${v.tradeId} ${v.decision}`);
          }
        };
        let [landed, proposed] = [0, 0];
        for (const s of steps) {
          if (s.do === 'propose') {
            const id = String(++proposed);
            // One row beyond the points is a point that the network does not have.
            const [sellerPoint, buyerPoint] = [s.seller, s.buyer].map(k => points[k]?.id ?? 'NOWHERE');
            await t.propose(
              trade(id, {
                interval: intervals[s.interval]!,
                sellerPoint: sellerPoint!,
                buyerPoint: buyerPoint!,
                energyWh: BigInt(1000 * s.kwh),
                proposedAt: at(proposed),
              }),
            );
          } else if (s.do === 'switch') t.world[s.of] = !t.world[s.of];
          else if (s.do === 'meter')
            market.applyBlock(t.world.nowMs, [meterEvent(points[s.of]!.id, s.isSet ? '0xmeter' : null)]);
          else if (s.do === 'forecast') forecast(s.interval);
          else if (s.do === 'wait') {
            t.world.nowMs += s.minutes * 60_000;
            market.applyBlock(t.world.nowMs, []);
          } else if (s.do === 'land') {
            const batch = t.batches[landed];
            if (batch) landed++;
            for (const v of batch ?? []) if (t.world.nowMs < t.gateMs(v.interval)) t.land(v);
          } else if (s.do === 'lose') solver.lose();
          else if (!solver.alive()) solver.restart();
          await t.settled();
        }
        if (!solver.alive()) solver.restart();
        await t.settled({
          chainVerified: true,
          rulesFit: true,
          telemetryLive: true,
          commandsFree: true,
          storeTakes: true,
        });
        allMetered();
        await t.settled();
        for (const { trade: of, own: verdict, lapsed } of proposedIn(market)) {
          if (lapsed) continue;
          expect(verdict).not.toBeNull();
          if (verdict!.decision === 'held')
            expect([REASON.noForecast, REASON.unknownPoint, REASON.noConvergence]).toContain(
              verdict!.reasonCode,
            );
          else
            expect(t.batches.flat().filter(v => v.tradeId === of.id && v.decision !== 'held')).toEqual([
              verdict,
            ]);
        }
        expect(wrong).toEqual([]);
        await t.supervision.close();
      }),
    );
  });

  function proposedIn(market: Market) {
    return intervals.flatMap(interval => market.tradesOf(interval));
  }
});
