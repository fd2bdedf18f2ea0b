import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildModel } from '../../../grid-models/network/build.ts';
import { connectionPoints } from '../../../grid-models/network/connection-points.ts';
import type { Injection, SolvedState } from '../../../grid-models/power-flow/result.ts';
import { solve } from '../../../grid-models/power-flow/solve.ts';
import { assess, readings } from '../../../grid-models/security/assessment.ts';
import { networkLimits } from '../../../grid-models/security/limits.ts';
import { segmentRoom } from '../../../grid-models/security/segment-room.ts';
import { openInterval } from '../../../grid-models/security/trade-check.ts';
import { trafficLights, worstBySegment } from '../../../grid-models/security/traffic-light.ts';
import { feeder } from '../../../grid-models/sensitivity/testing/feeder.ts';
import { sensitivities } from '../../../grid-models/sensitivity/voltage-and-flow.ts';
import { DEMONSTRATION_TARIFF } from '../../../grid-models/tariff/demonstration-tariff.ts';
import { nodalPrices, tradeFee } from '../../../grid-models/tariff/nodal-fee.ts';
import {
  BEHIND,
  ELEMENT,
  ELSEWHERE,
  evening,
  NETWORK,
  OVERLOADED,
  POINTS,
  townGrid,
} from '../../operations/testing/evening.ts';
import { GridCore, type ImpactQuestion, type TradeToJudge } from './grid-core.ts';
import type { TradeToTrace } from './trade-footprint.ts';

/** A start from the interval before and a start from nothing end this near to each other, p.u. and percent. */
const SAME_STATE = 1e-5;
const MODEL = buildModel(NETWORK);
const LIMITS = networkLimits(NETWORK);
const BUS = new Map(POINTS.map(point => [point.id, point.bus]));
/** Buses of connection points at low voltage. */
const HOUSES = POINTS.map(point => point.bus).filter(bus => NETWORK.bus.vnKv[bus]! < 1);
const FEEDER = feeder({ loadsKw: [4, 4, 4, 4], cableA: 200 });
const OPTIONS = {
  policy: { oneLeg: 'reject', resolutionWh: 10 },
  tariff: DEMONSTRATION_TARIFF,
  networkVersion: 'test',
} as const;

/** 14:00 UTC of the evening's day, and two quarter hours of its peak. */
const CALM = OVERLOADED[0]! - 3 * 3600;
const [PEAK, NEXT] = [OVERLOADED[3]!, OVERLOADED[4]!];
const { grid, market } = evening([CALM, PEAK, NEXT]);
const injectionOf = (interval: number): Injection => market.injection(interval)!;

/** The slow twin: from nothing, without a word with GridCore. */
function solved(injection: Injection): SolvedState {
  const state = solve(MODEL, injection);
  if (!state.converged) throw new Error(state.message);
  return state;
}

/** A trade between two points of the town. */
type Sale = TradeToJudge & { readonly sellerPoint: string; readonly buyerPoint: string };

function sale(id: string, kwh: number, over: Partial<Sale> = {}): Sale {
  return {
    id,
    sellerPoint: ELSEWHERE[Number(id) % ELSEWHERE.length]!,
    buyerPoint: BEHIND[Number(id) % BEHIND.length]!,
    energyWh: Math.round(kwh * 1000),
    ...over,
  };
}

const changed = (injection: Injection, changesKw: readonly (readonly [string, number])[]): Injection => {
  const pMw = injection.pMw.slice();
  for (const [point, kw] of changesKw) pMw[BUS.get(point)!]! += kw / 1000;
  return { pMw, qMvar: injection.qMvar };
};

describe('an interval as it is', () => {
  test('the summary says what an independent power flow finds: worst loading, voltage band, import, every limit nearly used', () => {
    for (const [k, summary] of grid.summaries([CALM, PEAK, NEXT]).entries()) {
      const state = solved(injectionOf([CALM, PEAK, NEXT][k]!));
      const worst = Math.max(...state.loadingPercent.filter(percent => !Number.isNaN(percent)));
      const live = state.vmPu.filter(v => !Number.isNaN(v));
      expect(summary).toMatchObject({ solved: true, missing: null });
      expect(summary.worstLoading?.percent).toBeCloseTo(worst, 4);
      expect(state.loadingPercent[NETWORK.branch.id.indexOf(summary.worstLoading!.element)]).toBe(worst);
      expect(summary.vmPuMin).toBeCloseTo(Math.min(...live), 6);
      expect(summary.vmPuMax).toBeCloseTo(Math.max(...live), 6);
      expect(summary.importMw).toBeCloseTo(
        state.slack.reduce((sum, s) => sum + s.pMw, 0),
        4,
      );
      const near = readings(NETWORK, LIMITS, state).filter(reading => reading.used >= 0.9);
      expect(summary.near.map(n => `${n.element} ${n.limit}`).sort()).toEqual(
        near.map(n => `${n.element} ${n.limit}`).sort(),
      );
    }
    expect(grid.summaries([PEAK])[0]?.worstLoading?.element).toBe(ELEMENT);
  });

  test('every segment has its own worst branch and its own voltage band', () => {
    const [summary] = grid.summaries([PEAK]);
    const state = solved(injectionOf(PEAK));
    const { bus, branch } = NETWORK;
    expect(summary?.segments.map(s => s.segment).sort()).toEqual([...new Set(bus.segment)].sort());
    for (const row of summary!.segments) {
      const voltages = [...state.vmPu].filter((_, b) => bus.segment[b] === row.segment);
      expect(row.vmPuMin).toBeCloseTo(Math.min(...voltages), 6);
      expect(row.vmPuMax).toBeCloseTo(Math.max(...voltages), 6);
      const loadings = [...state.loadingPercent].filter((_, e) => bus.segment[branch.to[e]!] === row.segment);
      if (row.worstElement !== null) expect(row.loadingPercent).toBeCloseTo(Math.max(...loadings), 4);
    }
  });

  test('values per element are those of the power flow', () => {
    const values = grid.values(PEAK);
    const state = solved(injectionOf(PEAK));
    expect(values.solved).toBe(true);
    expect(furthest(values.vmPu, state.vmPu)).toBeLessThan(SAME_STATE);
    expect(furthest(values.loadingPercent, state.loadingPercent)).toBeLessThan(SAME_STATE);
    expect(furthest(values.pFromMw, state.pFromMw)).toBeLessThan(SAME_STATE);
  });

  test('lights are those of the states: amber while the overload is to come, red once it runs, unknown without a schedule', () => {
    const worst = (interval: number) => worstBySegment(NETWORK, LIMITS, solved(injectionOf(interval)));
    const lights = (now: number, coming: number[]) =>
      trafficLights({
        network: NETWORK,
        now: worst(now),
        forecast: coming.map(worst),
      });
    const of = (rows: readonly { light: string; element: string | null }[]) =>
      rows.find(row => row.element === ELEMENT)?.light;
    expect(grid.lights(CALM, [CALM, PEAK])).toEqual(lights(CALM, [CALM, PEAK]));
    expect(grid.lights(PEAK, [PEAK, NEXT])).toEqual(lights(PEAK, [PEAK, NEXT]));
    expect(of(grid.lights(CALM, [CALM, PEAK]))).toBe('amber');
    expect(of(grid.lights(PEAK, [PEAK]))).toBe('red');
    expect(new Set(grid.lights(CALM, [CALM]).map(row => row.light))).toEqual(new Set(['green']));
    expect(new Set(grid.lights(CALM - 900, [CALM]).map(row => row.light))).toEqual(new Set(['unknown']));
  });

  test('room is that of the state', () => {
    expect(grid.room(CALM)).toEqual({
      missing: null,
      segments: segmentRoom(MODEL, LIMITS, solved(injectionOf(CALM))),
    });
  });

  test('the schedule that was set last is the one that counts', () => {
    const core = townGrid();
    core.setSchedule(CALM, injectionOf(PEAK));
    expect(core.summaries([CALM])[0]?.worstLoading?.percent).toBeGreaterThan(100);
    core.setSchedule(CALM, injectionOf(CALM));
    expect(core.summaries([CALM])[0]?.worstLoading?.percent).toBeLessThan(60);
  });

  test('a forgotten interval has no values any more, the one after it has', () => {
    const core = townGrid();
    for (const interval of [PEAK, NEXT]) core.setSchedule(interval, injectionOf(interval));
    core.forgetBefore(NEXT);
    expect(core.summaries([PEAK, NEXT])).toMatchObject([
      { solved: false, missing: 'There is no forecast for this interval yet.' },
      { solved: true },
    ]);
  });
});

describe('what a measure would do', () => {
  test('the effect is the difference of two power flows, and names the limits that only the second violates', () => {
    const relief = BEHIND.map(point => ({ point, kw: 8 }));
    const effect = grid.effect(PEAK, ELEMENT, relief);
    const [before, after] = [
      solved(injectionOf(PEAK)),
      solved(
        changed(
          injectionOf(PEAK),
          relief.map(r => [r.point, r.kw]),
        ),
      ),
    ];
    const row = NETWORK.branch.id.indexOf(ELEMENT);
    expect(effect).toMatchObject({
      solved: true,
      missing: null,
      limitValue: 100,
      unit: '%',
      newViolations: [],
    });
    expect(effect.before).toBeCloseTo(before.loadingPercent[row]!, 4);
    expect(effect.after).toBeCloseTo(after.loadingPercent[row]!, 4);
    expect(effect.after).toBeLessThan(effect.before);
    expect(grid.effect(PEAK, ELEMENT, [{ point: BEHIND[0]!, kw: 1 }]).newViolations).toEqual([]);

    const tooMuch = [[BEHIND[0]!, 400]] as const;
    const violated = assess(NETWORK, LIMITS, solved(changed(injectionOf(PEAK), tooMuch)));
    const known = assess(NETWORK, LIMITS, before).map(v => `${v.element} ${v.limit}`);
    const found = grid.effect(PEAK, ELEMENT, [{ point: tooMuch[0][0], kw: tooMuch[0][1] }]).newViolations;
    expect(found.length).toBeGreaterThan(0);
    expect([...found].sort()).toEqual(
      violated
        .map(v => `${v.element} ${v.limit}`)
        .filter(v => !known.includes(v))
        .sort(),
    );
  });

  test('the slope of a point is half of what lies between 1 kW more and 1 kW less there', () => {
    const slopes = grid.slopes(PEAK, ELEMENT)!;
    const row = NETWORK.branch.id.indexOf(ELEMENT);
    const at = (point: string, kw: number) =>
      solved(changed(injectionOf(PEAK), [[point, kw]])).loadingPercent[row]!;
    for (const point of [BEHIND[0]!, BEHIND[4]!, ELSEWHERE[0]!])
      expect(slopes.perKw.get(point)).toBeCloseTo((at(point, 1) - at(point, -1)) / 2, 5);
    expect(slopes).toMatchObject({ limit: 'transformer-loading', limitValue: 100, unit: '%' });
    expect(slopes.perKw.size).toBe(POINTS.length);
  });

  test('the slope of a voltage is read at the bus', () => {
    const bus = BUS.get(BEHIND[0]!)!;
    const slopes = grid.slopes(PEAK, NETWORK.bus.id[bus]!)!;
    const at = (kw: number) => solved(changed(injectionOf(PEAK), [[BEHIND[0]!, kw]])).vmPu[bus]!;
    expect(slopes.unit).toBe('p.u.');
    expect(slopes.perKw.get(BEHIND[0]!)).toBeCloseTo((at(1) - at(-1)) / 2, 8);
  });

  test('an element or a point that is not in the network has no slope and no effect', () => {
    expect(grid.slopes(PEAK, 'T-NOWHERE')).toBeNull();
    expect(grid.effect(PEAK, 'T-NOWHERE', [])).toMatchObject({
      solved: false,
      missing: 'There is no limit given for T-NOWHERE.',
    });
    expect(grid.effect(PEAK, ELEMENT, [{ point: 'NOWHERE', kw: 1 }])).toMatchObject({
      solved: false,
      missing: 'Connection point NOWHERE is not in this network.',
    });
  });

  describe('to every limit of the grid', () => {
    const ask = (kw: number, over: Partial<ImpactQuestion> = {}) =>
      grid.impact({
        interval: PEAK,
        injection: injectionOf(PEAK),
        already: [],
        changes: [{ point: BEHIND[0]!, kw }],
        ...over,
      });

    test('a violated limit that is made worse is broken, one that is relieved is not, and both are seen as the worst', () => {
      const [worse, better] = [ask(-20), ask(20)];
      expect(worse.broken.map(b => b.element)).toContain(ELEMENT);
      expect(better).toMatchObject({ solved: true, missing: null, broken: [], worst: { element: ELEMENT } });
      expect(better.worst!.after).toBeLessThan(better.worst!.before);
      const row = NETWORK.branch.id.indexOf(ELEMENT);
      expect(worse.worst!.before).toBeCloseTo(solved(injectionOf(PEAK)).loadingPercent[row]!, 4);
      expect(worse.worst!.after).toBeCloseTo(
        solved(changed(injectionOf(PEAK), [[BEHIND[0]!, -20]])).loadingPercent[row]!,
        4,
      );
    });

    test('what is broken is what the second power flow violates and the first does not', () => {
      const known = assess(NETWORK, LIMITS, solved(injectionOf(CALM))).map(v => `${v.element} ${v.limit}`);
      const after = assess(NETWORK, LIMITS, solved(changed(injectionOf(CALM), [[BEHIND[0]!, 400]])));
      expect(known).toEqual([]);
      const found = ask(400, { interval: CALM, injection: injectionOf(CALM) }).broken;
      expect(found.length).toBeGreaterThan(0);
      expect(found.map(b => `${b.element} ${b.limit}`).sort()).toEqual(
        after.map(v => `${v.element} ${v.limit}`).sort(),
      );
    });

    test('a change is judged on top of what is decided already', () => {
      const calm = { interval: CALM, injection: injectionOf(CALM) };
      const already = [{ point: BEHIND[0]!, kw: 300 }];
      expect(ask(100, { ...calm, already }).worst!.after).toBeCloseTo(ask(400, calm).worst!.after, 4);
      expect(ask(100, calm).broken).toEqual([]);
    });

    test('the schedule given counts, whatever the solver holds of the interval', () => {
      expect(ask(-20, { injection: injectionOf(CALM) }).broken).toEqual([]);
      expect(ask(20, { interval: CALM - 900 }).solved).toBe(true);
    });

    test('without a forecast, with a point of another network, or without a solution nothing is known', () => {
      expect(ask(1, { injection: null })).toMatchObject({ solved: false, worst: null });
      expect(ask(1, { already: [{ point: 'NOWHERE', kw: 1 }] })).toMatchObject({
        solved: false,
        missing: 'Connection point NOWHERE is not in this network.',
      });
      expect(ask(-1e6)).toMatchObject({ solved: false, worst: null, broken: [] });
    });
  });

  /** MATPOWER numbers buses and branches alike: bus 2 and branch 2 are two things. */
  test('where a bus and a branch have the same id, value, slope and effect are those of the one nearer to its limit', () => {
    const weak = feeder({ loadsKw: [30, 30, 30], cableA: 200, rOhm: 0.05, vmPuMin: 0.9 });
    const numbered = {
      ...weak,
      bus: { ...weak.bus, id: weak.bus.id.map((_, row) => String(row)) },
      branch: { ...weak.branch, id: weak.branch.id.map((_, row) => String(row)) },
    };
    const points = connectionPoints(numbered);
    const core = new GridCore(numbered, points, OPTIONS);
    const model = buildModel(numbered);
    const injection = (kw: number) => {
      const pMw = new Float64Array(numbered.bus.count);
      for (const point of points) pMw[point.bus] = -0.03;
      pMw[points.at(-1)!.bus]! += kw / 1000;
      return { pMw, qMvar: new Float64Array(numbered.bus.count) };
    };
    const voltage = (kw: number) => {
      const state = solve(model, injection(kw));
      return state.converged ? state.vmPu[3]! : Number.NaN;
    };
    core.setSchedule(900, injection(0));
    const slopes = core.slopes(900, '3')!;
    expect(slopes).toMatchObject({ limit: 'voltage-low', unit: 'p.u.' });
    expect(slopes.perKw.get(points.at(-1)!.id)).toBeCloseTo((voltage(0.1) - voltage(-0.1)) / 0.2, 6);
    // Relieved, the voltage is far from its limit and branch 3 is the nearer one: the effect stays with the voltage.
    const effect = core.effect(900, '3', [{ point: points.at(-1)!.id, kw: 60 }]);
    expect(effect).toMatchObject({ unit: 'p.u.', before: slopes.value });
    expect(effect.after).toBeCloseTo(voltage(60), 6);
  });
});

/** Across the town, and behind one transformer, where the seller's power reaches the buyer. */
describe.each([
  ['across the town', ELSEWHERE[1]!],
  ['of neighbours', BEHIND[2]!],
])('the footprint of a trade %s', (_, sellerPoint) => {
  const trade = { ...sale('1', 20), sellerPoint, scheduled: false };
  const kw = 80;
  /** The schedule with a share of the trade on top. */
  const withShare = (share: number) =>
    solved(
      changed(injectionOf(CALM), [
        [trade.sellerPoint, share * kw],
        [trade.buyerPoint, -share * kw],
      ]),
    );
  const state = withShare(1);
  const found = footprintIn(grid, CALM, trade);
  const rows = new Set(found.branches.map(b => b.branch));

  test('by sensitivity is the change between a little more and a little less of it in the power flow', () => {
    const [less, more] = [withShare(0.99), withShare(1.01)];
    const change = (value: (s: SolvedState) => number) => (value(more) - value(less)) / 0.02;
    for (const { branch, bySensitivityKw } of found.branches)
      expect(bySensitivityKw).toBeCloseTo(
        change(s => 1000 * s.pFromMw[branch]!),
        2,
      );
    expect(found.lossesKw).toBeCloseTo(
      change(s => 1000 * s.lossesMw),
      2,
    );
    const vmPuChange = NETWORK.bus.id.map((_, b) => change(s => s.vmPu[b]!));
    const largest = Math.max(...vmPuChange.filter(v => !Number.isNaN(v)).map(Math.abs));
    expect(Math.abs(found.voltage!.vmPuChange)).toBeCloseTo(largest, 6);
    expect(vmPuChange[found.voltage!.bus]).toBeCloseTo(found.voltage!.vmPuChange, 6);
  });

  test('by tracing is its part of the mix at each node, mixed again and again until nothing changes', () => {
    const own = (bus: number, sign: 1 | -1) => {
      const share = mixed(state, MODEL.nodeOfBus[bus]!, sign);
      return share.ofBranch.map(of => (share.nodeKw > 0 ? of * Math.min(1, kw / share.nodeKw) : 0));
    };
    const sold = own(BUS.get(trade.sellerPoint)!, 1);
    const bought = own(BUS.get(trade.buyerPoint)!, -1);
    const either = sold.map((s, e) => 1 - (1 - s) * (1 - bought[e]!));
    for (const { branch, byTracingKw, flowKw } of found.branches) {
      expect(flowKw).toBeCloseTo(1000 * state.pFromMw[branch]!, 4);
      expect(byTracingKw).toBeCloseTo(1000 * state.pFromMw[branch]! * either[branch]!, 4);
    }
    const lossesKw = either.map((of, e) => 1000 * of * (state.pFromMw[e]! + state.pToMw[e]!));
    expect(found.lossesByTracingKw).toBeCloseTo(
      lossesKw.reduce((sum, x) => sum + x, 0),
      4,
    );
    // Nothing of size is left out.
    either.forEach((of, e) => {
      if (1000 * Math.abs(of * state.pFromMw[e]!) > 0.0101 * kw) expect(rows).toContain(e);
    });
  });

  test('is the same on top of a schedule without it and in a schedule that has it', () => {
    const core = townGrid();
    const withIt = changed(injectionOf(CALM), [
      [trade.sellerPoint, kw],
      [trade.buyerPoint, -kw],
    ]);
    core.setSchedule(CALM, withIt);
    const scheduled = footprintIn(core, CALM, { ...trade, scheduled: true });
    expect(scheduled).toMatchObject({ kw, scheduled: true, explanation: found.explanation });
    expect(scheduled.branches.map(b => b.branch)).toEqual(found.branches.map(b => b.branch));
    scheduled.branches.forEach((b, k) => {
      expect(b.bySensitivityKw).toBeCloseTo(found.branches[k]!.bySensitivityKw, 3);
      expect(b.byTracingKw).toBeCloseTo(found.branches[k]!.byTracingKw, 3);
    });
  });

  test('without a state with the trade in it there are no numbers, and the reason is said', () => {
    const missing = (interval: number, over: Partial<typeof trade>) => {
      const answer = grid.footprint(interval, { ...trade, ...over });
      return answer.solved ? null : answer.missing;
    };
    expect(missing(CALM - 900, {})).toBe('There is no forecast for this interval yet.');
    expect(missing(CALM, { buyerPoint: 'NOWHERE' })).toBe('Connection point NOWHERE is not in this network.');
    for (const energyWh of [1e9, 1e30, Number.POSITIVE_INFINITY])
      expect(missing(CALM, { energyWh })).toMatch(/^With this trade on top of the schedule/);
    expect(missing(CALM, {})).toBeNull();
  });

  test('a dead connection point has no footprint', () => {
    const dead = feeder({});
    dead.branch.toClosed[3] = 0;
    const points = connectionPoints(dead);
    const core = new GridCore(dead, points, OPTIONS);
    core.setSchedule(900, {
      pMw: new Float64Array(dead.bus.count),
      qMvar: new Float64Array(dead.bus.count),
    });
    const [seller, buyer] = [points[0]!.id, points.at(-1)!.id];
    expect(
      core.footprint(900, { sellerPoint: seller, buyerPoint: buyer, energyWh: 1000, scheduled: true }),
    ).toEqual({ solved: false, missing: `Connection point ${buyer} is not energised.` });
  });
});

describe('a trade with one end in another area', () => {
  const slack = solved(injectionOf(CALM)).slack[0]!.bus;
  const border = { ...POINTS[0]!, id: 'BORDER', bus: slack };
  /** The slow twin: a connection point of this network at its slack. */
  const twin = new GridCore(NETWORK, [...POINTS, border], OPTIONS);
  twin.setSchedule(CALM, injectionOf(CALM));
  const ends = (own: string, foreign: null | 'BORDER', isSale: boolean) =>
    isSale ? { sellerPoint: own, buyerPoint: foreign } : { sellerPoint: foreign, buyerPoint: own };

  test('has verdict, fee and footprint of one with the slack, in either direction, by its own leg alone', () => {
    const decisions = new Set<string>();
    fc.assert(
      fc.property(
        fc.constantFrom(...BEHIND, ...ELSEWHERE),
        fc.integer({ min: 1, max: 120 }),
        fc.boolean(),
        (own, kwh, isSale) => {
          const sized = { id: '1', energyWh: kwh * 1000 };
          const [judged] = grid.judge(CALM, [{ ...sized, ...ends(own, null, isSale) }]);
          expect([judged]).toEqual(twin.judge(CALM, [{ ...sized, ...ends(own, 'BORDER', isSale) }]));
          decisions.add(judged!.verdict.verdict);
          const traced = { energyWh: kwh * 1000, scheduled: false };
          const found = grid.footprint(CALM, { ...traced, ...ends(own, null, isSale) });
          expect(found).toEqual(twin.footprint(CALM, { ...traced, ...ends(own, 'BORDER', isSale) }));
        },
      ),
      { numRuns: 40 },
    );
    expect(decisions).toEqual(new Set(['accepted', 'reduced']));
  });

  test('changes the flows as its own leg alone does in the power flow', () => {
    for (const [sign, isSale] of [
      [1, true],
      [-1, false],
    ] as const) {
      const at = (kw: number) => solved(changed(injectionOf(CALM), [[BEHIND[0]!, sign * kw]]));
      const [less, more] = [at(19.8), at(20.2)];
      const trade = { energyWh: 5000, scheduled: false, ...ends(BEHIND[0]!, null, isSale) };
      for (const { branch, bySensitivityKw } of footprintIn(grid, CALM, trade).branches)
        expect(bySensitivityKw).toBeCloseTo(
          (1000 * (more.pFromMw[branch]! - less.pFromMw[branch]!)) / 0.02,
          2,
        );
    }
  });

  test('is held where neither end is here, and where its own end is unknown or dead', () => {
    const held = (core: GridCore, sellerPoint: string | null) =>
      core.judge(CALM, [{ id: '1', energyWh: 1000, sellerPoint, buyerPoint: null }])[0]!.verdict;
    expect(held(grid, null)).toMatchObject({ verdict: 'held', energySafeWh: 0 });
    expect(held(grid, 'NOWHERE')).toMatchObject({ verdict: 'held', energySafeWh: 0 });
    const dead = feeder({});
    dead.branch.toClosed[3] = 0;
    const points = connectionPoints(dead);
    const core = new GridCore(dead, points, OPTIONS);
    const nothing = () => new Float64Array(dead.bus.count);
    core.setSchedule(CALM, { pMw: nothing(), qMvar: nothing() });
    expect(held(core, points.at(-1)!.id)).toMatchObject({ verdict: 'held', cause: 'deadBus' });
    const sale = { sellerPoint: points.at(-1)!.id, buyerPoint: null, energyWh: 1000, scheduled: true };
    expect(core.footprint(CALM, sale)).toMatchObject({
      solved: false,
      missing: expect.stringContaining('not energised'),
    });
  });
});

describe('verdicts', () => {
  const trades = Array.from({ length: 12 }, (_, k) => sale(String(k), [1, 4, 30, 90][k % 4]!));

  test('are those of the trade check by full power flow, each on top of the ones before, with the fee of the schedule', () => {
    const check = openInterval({
      model: MODEL,
      injection: injectionOf(CALM),
      limits: LIMITS,
      policy: OPTIONS.policy,
      networkVersion: OPTIONS.networkVersion,
    });
    const state = check.state as SolvedState;
    const prices = nodalPrices(sensitivities(MODEL, state)!, state, LIMITS, DEMONSTRATION_TARIFF);
    const seen = new Set<string>();
    for (const [k, { verdict, fee }] of grid.judge(CALM, trades).entries()) {
      const { id, energyWh, ...trade } = trades[k]!;
      const [sellerBus, buyerBus] = [BUS.get(trade.sellerPoint)!, BUS.get(trade.buyerPoint)!];
      const checked = { id, energyWh, sellerBus, buyerBus, hours: 0.25 };
      const twin = check.checkByAc(checked);
      const { verdict: decision, energySafeWh, inputHash } = verdict;
      expect({ id, decision, energySafeWh, inputHash }).toEqual({
        id,
        decision: twin.verdict,
        energySafeWh: twin.energySafeWh,
        inputHash: twin.inputHash,
      });
      seen.add(decision);
      if (energySafeWh > 0) {
        check.accept(checked, energySafeWh);
        expect(fee).toEqual(
          tradeFee(prices!, DEMONSTRATION_TARIFF, { sellerBus, buyerBus, energyWh: BigInt(energySafeWh) }),
        );
      } else expect(fee).toBeNull();
    }
    expect(seen).toEqual(new Set(['accepted', 'reduced', 'rejected']));
  });

  test('what passed leaves every limit kept in a power flow of the whole schedule', () => {
    const passed = grid.judge(CALM, trades).flatMap(({ verdict }, k) => {
      const kw = verdict.energySafeWh / 250;
      return [[trades[k]!.sellerPoint, kw] as const, [trades[k]!.buyerPoint, -kw] as const];
    });
    expect(assess(NETWORK, LIMITS, solved(changed(injectionOf(CALM), passed)))).toEqual([]);
    expect(
      assess(
        NETWORK,
        LIMITS,
        solved(
          changed(
            injectionOf(CALM),
            trades.flatMap(t => [
              [t.sellerPoint, t.energyWh / 250] as const,
              [t.buyerPoint, -t.energyWh / 250] as const,
            ]),
          ),
        ),
      ).length,
    ).toBeGreaterThan(0);
  });

  test('hash and verdict follow from the inputs alone: a fresh solver, and one that was asked much in between, say the same', () => {
    const first = grid.judge(CALM, trades);
    grid.summaries([CALM, PEAK, NEXT]);
    grid.judge(PEAK, trades.slice(0, 3));
    grid.effect(CALM, ELEMENT, [{ point: BEHIND[0]!, kw: 5 }]);
    expect(grid.judge(CALM, trades)).toEqual(first);
    const fresh = townGrid();
    fresh.setSchedule(NEXT, injectionOf(NEXT));
    fresh.summaries([NEXT]);
    fresh.setSchedule(CALM, injectionOf(PEAK));
    fresh.setSchedule(CALM, injectionOf(CALM));
    expect(fresh.judge(CALM, trades)).toEqual(first);
    expect(new Set(first.map(j => j.verdict.inputHash)).size).toBe(trades.length);
  });

  test('a watt more in the schedule, another network version or another policy is another hash', () => {
    const [one] = trades;
    const hashOf = (core: GridCore, injection: Injection) => {
      core.setSchedule(900, injection);
      return core.judge(900, [one!])[0]!.verdict.inputHash;
    };
    const injection = injectionOf(CALM);
    const hashes = [
      hashOf(grid, injection),
      hashOf(grid, changed(injection, [[BEHIND[0]!, 0.001]])),
      hashOf(new GridCore(NETWORK, POINTS, { ...OPTIONS, networkVersion: 'other' }), injection),
      hashOf(
        new GridCore(NETWORK, POINTS, { ...OPTIONS, policy: { oneLeg: 'warn', resolutionWh: 10 } }),
        injection,
      ),
    ];
    expect(new Set(hashes).size).toBe(4);
    expect(hashOf(townGrid(), injection)).toBe(hashes[0]);
  });
});

describe('held, and no number shown', () => {
  test('an interval without a schedule and a trade at an unknown point are held; the next trade is judged', () => {
    expect(grid.judge(CALM - 900, [sale('1', 1)])[0]).toMatchObject({
      verdict: { verdict: 'held', energySafeWh: 0, cause: 'noConvergence' },
      fee: null,
    });
    expect(
      grid.judge(CALM, [sale('1', 1, { buyerPoint: 'NOWHERE' }), sale('2', 1)]).map(j => j.verdict),
    ).toMatchObject([
      { verdict: 'held', cause: 'deadBus', reason: 'Connection point NOWHERE is not in this network.' },
      { verdict: 'accepted' },
    ]);
  });

  test('a schedule of the town that has no solution: no value, no slope, no effect, no room, and every trade held', () => {
    const core = townGrid();
    fc.assert(
      fc.property(impossible(HOUSES), change => {
        core.setSchedule(CALM, change(injectionOf(CALM)));
        expectNothing(core, CALM, ELEMENT, [sale('1', 1), sale('2', 0.01), sale('3', 40)]);
      }),
      { numRuns: 15 },
    );
    core.setSchedule(CALM, injectionOf(CALM));
    expect(core.judge(CALM, [sale('1', 1)])[0]?.verdict.verdict).toBe('accepted');
  });

  test('of a thousand schedules of a street around and beyond its collapse, either all is known or nothing passes', () => {
    const model = buildModel(FEEDER);
    const points = connectionPoints(FEEDER);
    const core = new GridCore(FEEDER, points, OPTIONS);
    let unsolved = 0;
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -2500, max: 2500, noNaN: true }), { minLength: 4, maxLength: 4 }),
        fc.constantFrom(1, 0.3, 0.05, 4),
        fc.integer({ min: 1, max: 500_000 }),
        (kw, scale, energyWh) => {
          const pMw = new Float64Array(FEEDER.bus.count);
          points.forEach((point, k) => {
            pMw[point.bus] = (kw[k]! * scale) / 1000;
          });
          const injection = { pMw, qMvar: new Float64Array(FEEDER.bus.count) };
          core.setSchedule(900, injection);
          const trade = { id: '1', sellerPoint: points[3]!.id, buyerPoint: points[0]!.id, energyWh };
          if (!solve(model, injection).converged) {
            unsolved++;
            return expectNothing(core, 900, 'T1', [trade]);
          }
          const [summary] = core.summaries([900]);
          expect(summary?.solved).toBe(true);
          expect(Number.isFinite(summary?.worstLoading?.percent)).toBe(true);
          const [judged] = core.judge(900, [trade]);
          if (judged!.verdict.energySafeWh === 0) return;
          const mw = judged!.verdict.energySafeWh / 250_000;
          for (const [seller, buyer] of [
            [1, 1],
            [1, 0],
            [0, 1],
          ] as const) {
            const leg = pMw.slice();
            leg[points[3]!.bus]! += seller * mw;
            leg[points[0]!.bus]! -= buyer * mw;
            expect(solve(model, { pMw: leg, qMvar: injection.qMvar }).converged).toBe(true);
          }
        },
      ),
      { numRuns: 1000 },
    );
    expect(unsolved).toBeGreaterThan(100);
    expect(unsolved).toBeLessThan(900);
  });
});

function footprintIn(core: GridCore, interval: number, trade: TradeToTrace) {
  const found = core.footprint(interval, trade);
  if (!found.solved) throw new Error(found.missing);
  return found;
}

/**
 * Proportional sharing by repetition: each node hands on what it has, in the share of each way out (sign 1, from a
 * source) or in (sign −1, from a sink), until nothing changes. Slow, and it needs no order.
 */
function mixed(state: SolvedState, start: number, sign: 1 | -1): { ofBranch: number[]; nodeKw: number } {
  const { branchFromNode, branchToNode, nodeCount } = MODEL;
  const ways = [...state.pFromMw].map((pMw, e) => {
    const forward = sign * pMw > 0;
    const leaves = sign * (forward ? pMw : state.pToMw[e]!);
    const arrives = -sign * (forward ? state.pToMw[e]! : pMw);
    const [from, to] = forward
      ? [branchFromNode[e]!, branchToNode[e]!]
      : [branchToNode[e]!, branchFromNode[e]!];
    return leaves > 1e-9 && arrives > 1e-9 ? { from, to, leaves, arrives } : null;
  });
  const sums = (key: 'leaves' | 'arrives', node: 'from' | 'to') => {
    const sum = new Float64Array(nodeCount);
    for (const way of ways) if (way) sum[way[node]]! += way[key];
    return sum;
  };
  const [out, into] = [sums('leaves', 'from'), sums('arrives', 'to')];
  const ownMw = Math.max(0, out[start]! - into[start]!);
  let share = new Float64Array(nodeCount);
  for (let round = 0; round < nodeCount; round++) {
    const next = new Float64Array(nodeCount);
    next[start] = ownMw;
    for (const way of ways) if (way) next[way.to]! += way.arrives * share[way.from]!;
    share = next.map((mw, i) => mw / (Math.max(out[i]!, into[i]!) || 1));
  }
  return { ofBranch: ways.map(way => (way ? share[way.from]! : 0)), nodeKw: 1000 * ownMw };
}

/** Changes that no state can carry: no number, a number without end, or at a house what a whole region draws. */
function impossible(buses: readonly number[]): fc.Arbitrary<(injection: Injection) => Injection> {
  const value = fc.oneof(
    fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e308, -1e308),
    fc.double({ min: 100, max: 1e6, noNaN: true }).map(mw => -mw),
  );
  return fc
    .record({ bus: fc.constantFrom(...buses), value, reactive: fc.boolean() })
    .map(({ bus, value: mega, reactive }) => ({ pMw, qMvar }) => ({
      pMw: reactive ? pMw : pMw.with(bus, mega),
      qMvar: reactive ? qMvar.with(bus, mega) : qMvar,
    }));
}

function expectNothing(core: GridCore, interval: number, element: string, trades: readonly TradeToJudge[]) {
  const [summary] = core.summaries([interval]);
  expect(summary).toMatchObject({
    solved: false,
    missing: expect.stringMatching(/^The power flow has no solution: /),
    worstLoading: null,
    vmPuMin: null,
    vmPuMax: null,
    importMw: null,
    near: [],
    segments: [],
  });
  const values = core.values(interval);
  for (const column of [values.vmPu, values.loadingPercent, values.pFromMw, [values.importMw]])
    expect([...column].every(Number.isNaN)).toBe(true);
  expect(core.slopes(interval, element)).toBeNull();
  expect(core.effect(interval, element, [])).toMatchObject({ solved: false, before: Number.NaN });
  expect(core.room(interval).segments).toEqual([]);
  expect(core.footprint(interval, { ...trades[0]!, scheduled: true })).toEqual({
    solved: false,
    missing: expect.stringMatching(/^The power flow has no solution: /),
  });
  expect(new Set(core.lights(interval, [interval]).map(row => row.light))).toEqual(new Set(['unknown']));
  for (const { verdict, fee } of core.judge(interval, trades)) {
    expect(verdict).toMatchObject({ verdict: 'held', energySafeWh: 0, binding: null, decidedBy: 'none' });
    expect(verdict.reason.length).toBeGreaterThan(0);
    expect(fee).toBeNull();
  }
}

/** Largest difference of two columns; dead elements are dead in both. */
function furthest(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let most = 0;
  for (let k = 0; k < b.length; k++) {
    if (Number.isNaN(b[k]!)) expect(a[k]).toBeNaN();
    else most = Math.max(most, Math.abs(a[k]! - b[k]!));
  }
  return most;
}
