import { expect, test } from 'vitest';
import { buildModel } from '../../../grid-models/network/build.ts';
import { buses, grid, line, load, shunt, slack, unit } from '../../../grid-models/power-flow/testing/grid.ts';
import { parseControls } from './controls-file.ts';
import { InputError } from './exit.ts';

/** Branches 1-2 and 2-3, shunt S3 of -0.2 Mvar, units grid-1 and G2. */
const model = buildModel(
  grid({
    bus: buses(3),
    branch: [line(0, 1, 0.01, 0.05), line(1, 2, 0.01, 0.05)],
    load: [load(2, 0.3, 0.1)],
    shunt: [shunt(2, -0.2)],
    generator: [slack(0), unit(1, 0.1, 1)],
  }),
);

const tap = {
  branch: '1-2',
  bus: 2,
  vmPuTarget: 1,
  vmPuDeadband: 0.01,
  step: 0,
  stepMin: -8,
  stepMax: 8,
  ratioNeutral: 1,
  ratioPerStep: 0.0125,
  keepsFromSide: false,
};
const blocks = {
  shunt: 'S3',
  bus: '3',
  vmPuTarget: 1,
  vmPuDeadband: 0.02,
  step: 2,
  stepMin: 0,
  stepMax: 4,
  qMvarPerStep: -0.1,
};
const remote = {
  generator: 'G2',
  bus: 3,
  vmPuTarget: 1,
  tolerancePu: 1e-4,
  vmPuSetMin: 0.95,
  vmPuSetMax: 1.05,
};

function parse(content: unknown) {
  return parseControls('controls.json', JSON.stringify(content), model);
}

function problems(content: unknown): string {
  try {
    parse(content);
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  throw new Error('accepted');
}

test('ids become rows, and fast controls come before slow ones whatever the order of the file', () => {
  const { controls, taps, participation } = parse({
    switchedShunts: [blocks],
    tapChangers: [tap],
    remoteVoltage: [remote],
    reactiveLimits: true,
    distributedSlack: [
      { generator: 'grid-1', factor: 2 },
      { generator: 'G2', factor: 1, pMwMax: 0.5 },
    ],
  });
  expect(controls.map(control => control.name)).toEqual([
    'distributed slack',
    'reactive limits',
    'voltage control',
    'tap changers',
    'switched shunts',
  ]);
  expect(taps).toMatchObject({ count: 1, branch: Int32Array.of(0), bus: Int32Array.of(1) });
  expect(participation).toMatchObject({
    generator: Int32Array.of(0, 1),
    factor: Float64Array.of(2, 1),
    pMwMin: Float64Array.of(Number.NaN, Number.NaN),
    pMwMax: Float64Array.of(Number.NaN, 0.5),
  });
  expect(parse({})).toEqual({ controls: [], taps: null, participation: null });
});

test('every unknown id and wrong number is named at once, with its place', () => {
  const message = problems({
    tapChangers: [tap, { ...tap, branch: 'trafo:9', stepMax: 8.5, vmPuTarget: 'high' }],
    switchedShunts: [{ ...blocks, shunt: 'S9', vmPuDeadband: 0 }],
    remoteVoltage: [{ ...remote, generator: null, bus: 9 }],
    distributedSlack: [{ generator: 'G2', factor: -1, pMwMax: null }],
    reactiveLimits: 'yes',
  });
  expect(message.split('\n  ').sort()).toEqual([
    'controls.json: 10 problems',
    'distributedSlack[0].factor: must be above 0',
    'distributedSlack[0].pMwMax: is not a number',
    'reactiveLimits: is neither true nor false',
    'remoteVoltage[0].bus: 9 is not in the network',
    'remoteVoltage[0].generator: is no id',
    'switchedShunts[0].shunt: S9 is not in the network',
    'switchedShunts[0].vmPuDeadband: must be above 0',
    'tapChangers[1].branch: trafo:9 is not in the network',
    'tapChangers[1].stepMax: must be a whole step',
    'tapChangers[1].vmPuTarget: is not a number',
  ]);
});

test('a part, a column or a row that is missing or misspelt is refused', () => {
  const { keepsFromSide: _, ...sideless } = tap;
  expect(problems({ tapChanger: [tap] })).toContain('"tapChanger"');
  expect(problems({ tapChangers: [{ ...tap, deadband: 0.1 }] })).toMatch(/tapChangers\[0\]: .*"deadband"/);
  expect(problems({ tapChangers: [sideless] })).toContain('tapChangers[0].keepsFromSide: is neither');
  expect(problems({ tapChangers: tap })).toContain('tapChangers: ');
  expect(problems([])).toContain('controls.json: 1 problem\n  file: ');
  expect(() => parseControls('controls.json', '{', model)).toThrow(/controls\.json: not JSON/);
});

test('tables that contradict the network or themselves are named together, by element', () => {
  const message = problems({
    tapChangers: [{ ...tap, step: 3 }],
    switchedShunts: [{ ...blocks, step: 1 }],
    distributedSlack: [{ generator: 'G2', factor: 1, pMwMin: 2, pMwMax: 1 }],
  });
  expect(message).toMatch(/branch 1-2 has ratio 1, its step 3 says 1\.0375/);
  expect(message).toMatch(/shunt S3 draws -0\.2 Mvar, its step 1 says -0\.1/);
  expect(message).toMatch(/generator G2 has no active range/);
});
