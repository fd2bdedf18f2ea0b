import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entryAt } from '../sparse/pattern.ts';
import { baseInjection, buildModel, freeAdmittance } from './build.ts';
import { connectionPoints } from './connection-points.ts';
import { GENERATOR_CONTROL, type Network } from './network.ts';
import { describeProblem, NetworkFileError, networkNotices, networkProblems } from './problems.ts';
import { rotation } from './rotation.ts';
import { type NetworkRows, networkOfRows, PLAIN_BRANCH, PLAIN_BUS, PLAIN_GENERATOR } from './rows.ts';

type Edit = { [Table in keyof NetworkRows]?: readonly Partial<NetworkRows[Table][number]>[] };

/** Three buses in a row at 20 kV, slack at the first; rows given replace fields of the rows there, or add rows. */
function feeder(edit: Edit = {}): Network {
  const rows: { [Table in keyof NetworkRows]: NetworkRows[Table][number][] } = {
    bus: ['1', '2', '3'].map(id => ({ ...PLAIN_BUS, id, name: `Bus ${id}`, vnKv: 20 })),
    branch: [0, 1].map(i => ({
      ...PLAIN_BRANCH,
      id: `L${i + 1}`,
      name: '',
      from: i,
      to: i + 1,
      rPu: 0.01,
      xPu: 0.02,
      bFromPu: 0.003,
      bToPu: 0.004,
    })),
    coupler: [],
    load: [{ id: 'house', bus: 2, pMw: 0.4, qMvar: 0.1, constZShare: 0, constIShare: 0, inService: 1 }],
    generator: [
      {
        ...PLAIN_GENERATOR,
        id: 'grid',
        bus: 0,
        control: GENERATOR_CONTROL.slack,
        vmPuSet: 1.02,
        vaDegSet: 0,
      },
    ],
    shunt: [],
  };
  const plain = {
    bus: { ...PLAIN_BUS, vnKv: 20, name: '' },
    branch: { ...PLAIN_BRANCH, name: '', rPu: 0.01, xPu: 0.02 },
    coupler: { closed: 1 },
    load: { qMvar: 0, constZShare: 0, constIShare: 0, inService: 1 },
    generator: PLAIN_GENERATOR,
    shunt: { inService: 1 },
  };
  const merge = <Row>(
    table: Row[],
    changes: readonly Partial<Row>[] | undefined,
    basis: Partial<Row>,
  ): Row[] => {
    (changes ?? []).forEach((change, i) => {
      table[i] = { ...basis, ...table[i], ...change } as Row;
    });
    return table;
  };
  return networkOfRows(
    {
      name: 'feeder',
      format: 'demonstration',
      baseMva: 10,
      frequencyHz: 50,
      points: [],
      coordinates: 'none',
    },
    {
      bus: merge(rows.bus, edit.bus, plain.bus),
      branch: merge(rows.branch, edit.branch, plain.branch),
      coupler: merge(rows.coupler, edit.coupler, plain.coupler),
      load: merge(rows.load, edit.load, plain.load),
      generator: merge(rows.generator, edit.generator, plain.generator),
      shunt: merge(rows.shunt, edit.shunt, plain.shunt),
    },
  );
}

const NO = {};
const fourth = [NO, NO, NO, { id: '4' }];

describe('nodes', () => {
  test('are ordered PQ, PV, slack, whatever the order of the buses', () => {
    const model = buildModel(
      feeder({ generator: [NO, { id: 'chp', bus: 1, control: GENERATOR_CONTROL.pv, vmPuSet: 1.01 }] }),
    );
    expect([...model.nodeOfBus]).toEqual([2, 1, 0]);
    expect([model.pqCount, model.freeCount, model.nodeCount]).toEqual([1, 2, 3]);
    expect(freeAdmittance(model).pattern.n).toBe(2);
  });

  test('are shared by buses behind closed couplers and kept apart by open ones', () => {
    const coupler = [{ id: 'K1', from: 1, to: 3 }];
    expect([...buildModel(feeder({ bus: fourth, coupler })).nodeOfBus]).toEqual([2, 0, 1, 0]);
    const open = [{ ...coupler[0]!, closed: 0 }];
    expect([...buildModel(feeder({ bus: fourth, coupler: open })).nodeOfBus]).toEqual([2, 0, 1, -1]);
  });

  test('are not given to buses out of service nor to what hangs behind them', () => {
    const model = buildModel(feeder({ bus: [NO, { inService: 0 }] }));
    expect([...model.nodeOfBus]).toEqual([0, -1, -1]);
    expect([...model.branchFromNode]).toEqual([-1, -1]);
    expect(model.branchAdmittance.ffRe).toEqual(new Float64Array(2));
  });

  test('a PV unit out of service leaves its bus PQ', () => {
    const unit = { id: 'chp', bus: 1, control: GENERATOR_CONTROL.pv, vmPuSet: 1.01, inService: 0 };
    expect(buildModel(feeder({ generator: [NO, unit] })).pqCount).toBe(2);
  });
});

describe('admittances', () => {
  const impedances = fc.record({
    rPu: fc.double({ min: -0.05, max: 0.5, noNaN: true }),
    xPu: fc.double({ min: 0.01, max: 0.5, noNaN: true }),
    bFromPu: fc.double({ min: 0, max: 0.1, noNaN: true }),
    bToPu: fc.double({ min: 0, max: 0.1, noNaN: true }),
    gFromPu: fc.double({ min: 0, max: 0.1, noNaN: true }),
    gToPu: fc.double({ min: 0, max: 0.1, noNaN: true }),
    ratio: fc.double({ min: 0.8, max: 1.2, noNaN: true }),
    shiftRad: fc.double({ min: -3, max: 3, noNaN: true }),
  });

  test('an open end leaves the admittance that eliminating the loose end gives', () => {
    fc.assert(
      fc.property(impedances, fc.boolean(), (branch, fromOpen) => {
        const closed = buildModel(feeder({ branch: [branch] })).branchAdmittance;
        const open = buildModel(
          feeder({
            branch: [
              fromOpen ? { ...branch, from: 2, to: 0, fromClosed: 0 } : { ...branch, toClosed: 0 },
              { inService: 0 },
            ],
          }),
        ).branchAdmittance;
        // near − ft·tf / far
        const far = fromOpen ? [closed.ffRe[0]!, closed.ffIm[0]!] : [closed.ttRe[0]!, closed.ttIm[0]!];
        const near = fromOpen ? [closed.ttRe[0]!, closed.ttIm[0]!] : [closed.ffRe[0]!, closed.ffIm[0]!];
        const [a, b, c, d] = [closed.ftRe[0]!, closed.ftIm[0]!, closed.tfRe[0]!, closed.tfIm[0]!];
        const [p, q] = [a * c - b * d, a * d + b * c];
        const square = far[0]! ** 2 + far[1]! ** 2;
        const wanted = [
          near[0]! - (p * far[0]! + q * far[1]!) / square,
          near[1]! - (q * far[0]! - p * far[1]!) / square,
        ];
        const found = fromOpen ? [open.ttRe[0]!, open.ttIm[0]!] : [open.ffRe[0]!, open.ffIm[0]!];
        expect(Math.abs(found[0]! - wanted[0]!)).toBeLessThan(1e-9);
        expect(Math.abs(found[1]! - wanted[1]!)).toBeLessThan(1e-9);
      }),
    );
  });

  test('the matrix holds charging, shunts and constant-impedance load on its diagonal', () => {
    const model = buildModel(
      feeder({
        load: [{ constZShare: 1 }],
        shunt: [{ id: 'C1', bus: 2, pMw: 0, qMvar: -2 }],
        branch: [
          { rPu: 0, xPu: 0.5 },
          { rPu: 0, xPu: 0.25 },
        ],
      }),
    );
    const node = model.nodeOfBus[2]!;
    const p = entryAt(model.admittance.pattern, node, node);
    expect(model.admittance.re[p]).toBeCloseTo(0.04, 12);
    expect(model.admittance.im[p]).toBeCloseTo(-4 + 0.004 + 0.2 - 0.01, 12);
  });

  test('the base injection leaves out the constant-impedance and constant-current parts of a load', () => {
    const injection = baseInjection(
      feeder({
        load: [{ constZShare: 0.25, constIShare: 0.25 }],
        generator: [
          NO,
          { id: 'pv', bus: 2, pMw: 1, qMvar: 0.5 },
          { id: 'chp', bus: 1, control: 1, pMw: 2, qMvar: 9 },
        ],
      }),
    );
    expect([...injection.pMw]).toEqual([0, 2, 0.8]);
    expect([...injection.qMvar]).toEqual([0, 0, 0.45]);
  });
});

test('the rotation by five operations agrees with the engine to the last bits', () => {
  fc.assert(
    fc.property(fc.double({ min: -20, max: 20, noNaN: true }), rad => {
      const { cos, sin } = rotation(rad);
      expect(Math.abs(cos - Math.cos(rad))).toBeLessThan(4e-16);
      expect(Math.abs(sin - Math.sin(rad))).toBeLessThan(4e-16);
    }),
  );
  expect(rotation(0)).toEqual({ cos: 1, sin: 0 });
});

describe('problems', () => {
  test('a sound network has none', () => {
    expect(networkProblems(feeder())).toEqual([]);
    expect(networkNotices(feeder())).toEqual([]);
  });

  test('are all listed at once, with their lines', () => {
    const network = feeder({
      bus: [NO, { vnKv: 0 }, { id: '1' }],
      branch: [{ rPu: 0, xPu: 0 }, { xPu: Number.NaN }],
      load: [{ pMw: Number.POSITIVE_INFINITY }],
    });
    const problems = networkProblems(network, { branch: [412, 413] });
    expect(problems.map(describeProblem)).toEqual([
      'bus 1 is defined twice',
      'bus 2 has vnKv 0, expected a positive number',
      'branch L1 (1→2) has zero impedance (line 412)',
      'branch L2 has xPu NaN, expected a number (line 413)',
      'load house has pMw Infinity, expected a number',
    ]);
  });

  test('the message of a refused file counts them and tells the first', () => {
    const problems = networkProblems(feeder({ branch: [{ rPu: 0, xPu: 0 }, { ratio: 0 }] }), {
      branch: [412],
    });
    expect(new NetworkFileError('rural-7.m', problems).message).toBe(
      'rural-7.m: 2 problems, first: branch L1 (1→2) has zero impedance (line 412)',
    );
    expect(new NetworkFileError('rural-7.m', problems.slice(1)).message).toBe(
      'rural-7.m: 1 problem: branch L2 has ratio 0, expected a positive number',
    );
  });

  test('two voltages at one node are refused by the check and by the model', () => {
    const generator = [
      NO,
      { id: 'second', bus: 3, control: GENERATOR_CONTROL.slack, vmPuSet: 1.03, vaDegSet: 0 },
    ];
    const network = feeder({ bus: fourth, coupler: [{ id: 'K1', from: 0, to: 3 }], generator });
    expect(networkProblems(network)).toEqual([
      { code: 'setpoints-disagree', buses: ['1', '4'], values: [1.02, 1.03] },
    ]);
    expect(() => buildModel(network)).toThrow(NetworkFileError);
  });

  test('two slacks at one node with different angles are refused', () => {
    const generator = [
      NO,
      { id: 'second', bus: 0, control: GENERATOR_CONTROL.slack, vmPuSet: 1.02, vaDegSet: 30 },
    ];
    expect(networkProblems(feeder({ generator }))).toEqual([
      { code: 'setpoints-disagree', buses: ['1'], values: [0, 30] },
    ]);
  });

  test('an island without a source is noticed, not refused', () => {
    const network = feeder({ bus: fourth });
    expect(networkProblems(network)).toEqual([]);
    expect(networkNotices(network)).toEqual([{ code: 'island-without-slack', buses: ['4'] }]);
  });
});

describe('connection points', () => {
  test('are derived one per bus with a load or a pq unit, and never at the slack alone', () => {
    const points = connectionPoints(
      feeder({
        load: [{ pMw: 0.4 }, { id: 'flat', bus: 1, pMw: 0.01 }],
        generator: [NO, { id: 'roof', bus: 1, pMw: 0.02 }, { id: 'mill', bus: 2, pMw: 3, source: 'wind' }],
      }),
    );
    expect(points.map(p => [p.id, p.equipment])).toEqual([
      [
        'bus:2',
        [
          { kind: 'household', ratedKw: 10 },
          { kind: 'pv', ratedKw: 20 },
        ],
      ],
      [
        'bus:3',
        [
          { kind: 'business', ratedKw: 400 },
          { kind: 'wind', ratedKw: 3000 },
        ],
      ],
    ]);
  });

  test('an id too long for the chain falls back to the row', () => {
    const [point] = connectionPoints(feeder({ bus: [NO, NO, { id: 'b'.repeat(40) }] }));
    expect(point!.id).toBe('row:2');
  });
});
