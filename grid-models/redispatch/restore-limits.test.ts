import fc from 'fast-check';
import { expect, test } from 'vitest';
import { baseInjection, buildModel } from '../network/build.ts';
import { solve } from '../power-flow/solve.ts';
import { assess } from '../security/assessment.ts';
import { networkLimits } from '../security/limits.ts';
import { B, type FeederOptions, feeder } from '../sensitivity/testing/feeder.ts';
import { highsSolver } from './highs.ts';
import { type CurtailablePlant, curtailInLegalOrder } from './legal-curtailment.ts';
import type { GridPeriod } from './limit-rows.ts';
import { type BlockOffer, kwMaxOf, measureOf } from './offers.ts';
import { type ReliefPart, type ReliefSetOfAll, restoreLimits } from './restore-limits.ts';

const solver = await highsSolver();
const STEP_KW = 0.04;
const NOTHING_CHANGES = { cost: () => {}, boundColumns: () => {}, boundRows: () => {} };

function period(options: FeederOptions): GridPeriod {
  const network = feeder(options);
  return { model: buildModel(network), injection: baseInjection(network), limits: networkLimits(network) };
}

function offer(id: string, at: number, rest: Partial<BlockOffer> = {}): BlockOffer {
  return {
    id,
    bus: B(at),
    period: 0,
    direction: 'up',
    blocks: [{ kw: 20, eurPerKwh: 0.2 }],
    kwMin: 0,
    rebound: [],
    ...rest,
  };
}

function relief(periods: readonly GridPeriod[], offers: readonly BlockOffer[]): ReliefSetOfAll {
  const found = restoreLimits({ periods, hours: 0.25, offers, solver, stepKw: STEP_KW });
  if (found.outcome === 'unsolved') throw new Error(found.message);
  return found;
}

/** Violations of every period, by a power flow of its own that knows nothing of how the set was found. */
function violationsWith(
  periods: readonly GridPeriod[],
  offers: readonly BlockOffer[],
  parts: readonly ReliefPart[],
): string[] {
  return periods.flatMap(({ model, injection, limits }, n) => {
    const pMw = injection.pMw.slice();
    for (const part of parts)
      for (const impulse of measureOf(offers.find(o => o.id === part.offer)!).impulses)
        if (impulse.period === n) pMw[impulse.bus]! += (impulse.kwPerKw * part.kw) / 1000;
    const state = solve(model, { pMw, qMvar: injection.qMvar });
    if (!state.converged) throw new Error(state.message);
    return assess(model.network, limits, state).map(v => `${n} ${v.limit} ${v.element}`);
  });
}

function kwOf(parts: readonly ReliefPart[], offer: string): number {
  return parts.reduce((sum, part) => (part.offer === offer ? sum + part.kw : sum), 0);
}

const kw = (min: number, max: number) => fc.integer({ min, max });
const offersAt = (buses: number, periods: number) =>
  fc
    .array(
      fc.record({
        at: fc.integer({ min: 1, max: buses }),
        period: fc.integer({ min: 0, max: periods - 1 }),
        direction: fc.constantFrom('up' as const, 'up' as const, 'down' as const),
        kw: kw(10, 60),
        price: fc.integer({ min: 2, max: 40 }),
        steps: fc.integer({ min: 1, max: 3 }),
        minimum: fc.constantFrom(0, 0, 4),
        share: fc.constantFrom(0, 0.5, 1),
      }),
      { minLength: 2, maxLength: 8 },
    )
    .map(list =>
      list.map((o, k) =>
        offer(`o${k}`, o.at, {
          period: o.period,
          direction: o.direction,
          blocks: Array.from({ length: o.steps }, (_, b) => ({
            kw: o.kw / o.steps,
            eurPerKwh: (o.price + 5 * b) / 100,
          })),
          kwMin: o.minimum,
          rebound: o.period + 1 < periods && o.share > 0 ? [{ afterPeriods: 1, share: o.share }] : [],
        }),
      ),
    );
/** From an evening peak to a sunny noon, on cables thin enough for both kinds of limit. */
const four = (load: fc.Arbitrary<number>) => fc.array(load, { minLength: 4, maxLength: 4 });
const loads = fc.oneof(four(kw(25, 60)), four(kw(-75, -30)), four(kw(-90, 70)));
const weak = {
  transformerKva: 160,
  rOhm: 0.06,
  cableA: 140,
  parents: [0, 1, 1, 3],
  vmPuMin: 0.94,
  vmPuMax: 1.05,
};

test('a set that restores keeps every limit by a power flow of its own; one that does not violates nothing new', () => {
  fc.assert(
    fc.property(loads, offersAt(4, 1), (loadsKw, offers) => {
      const periods = [period({ ...weak, loadsKw })];
      const found = relief(periods, offers);
      const violated = violationsWith(periods, offers, found.parts);
      expect(violated.length === 0).toBe(found.outcome === 'restored');
      expect([...violated].sort()).toEqual(
        found.remaining.map(r => `${r.period} ${r.limit} ${r.element}`).sort(),
      );
      const before = violationsWith(periods, offers, []);
      if (before.length === 0) expect(found.parts).toEqual([]);
      expect(violated.filter(v => !before.includes(v))).toEqual([]);
      expect(found.agreed).toBe(true);
    }),
  );
});

test('what comes back later violates nothing then, and no minimum is undercut', () => {
  fc.assert(
    fc.property(loads, loads, offersAt(4, 2), (now, next, offers) => {
      const periods = [period({ ...weak, loadsKw: now }), period({ ...weak, loadsKw: next })];
      const found = relief(periods, offers);
      const before = new Set(violationsWith(periods, offers, []));
      const fresh = violationsWith(periods, offers, found.parts).filter(v => !before.has(v));
      expect(fresh).toEqual([]);
      for (const o of offers) {
        const taken = kwOf(found.parts, o.id);
        expect(taken === 0 || taken >= o.kwMin - 1e-9).toBe(true);
        expect(taken).toBeLessThanOrEqual(kwMaxOf(o) + 1e-9);
      }
    }),
  );
});

test('a rebound into a full interval makes the dearer offer without rebound the cheaper set', () => {
  const tight = { transformerKva: 160, loadsKw: [30, 30, 30] };
  const later = { ...tight, loadsKw: [45, 45, 47] };
  const cheap = offer('cheap', 3, {
    blocks: [{ kw: 40, eurPerKwh: 0.05 }],
    rebound: [{ afterPeriods: 1, share: 1 }],
  });
  const dear = offer('dear', 3, { blocks: [{ kw: 40, eurPerKwh: 0.4 }] });
  const evening = [period({ ...tight, loadsKw: [50, 55, 60] }), period(tight)];
  expect(kwOf(relief(evening, [cheap, dear]).parts, 'dear')).toBe(0);
  const full = [period({ ...tight, loadsKw: [50, 55, 60] }), period(later)];
  const found = relief(full, [cheap, dear]);
  expect(found.outcome).toBe('restored');
  expect(kwOf(found.parts, 'dear')).toBeGreaterThan(0);
});

test('a limit that holds is not given up for one that does not: relief ends where its rebound fills the next interval', () => {
  const periods = [
    period({ transformerKva: 160, loadsKw: [50, 55, 60] }),
    period({ transformerKva: 160, loadsKw: [47, 47, 50] }),
  ];
  const offers = [
    offer('a', 3, { blocks: [{ kw: 40, eurPerKwh: 0.05 }], rebound: [{ afterPeriods: 1, share: 0.5 }] }),
  ];
  const found = relief(periods, offers);
  expect(kwOf(found.parts, 'a')).toBeGreaterThan(4);
  expect(found.remaining).toMatchObject([
    { period: 0, element: 'T1', why: { code: 'held-back', by: [{ period: 1, element: 'T1' }] } },
  ]);
  expect(violationsWith(periods, offers, found.parts)).toEqual(['0 transformer-loading T1']);
});

test('the same set comes out in whatever order the offers come', () => {
  fc.assert(
    fc.property(
      loads,
      offersAt(4, 1).chain(list =>
        fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
      ),
      (loadsKw, [offers, shuffled]) => {
        const periods = [period({ ...weak, loadsKw })];
        const { parts, costEur, limits } = relief(periods, offers);
        expect(relief(periods, shuffled)).toMatchObject({ parts, costEur, limits });
      },
    ),
  );
});

test('no mixture of two offers on a grid of quantities keeps the limits by AC and costs less', () => {
  const periods = [period({ ...weak, loadsKw: [30, 20, 45, 40] })];
  const offers = [
    offer('near', 1, { blocks: [{ kw: 60, eurPerKwh: 0.1 }] }),
    offer('far', 4, { blocks: [{ kw: 60, eurPerKwh: 0.25 }] }),
  ];
  const found = relief(periods, offers);
  expect(found.outcome).toBe('restored');
  let best = Number.POSITIVE_INFINITY;
  for (let near = 0; near <= 60; near += 2) {
    for (let far = 0; far <= 60; far += 2) {
      const parts = [
        { offer: 'near', block: 0, kw: near, eurPerKwh: 0.1 },
        { offer: 'far', block: 0, kw: far, eurPerKwh: 0.25 },
      ];
      if (violationsWith(periods, offers, parts).length > 0) continue;
      best = Math.min(best, 0.25 * (0.1 * near + 0.25 * far));
    }
  }
  // The grid keeps no room: one percent of what is permitted is what the set may cost more.
  expect(found.costEur).toBeLessThan(best * 1.15);
  expect(found.costEur).toBeGreaterThan(best * 0.85);
});

test('what cannot be restored is named with the reason', () => {
  const periods = [period({ transformerKva: 100, loadsKw: [60, 60], vmPuMin: 0.8 })];
  const [first] = relief(periods, []).remaining;
  expect(first).toMatchObject({ element: 'T1', why: { code: 'nothing-relieves' } });
  const little = relief(periods, [offer('a', 1, { blocks: [{ kw: 5, eurPerKwh: 0.1 }] })]);
  expect(kwOf(little.parts, 'a')).toBe(5);
  expect(little.remaining[0]).toMatchObject({ element: 'T1', why: { code: 'used-up' } });
  const big = offer('a', 1, { blocks: [{ kw: 900, eurPerKwh: 0.1 }], kwMin: 800 });
  expect(relief(periods, [big])).toMatchObject({ parts: [], remaining: [{ why: { code: 'indivisible' } }] });
});

test('an offer whose energy comes back when nobody looks is left out, and so is one without a place or with its id twice', () => {
  const periods = [period({ transformerKva: 100, loadsKw: [60, 60] })];
  const { leftOut, parts } = relief(periods, [
    offer('back', 1, { rebound: [{ afterPeriods: 1, share: 1 }] }),
    offer('nowhere', 99),
    offer('twice', 1),
    offer('twice', 2),
    offer('paying', 1, { blocks: [{ kw: 1, eurPerKwh: -0.1 }] }),
  ]);
  expect(parts).toEqual([]);
  expect(leftOut).toEqual([
    { offer: 'back', why: 'rebound-beyond-periods' },
    { offer: 'nowhere', why: 'bus-unknown' },
    { offer: 'paying', why: 'price-negative' },
    { offer: 'twice', why: 'id-repeated' },
    { offer: 'twice', why: 'id-repeated' },
  ]);
});

test('a solver that gives up within its time leaves everything as it is and says so', () => {
  const asked: number[] = [];
  const found = restoreLimits({
    periods: [period({ transformerKva: 100, loadsKw: [60, 60], vmPuMin: 0.8 })],
    hours: 0.25,
    offers: [offer('a', 1)],
    timeLimitS: 0.7,
    solver: {
      open: (_, timeLimitS, use) => {
        asked.push(timeLimitS);
        return use({ ...NOTHING_CHANGES, solve: () => ({ status: 'failed', message: 'time is up' }) });
      },
    },
  });
  expect(asked).toEqual([0.7]);
  const why = { code: 'not-agreed', message: 'time is up' };
  expect(found).toMatchObject({
    outcome: 'remaining',
    parts: [],
    costEur: 0,
    agreed: false,
    remaining: [{ why }],
  });
});

test('when the time is up, the best set that the power flow has judged so far is the answer', () => {
  // Far beyond what slopes at the schedule tell: it takes rounds.
  const periods = [period({ ...weak, transformerKva: 160, loadsKw: [60, 60, 60, 60] })];
  const offers = [1, 2, 3, 4].map(at => offer(`o${at}`, at, { blocks: [{ kw: 60, eurPerKwh: at / 10 }] }));
  const all = relief(periods, offers);
  expect(all.rounds).toBeGreaterThan(1);
  const within = (rounds: number) => {
    let left = rounds;
    // Asked before each round, and for each of its programmes once more.
    const found = restoreLimits({
      periods,
      hours: 0.25,
      offers,
      stepKw: STEP_KW,
      solver: { open: (programme, _s, use) => solver.open(programme, 5, use) },
      secondsLeft: () => (left-- > 0 ? 1 : 0),
    });
    if (found.outcome === 'unsolved') throw new Error(found.message);
    return found;
  };
  expect(within(0)).toMatchObject({ parts: [], agreed: false, optimal: false, rounds: 0 });
  const first = within(2);
  expect(first).toMatchObject({
    rounds: 1,
    optimal: false,
    agreed: false,
    message: 'The time for relief was up.',
  });
  expect(first.parts.length).toBeGreaterThan(0);
  // It is judged by AC: it leaves less than the schedule, and what it is said to leave.
  expect(violationsWith(periods, offers, first.parts).length).toBe(first.remaining.length);
  expect(first.remaining.length).toBeLessThan(violationsWith(periods, offers, []).length);
});

test('a schedule without power flow is no relief without measures', () => {
  const found = restoreLimits({
    periods: [period({ loadsKw: [9000, 9000] })],
    hours: 0.25,
    offers: [offer('a', 1)],
    solver,
  });
  expect(found).toMatchObject({ outcome: 'unsolved', period: 0 });
});

const plant = (id: string, rank: CurtailablePlant['rank'], at: number, kwMax: number): CurtailablePlant => ({
  id,
  rank,
  bus: B(at),
  period: 0,
  direction: 'down',
  kwMax,
});

test('curtailment restores every limit by AC and names what an earlier rank keeps for itself', () => {
  // Sun on both branches: the left cable is short, conventional generation stands on the right one.
  const periods = [
    period({ ...weak, transformerKva: 400, loadsKw: [0, -110, -20], parents: [0, 1, 0], vmPuMax: 1.2 }),
  ];
  const plants = [
    plant('pv', 'renewable', 2, 90),
    plant('diesel', 'conventional', 3, 15),
    plant('chp', 'chp', 2, 4),
  ];
  const found = curtailInLegalOrder({ periods, plants, solver, stepKw: STEP_KW });
  if (found.outcome === 'unsolved') throw new Error(found.message);
  expect(found.outcome).toBe('restored');
  expect(found.parts.map(part => part.id)).toEqual(['chp', 'pv']);
  expect(found.parts[0]).toMatchObject({ kw: 4 });
  expect(found.ranks.find(r => r.rank === 'conventional')).toMatchObject({
    kw: 0,
    kwMax: 15,
    left: [{ id: 'diesel', kw: 15 }],
  });
  expect(found.ranks.map(r => r.rank)).toEqual([
    'conventional',
    'chp',
    'renewable',
    'self-consumption',
    'load',
  ]);
  for (const { margin } of found.limits) expect(margin).toBeGreaterThanOrEqual(0);
});

test('what was found before the last rank was brought to its least is not curtailed', () => {
  const periods = [period({ ...weak, loadsKw: [0, -80, -60, -60] })];
  const plants = [plant('pv', 'renewable', 3, 60), plant('own', 'self-consumption', 4, 60)];
  let asked = 0;
  const found = curtailInLegalOrder({
    periods,
    plants,
    // Of three goals the second is reached, the third is not.
    solver: {
      open: (programme, s, use) =>
        solver.open(programme, s, session =>
          use({
            ...session,
            solve: () => (++asked % 3 === 0 ? { status: 'failed', message: 'time is up' } : session.solve()),
          }),
        ),
    },
  });
  expect(found).toMatchObject({ outcome: 'remaining', parts: [], agreed: false });
  expect(curtailInLegalOrder({ periods, plants, solver })).toMatchObject({
    parts: [{ id: 'pv' }, { id: 'own' }],
  });
});

test('curtailment is the same in whatever order the plants come', () => {
  const periods = [period({ ...weak, loadsKw: [0, -80, -60, -60] })];
  const plants = [2, 3, 4].flatMap(at => [
    plant(`pv${at}`, 'renewable', at, 40),
    plant(`own${at}`, 'self-consumption', at, 20),
  ]);
  const once = curtailInLegalOrder({ periods, plants, solver });
  expect(curtailInLegalOrder({ periods, plants: [...plants].reverse(), solver })).toEqual(once);
});
