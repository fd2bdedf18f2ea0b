import { expect, test } from 'vitest';
import { baseInjection } from '../../../grid-models/network/build.ts';
import { buses, grid, line, load, slack, unit } from '../../../grid-models/power-flow/testing/grid.ts';
import { rowInjection } from '../../../grid-models/series/row-mix.ts';
import { InputError } from './exit.ts';
import { PROFILE_ROWS_MAX, parseProfile } from './profile-file.ts';

/** Loads of 0.3 MW at bus 3 and 0.1 MW at bus 2, a unit of 0.1 MW at bus 2. */
const network = grid({
  bus: buses(3),
  branch: [line(0, 1, 0.01, 0.05), line(1, 2, 0.01, 0.05)],
  load: [load(2, 0.3, 0.1), load(1, 0.1)],
  generator: [slack(0), unit(1, 0.1, 1)],
});

const rowOf = (text: string, row: number) => rowInjection(parseProfile('p.csv', text, network).mix, row, 3);

test('loads and units follow their own factor, values at a bus come on top, and a missing column leaves the file as it is', () => {
  const text = 'interval,loadScale,pMw:3,qMvar:2\n00:00,1,0,0\n00:15,0.5,0.02,-0.01\n';
  expect(parseProfile('p.csv', text, network).intervals).toEqual(['00:00', '00:15']);
  const { pMw, qMvar } = rowOf(text, 1);
  expect([...pMw]).toEqual([0, expect.closeTo(0.05, 12), expect.closeTo(-0.13, 12)]);
  expect([...qMvar]).toEqual([0, expect.closeTo(-0.01, 12), expect.closeTo(-0.05, 12)]);
  const file = baseInjection(network);
  expect(rowOf('interval\nx\n', 0).pMw).toEqual(file.pMw);
  expect([...rowOf('generationScale\n3\n', 0).pMw]).toEqual([
    0,
    expect.closeTo(0.2, 12),
    expect.closeTo(-0.3, 12),
  ]);
});

test('marks of Windows, quotes and empty last lines change nothing', () => {
  const plain = parseProfile('p.csv', 'interval,loadScale\na,0.5\nb,0.7\n', network);
  const other = parseProfile('p.csv', '\uFEFF"interval",loadScale\r\n"a", 0.5\r\nb,0.7\r\n\r\n', network);
  expect(other).toEqual(plain);
});

test('without names the intervals are numbered from 1', () => {
  expect(parseProfile('p.csv', 'loadScale\n1\n2\n', network).intervals).toEqual(['1', '2']);
});

test('every bad column is named at once, then every bad cell with its line', () => {
  const refused = (text: string) => {
    try {
      parseProfile('p.csv', text, network);
    } catch (error) {
      if (error instanceof InputError) return error.message;
      throw error;
    }
    return 'accepted';
  };
  expect(refused('loadscale,pMw:9,pMw:2,pMw:2\n1,1,1,1\n')).toBe(
    [
      'p.csv: 3 problems',
      'line 1: unknown column "loadscale"; expected interval, loadScale, generationScale, pMw:BUS, qMvar:BUS',
      'line 1: pMw:9: there is no bus 9 in test',
      'line 1: column pMw:2 stands there twice',
    ].join('\n  '),
  );
  expect(refused('loadScale,pMw:2\n1,x\n-1,\n1\n')).toBe(
    [
      'p.csv: 4 problems',
      'line 2: pMw:2: "x" is not a number',
      'line 3: loadScale: must not be below 0',
      'line 3: pMw:2: "" is not a number',
      'line 4: 1 cells, the header has 2',
    ].join('\n  '),
  );
  expect(refused('loadScale\n')).toMatch(/no interval below the header/);
  expect(refused(`loadScale\n${'1\n'.repeat(PROFILE_ROWS_MAX + 1)}`)).toMatch(
    /35137 intervals; at most 35136/,
  );
});

test('loads of constant impedance cannot follow a factor, and are refused by name', () => {
  const mixed = grid({
    bus: buses(2),
    branch: [line(0, 1, 0.01, 0.05)],
    load: [{ ...load(1, 0.3), constZShare: 0.5 }],
    generator: [slack(0)],
  });
  expect(() => parseProfile('p.csv', 'loadScale\n1\n', mixed)).toThrow(/load L2 is partly of constant/);
  expect(parseProfile('p.csv', 'pMw:2\n0.1\n', mixed).intervals).toHaveLength(1);
});
