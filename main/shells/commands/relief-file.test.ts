import { expect, test } from 'vitest';
import { buses, grid, line, load, slack } from '../../../grid-models/power-flow/testing/grid.ts';
import { InputError } from './exit.ts';
import { parseOffers, parsePlants } from './relief-file.ts';

const network = grid({
  bus: buses(3),
  branch: [line(0, 1, 0.01, 0.05), line(1, 2, 0.01, 0.05)],
  load: [load(2, 0.3, 0.1)],
  generator: [slack(0)],
});
const offer = { id: 'a', bus: 3, direction: 'up', blocks: [{ kw: 20, eurPerKwh: 0.2 }] };
const evening = [{ start: '18:00' }, { start: '18:15', loadScale: 1.2 }];
const plant = { id: 'pv', rank: 'renewable', bus: 2, kwMax: 5 };
const single = [{ start: '', loadScale: 1, generationScale: 1 }];

const offersOf = (content: unknown) => parseOffers('offers.json', JSON.stringify(content), network);
const plantsOf = (content: unknown, intervals: Parameters<typeof parsePlants>[3] = single) =>
  parsePlants('plants.json', JSON.stringify(content), network, intervals);

function problems(parse: () => unknown): string[] {
  try {
    parse();
  } catch (error) {
    if (error instanceof InputError) return error.message.split('\n  ').sort();
    throw error;
  }
  throw new Error('accepted');
}

test('ids become rows and starts become intervals; what is left out is one interval of a quarter of an hour', () => {
  expect(offersOf({ offers: [offer] })).toMatchObject({
    hours: 0.25,
    intervals: single,
    offers: [{ id: 'a', bus: 2, period: 0, kwMin: 0, rebound: [] }],
    tariff: { name: 'Interlock demonstration tariff', violationEurPerPercentHour: null },
  });
  const later = { ...offer, interval: '18:15', kwMin: 4 };
  const back = { ...offer, id: 7, interval: '18:00', rebound: [{ afterIntervals: 1, share: 0.5 }] };
  expect(offersOf({ hours: 1, intervals: evening, offers: [later, back] })).toMatchObject({
    hours: 1,
    intervals: [
      { start: '18:00', loadScale: 1, generationScale: 1 },
      { start: '18:15', loadScale: 1.2, generationScale: 1 },
    ],
    offers: [
      { id: 'a', period: 1, kwMin: 4 },
      { id: '7', period: 0, rebound: [{ afterPeriods: 1, share: 0.5 }] },
    ],
  });
});

test('plants inject less, loads draw less', () => {
  const plants = plantsOf({ plants: [plant, { ...plant, id: 'mill', rank: 'load' }] });
  expect(plants).toMatchObject([
    { id: 'pv', bus: 1, period: 0, direction: 'down', kwMax: 5 },
    { id: 'mill', direction: 'up' },
  ]);
});

test('every wrong row of an offers file is named at once, with its place', () => {
  const wrong = {
    hours: 0,
    intervals: [{ start: '18:00', loadScale: -1 }],
    offers: [
      { ...offer, bus: 9, direction: 'sideways' },
      { ...offer, blocks: [] },
      { ...offer, blocks: [{ kw: 0, eurPerKwh: 'dear' }], kwMin: -2 },
      { ...offer, rebound: [{ afterIntervals: 0.5, share: null }], price: 3 },
    ],
    tariff: { name: 'x', validFrom: 'y', source: 'z', energyMicroEurPerKwh: 0.5, fixedMicroEurPerKwh: -1 },
  };
  expect(problems(() => offersOf(wrong))).toEqual([
    'hours: must be above 0',
    'intervals[0].loadScale: must not be below 0',
    'offers.json: 14 problems',
    'offers[0].bus: 9 is not in the network',
    'offers[0].direction: is neither up nor down',
    'offers[1].blocks: has no price step',
    'offers[2].blocks[0].eurPerKwh: is not a number',
    'offers[2].blocks[0].kw: must be above 0',
    'offers[2].kwMin: must not be below 0',
    'offers[3].rebound[0].afterIntervals: must be a whole number',
    'offers[3].rebound[0].share: is not a number',
    'offers[3]: Unrecognized key: "price"',
    'tariff.capMicroEurPerKwh: is not a number',
    'tariff.energyMicroEurPerKwh: must be whole micro-euro',
    'tariff.fixedMicroEurPerKwh: must not be below 0',
  ]);
  expect(() => parseOffers('offers.json', '{', network)).toThrow(/offers\.json: not JSON/);
});

test('what is said twice or of an interval that there is not is named, by its row', () => {
  expect(
    problems(() =>
      offersOf({
        intervals: [...evening, { start: '18:00' }],
        offers: [
          { ...offer, interval: '18:00' },
          { ...offer, interval: '19:00' },
          { ...offer, id: 'b' },
        ],
      }),
    ),
  ).toEqual([
    'intervals[2].start: 18:00 stands in intervals[0] already',
    'offers.json: 4 problems',
    'offers[1].id: a stands in offers[0] already',
    'offers[1].interval: 19:00 is none of the intervals of the offers',
    'offers[2].interval: is not given, the offers name 18:00, 18:15, 18:00',
  ]);
  expect(problems(() => plantsOf({ plants: [plant, { ...plant, interval: 'noon' }] }))).toEqual([
    'plants.json: 2 problems',
    'plants[1].id: pv stands in plants[0] already',
    'plants[1].interval: noon is none of the intervals of the offers',
  ]);
  expect(problems(() => plantsOf({ plants: [{ ...plant, rank: 'sun', bus: 8, kwMax: 0 }] }))).toEqual([
    'plants.json: 3 problems',
    'plants[0].bus: 8 is not in the network',
    'plants[0].kwMax: must be above 0',
    'plants[0].rank: is none of conventional, chp, renewable, self-consumption, load',
  ]);
});

test('an offer that is well said but cannot be used is no problem of the file', () => {
  const paying = { ...offer, blocks: [{ kw: 1, eurPerKwh: -0.1 }] };
  expect(offersOf({ offers: [paying] }).offers).toHaveLength(1);
});
