import { expect, test } from 'vitest';
import { baseInjection } from '../../grid-models/network/build.ts';
import { connectionPoints } from '../../grid-models/network/connection-points.ts';
import { highsSolver } from '../../grid-models/redispatch/highs.ts';
import { feeder } from '../../grid-models/sensitivity/testing/feeder.ts';
import { DEMONSTRATION_TARIFF } from '../../grid-models/tariff/demonstration-tariff.ts';
import type { Command } from '../records/operations.ts';
import { ReliefCore } from '../supervision/relief/relief-core.ts';
import { GridCore } from '../supervision/solver/grid-core.ts';
import { CurtailmentDesk, type CurtailmentDeskParts } from './curtailment-desk.ts';
import type { PlantAtPoint } from './plants.ts';
import { ReliefDesk } from './relief-desk.ts';

const INTERVAL = 900;
type OpenOffers = ReturnType<CurtailmentDeskParts['market']['openOffers']>;
const solver = await highsSolver();
const order = { element: 'C3', interval: INTERVAL, reason: 'The cable is too warm.', overridesMarket: false };

/**
 * Sun at the end of the street feeds the workshop before it: its cable C3 carries 20 % too much, the transformer 30 kW towards both.
 * What the sun gives less, the transformer carries more.
 */
function street(
  transformerKva: number,
  grid: Partial<CurtailmentDeskParts['grid']> = {},
  workshopKw = 60,
  open: OpenOffers = [],
) {
  const network = feeder({
    transformerKva,
    loadsKw: [0, 150, -120],
    cableA: 150,
    vmPuMin: 0.8,
    vmPuMax: 1.2,
  });
  const points = connectionPoints(network);
  const [workshop, sun] = points.map(point => point.id) as [string, string];
  const core = new GridCore(network, points, {
    policy: { oneLeg: 'reject', resolutionWh: 10 },
    tariff: DEMONSTRATION_TARIFF,
    networkVersion: 'street',
  });
  const injection = baseInjection(network);
  core.setSchedule(INTERVAL, injection);
  const relief = new ReliefCore(network, points, solver);
  const plants: PlantAtPoint[] = [
    { point: sun, name: 'Sun', legalRank: 'renewable', direction: 'down', kwMax: 80 },
    { point: sun, name: 'Sun', legalRank: 'self-consumption', direction: 'down', kwMax: 40 },
    { point: workshop, name: 'Workshop', legalRank: 'load', direction: 'up', kwMax: workshopKw },
  ];
  const given: Command[] = [];
  let askedForAll = 0;
  const parts = {
    commands: {
      answerTo: () => null,
      give: async (id: string, command: Command) => {
        given.push(command);
        return { accepted: true as const, intentId: id };
      },
    },
    intervalHours: 0.25,
  };
  const offers = new ReliefDesk({
    ...parts,
    grid: {
      slopes: async (...question) => core.slopes(...question),
      effect: async (...question) => core.effect(...question),
      relief: async () => ({ restored: false, kw: new Map(), optimal: true, message: '' }),
    },
    market: { openOffers: () => [] },
  });
  const desk = new CurtailmentDesk({
    ...parts,
    grid: {
      effect: async (...question) => core.effect(...question),
      curtailment: async (_interval, asked, stepKw) => {
        askedForAll++;
        return relief.find({ what: 'curtailment', injection, plants: asked, stepKw }, () => 10);
      },
      ...grid,
    },
    market: {
      offers: (...question) => offers.offers(...question),
      openOffers: () => open,
      plants: () => plants,
    },
  });
  const proposal = async () => (await desk.curtailment('C3', INTERVAL))!;
  return { desk, proposal, given, core, sun, workshop, askedForAll: () => askedForAll };
}

const stepsOf = (steps: readonly { readonly point: string; readonly energyWh: bigint }[]) =>
  steps.map(({ point, energyWh }) => ({ point, energyWh }));

test('where nothing else is violated by it, the least for the one limit is proposed', async () => {
  const { proposal, askedForAll, sun } = street(100);
  const { steps, clears, effect, forAllLimits } = await proposal();
  expect(steps.map(s => [s.point, s.legalRank])).toEqual([[sun, 'renewable']]);
  expect(clears).toBe(true);
  expect(effect.after).toBeLessThan(100);
  expect(forAllLimits).toBeNull();
  expect(askedForAll()).toBe(0);
});

test('where the least for one limit would violate another, the least for both is proposed, rank by rank', async () => {
  const { proposal, core, sun, workshop } = street(46);
  const { steps, clears, effect, forAllLimits } = await proposal();
  expect(steps.map(s => [s.point, s.legalRank])).toEqual([
    [sun, 'renewable'],
    [workshop, 'load'],
  ]);
  expect(clears).toBe(true);
  expect(effect).toMatchObject({ solved: true, newViolations: [] });
  expect(forAllLimits).toBe(
    'The least for this limit alone: The measure itself would violate T1 transformer-loading. These steps are the least that keeps all limits.',
  );
  // Without the last rank no quantity of the first keeps both: tried kilowatt by kilowatt by a power flow of its own.
  for (let kw = 0; kw <= 80; kw++) {
    const { after, newViolations } = core.effect(INTERVAL, 'C3', [{ point: sun, kw: -kw }]);
    expect(after > 100 || newViolations.length > 0).toBe(true);
  }
  const { relief } = steps[0]!;
  expect(relief).toBeGreaterThan(20);
});

test('the proposal for all limits is ordered as it stands, without passing over a rank', async () => {
  const { desk, proposal, given } = street(46);
  const { steps } = await proposal();
  const answer = await desk.curtail(
    'id',
    { ...order, steps: stepsOf(steps), skipsRank: false },
    'operator 1',
  );
  expect(answer).toEqual({ accepted: true, intentId: 'id' });
  expect(given).toMatchObject([
    { type: 'curtail', terms: steps.map(s => ({ legalRank: s.legalRank, energyWh: s.energyWh })) },
  ]);
});

test('a part of it that violates the other limit is refused, and so is more of a later rank for less of an earlier one', async () => {
  const { desk, proposal, given, sun } = street(46);
  const [first, last] = stepsOf((await proposal()).steps) as [
    { point: string; energyWh: bigint },
    { point: string; energyWh: bigint },
  ];
  const asked = (steps: (typeof first)[]) =>
    desk.curtail('id', { ...order, steps, skipsRank: false }, 'operator 1');
  expect(await asked([first])).toEqual({
    accepted: false,
    reason: 'The measure itself would violate T1 transformer-loading.',
  });
  const less = { point: sun, energyWh: first.energyWh - 500n };
  const skips = { accepted: false, reason: 'This skips renewable in the legal order: say in words why.' };
  expect(await asked([less, last])).toEqual(skips);
  expect(await asked([first, { ...last, energyWh: last.energyWh + 500n }])).toMatchObject({
    accepted: false,
  });
  expect(given).toEqual([]);
});

test('where not all limits can be kept, the steps give up none that holds, and both reasons are said', async () => {
  const { proposal, workshop } = street(46, {}, 2);
  const { effect, clears, forAllLimits, steps } = await proposal();
  expect(steps.find(s => s.point === workshop)).toMatchObject({ energyWh: 500n, availableWh: 500n });
  expect(effect.newViolations).toEqual([]);
  expect(effect.after).toBeLessThan(effect.before);
  expect(effect.after).toBeGreaterThan(100);
  expect(clears).toBe(false);
  expect(forAllLimits).toMatch(
    /^The measure itself would violate T1 transformer-loading\. With all that helps C3 still has 1\d\d\.\d %: more would violate T1/,
  );
});

test('while it is not known what all limits need, nothing is proposed and nothing is ordered', async () => {
  const dead = async () => {
    throw new Error('Relief ended.');
  };
  const { desk, proposal, given, sun } = street(46, { curtailment: dead });
  await expect(proposal()).rejects.toThrow('Relief ended.');
  const steps = [{ point: sun, energyWh: 6000n }];
  await expect(desk.curtail('id', { ...order, steps, skipsRank: true }, 'operator 1')).rejects.toThrow(
    'Relief ended.',
  );
  expect(given).toEqual([]);
});

test('what was found before the time was up is said to be that', async () => {
  const { proposal, workshop, sun } = street(46, {
    curtailment: async () => ({
      restored: true,
      kw: new Map([
        [`${sun} renewable`, 30],
        [`${workshop} load`, 40],
      ]),
      optimal: false,
      message: 'The time for relief was up.',
    }),
  });
  expect((await proposal()).forAllLimits).toMatch(/ The time was up: less may be enough\.$/);
});

test('open offers that do not help are named in the order, in the words of the power flow or of the operator', async () => {
  const open: OpenOffers = [{ offer: { direction: 'down' }, remainingWh: 250n }];
  const { desk, proposal, given } = street(100, {}, 60, open);
  const steps = stepsOf((await proposal()).steps);
  await desk.curtail('a', { ...order, steps, skipsRank: false }, 'operator 1');
  await desk.curtail('b', { ...order, steps, skipsRank: false, overridesMarket: true }, 'operator 1');
  expect(given.map(command => command.type === 'curtail' && command.marketOverride)).toEqual([
    'By the power flow the congestion offers do not clear the limit of C3; open in all products: 250 Wh down.',
    'The cable is too warm.',
  ]);
});
