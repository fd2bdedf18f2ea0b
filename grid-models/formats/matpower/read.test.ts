import { describe, expect, test } from 'vitest';
import { describeProblem, NetworkFileError } from '../../network/problems.ts';
import { evaluate } from './expression.ts';
import { readMatpower } from './read.ts';

const BUS = `mpc.bus = [ %% in kW
	1	3	0	0	0	0	1	1	10	20	1	1.1	0.9;
	2	2	100	60	0	0	1	1	0	20	1	1.1	0.9; % the mill
	7	1	40	20	0	5	1	1	0	20	1	1.1	0.9;
];`;
const GEN = `mpc.gen = [
	1	0	0	10	-10	1.05	100	1	10	0;
	2	3	0	10	-10	1.02	100	1	10	0;
	7	1	0.5	10	-10	1.02	100	1	10	0;
	1	4	0	Inf	-Inf	1.05	100	1	10	0;
];`;
const BRANCH = `mpc.branch = [
	1	2	0.01	0.02	0.04	12	0	0	0	0	1	-360	360;
	2	7	0.01	0.02	0	0	0	0	1.02	30	0	-360	360;
];`;

function text(
  parts: { bus?: string; gen?: string; branch?: string; base?: string; rest?: string } = {},
): string {
  return [
    'function mpc = village',
    "mpc.version = '2';",
    parts.base ?? 'mpc.baseMVA = 10;',
    parts.bus ?? BUS,
    parts.gen ?? GEN,
    parts.branch ?? BRANCH,
    parts.rest ?? '',
  ].join('\n');
}

function problemsOf(source: string): string[] {
  try {
    readMatpower('village.m', source);
  } catch (error) {
    if (error instanceof NetworkFileError) return error.problems.map(describeProblem);
    throw error;
  }
  return [];
}

describe('a case', () => {
  const network = readMatpower('village.m', text());

  test('takes its name and ids from the file', () => {
    expect(network.name).toBe('village');
    expect(network.bus.id).toEqual(['1', '2', '7']);
    expect(network.branch.id).toEqual(['1', '2']);
    expect([...network.branch.from]).toEqual([0, 1]);
  });

  test('has the first generator of the reference bus as slack, at the angle of the bus table; the others hold their P', () => {
    expect([...network.generator.control]).toEqual([2, 1, 0, 1]);
    expect(network.generator.vaDegSet[0]).toBe(10);
    expect([...network.generator.vmPuSet]).toEqual([1.05, 1.02, Number.NaN, 1.05]);
    expect(network.generator.qMvarMax[3]).toBe(Number.POSITIVE_INFINITY);
  });

  test('turns a susceptance of the bus into a shunt that consumes its negative', () => {
    expect([...network.shunt.bus]).toEqual([2]);
    expect(network.shunt.qMvar[0]).toBe(-5);
  });

  test('halves charging, reads ratio 0 as 1 and a rating of 0 as not given', () => {
    expect([...network.branch.bFromPu]).toEqual([0.02, 0]);
    expect([...network.branch.ratio]).toEqual([1, 1.02]);
    expect([...network.branch.ratingMva]).toEqual([12, Number.NaN]);
    expect(network.branch.shiftRad[1]).toBeCloseTo(Math.PI / 6, 12);
    expect([...network.branch.inService]).toEqual([1, 0]);
    expect([...network.branch.kind]).toEqual([0, 1]);
  });

  test('reads expressions as base and entries', () => {
    const read = readMatpower(
      'x.m',
      text({ base: 'mpc.baseMVA = 50/3;', bus: BUS.replace('100	60', '-50/3	12/sqrt(3)') }),
    );
    expect(read.baseMva).toBeCloseTo(50 / 3, 12);
    expect(read.load.pMw[0]).toBeCloseTo(-50 / 3, 12);
    expect(read.load.qMvar[0]).toBeCloseTo(12 / Math.sqrt(3), 12);
  });

  test('skips cell arrays, costs and texts that look like code', () => {
    const rest =
      "mpc.bus_name = {\n'mill 50% };';\n'o''clock'\n'end' };\nmpc.gencost = [\n2 0 0 3 0 20 0;\n];";
    expect(readMatpower('x.m', text({ rest })).bus.name).toEqual(['mill 50% };', "o'clock", 'end']);
  });

  test('skips fields a power flow does not read, nested ones and DC lines included', () => {
    const rest = [
      'mpc.dcline = [\n1 2 1 10 9 0 0 1 1 0 0 0 0 0 0 0 0;\n];',
      'mpc.reserves.zones = [\n1 1 1;\n];',
      'mpc.if.map = [1 2];',
      'mpc.gencost(:, 5) = 2 * mpc.gencost(:, 5);',
      "mpc.zone_name = {'north'};",
      "mpc.softlims.RATE_A = struct('hl_mod', 'none');",
    ].join('\n');
    expect(readMatpower('x.m', text({ rest })).branch.count).toBe(2);
  });

  test('reads rows that end with the line, and rows side by side', () => {
    const bus = BUS.replaceAll(';\n', '\n');
    expect(readMatpower('x.m', text({ bus: `${bus};`.replace(';;', ';') })).bus.count).toBe(3);
    const oneLine = `mpc.branch = [${BRANCH.split('\n').slice(1, 3).join(' ')}];`;
    expect(readMatpower('x.m', text({ branch: oneLine })).branch.count).toBe(2);
  });
});

describe('statements after the tables', () => {
  test('convert ohm to p.u. and kW to MW', () => {
    const rest = `[PQ, PV, REF, NONE, BUS_I, BUS_TYPE, PD, QD, ...
    GS, BS] = idx_bus;
Vbase = mpc.bus(1, BASE_KV) * 1e3;  %% in Volts
Sbase = mpc.baseMVA * 1e6;
mpc.branch(:, [BR_R BR_X]) = mpc.branch(:, [BR_R BR_X]) / (Vbase^2 / Sbase);
mpc.bus(:, [PD, QD]) = mpc.bus(:, [PD, QD]) / 1e3;`;
    const network = readMatpower('x.m', text({ rest }));
    expect(network.branch.xPu[0]).toBeCloseTo(0.02 / 40, 15);
    expect(network.load.pMw[0]).toBeCloseTo(0.1, 15);
  });

  test('derive reactive power from a power factor in the order they stand', () => {
    const rest =
      'pf = 0.85;\nmpc.bus(:, QD) = mpc.bus(:, PD) * sin(acos(pf));\nmpc.bus(:, PD) = mpc.bus(:, PD) * pf;';
    const network = readMatpower('x.m', text({ rest }));
    expect(network.load.pMw[0]).toBeCloseTo(85, 12);
    expect(network.load.qMvar[0]).toBeCloseTo(100 * Math.sin(Math.acos(0.85)), 12);
  });

  test.each([
    'mpc.branch(3, :) = [];',
    'mpc.branch(3, :) = [1 2 0.1 0.1 0 0 0 0 0 0 1];',
    'mpc.bus.PD = 3;',
    'mpc.bus(:, PD) = mpc.bus(:, PD) + 1;',
    'mpc.bus(:, PD) = mpc.gen(:, PG) * 2;',
    'mpc = scale_load(1.2, mpc);',
    'for i = 1:3',
    'mpc.bus(:, NOPE) = mpc.bus(:, PD) * 2;',
    'mpc.bus = sort(mpc.bus);',
    "mpc.version = '1';",
    'delete(mpc);',
  ])('"%s" refuses the file and names its line', statement => {
    const [problem, ...others] = problemsOf(text({ rest: statement }));
    expect(others).toEqual([]);
    expect(problem).toMatch(/\(line 19\)$/);
  });
});

describe('a file is refused', () => {
  test('with all its problems, each with its line', () => {
    const source = text({
      branch: BRANCH.replace('2	7	0.01	0.02	0', '2	8	0.01	0.02	0').replace(
        '1	2	0.01	0.02',
        '1	2	0	0',
      ),
      gen: GEN.replace('	7	1	0.5', '	9	1	0.5'),
    });
    expect(problemsOf(source)).toEqual([
      'generator 3 refers to bus 9, which the file does not define (line 12)',
      'branch 2 refers to bus 8, which the file does not define (line 17)',
      'branch 1 (1→2) has zero impedance (line 16)',
    ]);
  });

  test('when a number is none', () => {
    expect(problemsOf(text({ bus: BUS.replace('100	60', '1oo	60') }))).toEqual([
      '"1oo" is not a number: unexpected "oo" in "1oo" (line 6)',
    ]);
    expect(problemsOf(text({ bus: BUS.replace('100	60', 'NaN	60') }))[0]).toBe(
      'load load:2 has pMw NaN, expected a number (line 6)',
    );
  });

  test('when a row is short, a table is missing, empty or open, or a bus stands twice', () => {
    expect(problemsOf(text({ bus: 'mpc.bus = [\n1 3 0 0;\n];' }))[0]).toMatch(/has 4 columns.*\(line 5\)/);
    expect(problemsOf(text({ gen: '' }))).toEqual(['the case has no table mpc.gen']);
    expect(problemsOf(text({ gen: 'mpc.gen = [];' }))).toEqual(['the table mpc.gen is empty (line 9)']);
    expect(problemsOf(text({ branch: 'mpc.branch = [\n1 2 3' }))).toContain(
      'the table mpc.branch has no closing bracket (line 15)',
    );
    expect(problemsOf(text({ bus: BUS.replace('	7	1', '	1	1') }))).toContain(
      'bus 1 is defined twice (line 7)',
    );
  });

  test('when it is empty or not a case at all', () => {
    expect(problemsOf('')).toHaveLength(4);
    expect(problemsOf('hello world')[0]).toMatch(/statement "hello world"/);
  });
});

describe('expressions', () => {
  test.each([
    ['50/3', 50 / 3],
    ['-2^2', -4],
    ['2^-1', 0.5],
    ['1.5e-3*2', 0.003],
    ['12/sqrt(3)', 12 / Math.sqrt(3)],
    ['(1 + 2) * 3 - 4 / 2', 7],
    ['-(v - 1)', -4],
  ])('%s', (source, value) => expect(evaluate(source, new Map([['v', 5]]))).toBeCloseTo(value, 14));

  test.each(['', '1 +', '(1', '1 2', 'eval(1)', 'constructor', '1;2', `${'('.repeat(200)}1`])(
    '"%s" is refused',
    source => expect(() => evaluate(source, new Map())).toThrow('"'),
  );
});
