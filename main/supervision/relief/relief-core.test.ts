import { expect, test } from 'vitest';
import { BEHIND, ELEMENT, evening, OVERLOADED, RELIEF } from '../../operations/testing/evening.ts';

const PEAK = OVERLOADED[3]!;
const { grid, market } = evening([PEAK]);
const injection = market.injection(PEAK)!;
const inTime = () => Number.POSITIVE_INFINITY;
const offers = BEHIND.map((point, k) => ({
  id: `o${k}`,
  point,
  direction: 'up' as const,
  kw: 40,
  eurPerKwh: 0.2 + 0.01 * k,
}));

test('relief of all limits is confirmed by the power flow, and says why where there is none', () => {
  const question = { what: 'offers', injection, offers, stepKw: 0.04 } as const;
  const { restored, kw, optimal } = RELIEF.find(question, inTime);
  expect(restored && optimal).toBe(true);
  const changes = offers.map(o => ({ point: o.point, kw: kw.get(o.id) ?? 0 }));
  expect(grid.effect(PEAK, ELEMENT, changes)).toMatchObject({ solved: true, newViolations: [] });
  expect(grid.effect(PEAK, ELEMENT, changes).after).toBeLessThan(100);
  // The dearest is not needed, and quantities come in steps.
  expect(kw.has(`o${BEHIND.length - 1}`)).toBe(false);
  for (const one of kw.values()) expect(one / 0.04).toBeCloseTo(Math.round(one / 0.04), 6);
  const little = offers.slice(0, 1).map(o => ({ ...o, kw: 0.4 }));
  const none = RELIEF.find({ ...question, offers: little }, inTime);
  expect(none).toMatchObject({ restored: false, kw: new Map() });
  expect(none.message).toMatch(
    new RegExp(
      `With all that helps ${ELEMENT} still has 1\\d\\d\\.\\d %: all offers that relieve it are used up`,
    ),
  );
});

test('offers at a point that the network does not have relieve nothing', () => {
  const nowhere = offers.map(o => ({ ...o, point: 'nowhere' }));
  expect(RELIEF.find({ what: 'offers', injection, offers: nowhere, stepKw: 0.04 }, inTime)).toMatchObject({
    restored: false,
    message: expect.stringMatching(/no offer relieves it/),
  });
});

test('loads give up what the transformer lacks, and no more', () => {
  const plants = BEHIND.map(point => ({
    id: point,
    point,
    direction: 'up' as const,
    rank: 'load' as const,
    kwMax: 40,
  }));
  const { restored, kw } = RELIEF.find({ what: 'curtailment', injection, plants, stepKw: 0.04 }, inTime);
  expect(restored).toBe(true);
  const { after } = grid.effect(
    PEAK,
    ELEMENT,
    [...kw].map(([point, one]) => ({ point, kw: one })),
  );
  expect(after).toBeLessThan(100);
  expect(after).toBeGreaterThan(98);
});

test('without time nothing is proposed, and that is said in words', () => {
  expect(RELIEF.find({ what: 'offers', injection, offers, stepKw: 0.04 }, () => 0)).toMatchObject({
    restored: false,
    optimal: false,
    kw: new Map(),
    message: expect.stringMatching(/: The time for relief was up\.$/),
  });
});

test('a schedule without power flow has no relief', () => {
  const pMw = injection.pMw.map(p => 1000 * p);
  const found = RELIEF.find(
    { what: 'offers', injection: { ...injection, pMw }, offers, stepKw: 0.04 },
    inTime,
  );
  expect(found).toMatchObject({
    restored: false,
    message: expect.stringMatching(/^The power flow has no solution/),
  });
});
