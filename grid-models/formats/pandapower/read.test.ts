import { describe, expect, test } from 'vitest';
import { buildModel } from '../../network/build.ts';
import { describeProblem, NetworkFileError } from '../../network/problems.ts';
import { readNetwork } from '../read.ts';
import { readPandapower } from './read.ts';
import { transformerPi } from './transformer.ts';

type Row = Record<string, unknown>;
type Tables = Record<string, Record<string, Row>>;

const BUS = { vn_kv: 20, in_service: true };
const LINE = {
  from_bus: 5,
  to_bus: 9,
  length_km: 2,
  r_ohm_per_km: 0.2,
  x_ohm_per_km: 0.1,
  c_nf_per_km: 100,
  g_us_per_km: 0,
  max_i_ka: 0.3,
  df: 1,
  parallel: 1,
  in_service: true,
};

/** A file as pandapower writes it: tables as JSON in strings, index values with gaps. */
function file(tables: Tables = {}, scalars: Row = {}): string {
  const all: Tables = {
    bus: { '9': { ...BUS, name: 'mill' }, '5': BUS },
    ext_grid: { '0': { bus: 5, vm_pu: 1.02, va_degree: 0, in_service: true } },
    line: { '12': LINE },
    ...tables,
  };
  const object: Row = { f_hz: 50, sn_mva: 1, name: '', ...scalars };
  for (const [name, rows] of Object.entries(all)) {
    const columns = [...new Set(Object.values(rows).flatMap(row => Object.keys(row)))];
    const index = Object.keys(rows).map(Number).reverse();
    const data = index.map(i => columns.map(column => rows[`${i}`]![column] ?? null));
    object[name] = {
      _module: 'pandas',
      _class: 'DataFrame',
      _object: JSON.stringify({ columns, index, data }),
      orient: 'split',
    };
  }
  return JSON.stringify({ _module: 'pandapower.auxiliary', _class: 'pandapowerNet', _object: object });
}

const read = (tables?: Tables, scalars?: Row) => readPandapower('test.json', file(tables, scalars));

function problemsOf(text: string): string[] {
  try {
    readPandapower('test.json', text);
  } catch (error) {
    if (error instanceof NetworkFileError) return error.problems.map(describeProblem);
    throw error;
  }
  return [];
}

describe('a network', () => {
  test('refers by index, not by row', () => {
    const network = read();
    expect(network.bus.id).toEqual(['9', '5']);
    expect(network.branch.id).toEqual(['line:12']);
    expect([network.branch.from[0], network.branch.to[0]]).toEqual([1, 0]);
    expect(network.name).toBe('test');
  });

  test('has lines in p.u. of the from bus, rated by parallel cables and derating', () => {
    const { branch } = read({ line: { '12': { ...LINE, parallel: 2, df: 0.8 } } });
    expect(branch.rPu[0]).toBeCloseTo((0.2 * 2) / 2 / 400, 15);
    expect(branch.bFromPu[0]).toBeCloseTo((2 * Math.PI * 50 * 100e-9 * 2 * 2 * 400) / 2, 15);
    expect(branch.ratingFromKa[0]).toBeCloseTo(0.48, 15);
  });

  test('takes nulls as the defaults pandapower means', () => {
    const { branch, load } = read({
      line: { '12': { ...LINE, parallel: null, df: null, max_loading_percent: null, g_us_per_km: null } },
      load: {
        '3': { bus: 9, p_mw: 1, q_mvar: 0.5, scaling: null, const_z_p_percent: null, in_service: true },
      },
    });
    expect(branch.ratingToKa[0]).toBe(0.3);
    expect(branch.loadingPercentMax[0]).toBe(100);
    expect([load.pMw[0], load.constZShare[0]]).toEqual([1, 0]);
  });

  test('keeps limits where given and NaN where not', () => {
    const { bus } = read({ bus: { '9': { ...BUS, max_vm_pu: 1.1 }, '5': { ...BUS, min_vm_pu: 0.9 } } });
    expect([...bus.vmPuMax]).toEqual([1.1, Number.NaN]);
    expect([...bus.vmPuMin]).toEqual([Number.NaN, 0.9]);
  });

  test('opens the end of a line an open switch stands at, and couples buses', () => {
    const network = read({
      bus: { '9': BUS, '5': BUS, '7': BUS },
      switch: {
        '0': { bus: 9, element: 12, et: 'l', closed: false },
        '1': { bus: 5, element: 12, et: 'l', closed: true },
        '2': { bus: 9, element: 7, et: 'b', closed: true, z_ohm: 0 },
      },
    });
    expect([network.branch.fromClosed[0], network.branch.toClosed[0]]).toEqual([1, 0]);
    expect(network.coupler.id).toEqual(['switch:2']);
    expect(network.coupler.closed[0]).toBe(1);
  });

  test('makes a bus-bus switch with impedance a branch', () => {
    const { branch, coupler } = read({
      switch: { '4': { bus: 9, element: 5, et: 'b', closed: true, z_ohm: 2 } },
    });
    expect(coupler.count).toBe(0);
    expect(Math.hypot(branch.rPu[0]!, branch.xPu[0]!)).toBeCloseTo(2 / 400, 15);
  });

  test('counts storages as generators with the other sign, scaled', () => {
    const { generator } = read({
      storage: { '0': { bus: 9, p_mw: 0.5, q_mvar: 0.1, scaling: 0.5, max_e_mwh: 1, in_service: true } },
    });
    const row = generator.id.indexOf('storage:0');
    expect([generator.pMw[row], generator.qMvar[row], generator.source[row]]).toEqual([
      -0.25,
      -0.05,
      'battery',
    ]);
  });

  test('splits a load whose active and reactive power depend on the voltage differently', () => {
    const { load } = read({
      load: {
        '3': { bus: 9, p_mw: 1, q_mvar: 0.5, const_z_p_percent: 50, const_i_q_percent: 20, in_service: true },
      },
    });
    expect(load.id).toEqual(['load:3', 'load:3:q']);
    expect([...load.constZShare]).toEqual([0.5, 0]);
    expect([...load.constIShare]).toEqual([0, 0.2]);
  });

  test('ends a line open at a bus out of service', () => {
    const network = read({ bus: { '9': { ...BUS, in_service: false }, '5': BUS } });
    expect(network.branch.toClosed[0]).toBe(0);
    expect(buildModel(network).branchAdmittance.ffIm[0]).not.toBe(0);
  });

  test('states its customers with their rated power, also when a scenario scales them to nothing', () => {
    const network = read({
      load: {
        '3': { bus: 9, p_mw: 0.004, q_mvar: 0, type: 'HH', in_service: true },
        '4': { bus: 9, p_mw: 0.003, type: 'HP', in_service: true },
      },
      sgen: {
        '0': { bus: 9, p_mw: 0.01, q_mvar: 0, sn_mva: 0.012, scaling: 0, type: 'PV', in_service: true },
      },
    });
    expect(network.points).toEqual([
      {
        id: 'bus:9',
        name: 'mill',
        bus: 0,
        equipment: [
          { kind: 'heat-pump', ratedKw: 3 },
          { kind: 'household', ratedKw: 4 },
          { kind: 'pv', ratedKw: 12 },
        ],
      },
    ]);
  });
});

describe('coordinates', () => {
  const at = (x: number, y: number) => JSON.stringify({ type: 'Point', coordinates: [x, y] });
  const placed = (dx: number) =>
    read({ bus: { '9': { ...BUS, geo: at(7.9, 48.4) }, '5': { ...BUS, geo: at(7.9 + dx, 48.4) } } });

  test('are longitude and latitude when line lengths agree with the globe', () => {
    expect(placed(0.026).coordinates).toBe('wgs84');
  });
  test('are a drawing when they do not, though in range', () => {
    expect(placed(2).coordinates).toBe('drawing');
    expect(placed(0.00001).coordinates).toBe('drawing');
  });
  test('are none when there are none, and a malformed one is refused', () => {
    expect(read().coordinates).toBe('none');
    const bad = file({ bus: { '9': { ...BUS, geo: '{"type":"Point"}' }, '5': BUS } });
    expect(problemsOf(bad)).toEqual(['bus 9 has a geo that is not a GeoJSON Point']);
  });
  test('of files before version 3 come from their own tables', () => {
    const network = read({
      bus_geodata: { '5': { x: 1, y: 2 } },
      line_geodata: {
        '12': {
          coords: [
            [1, 2],
            [3, 4],
          ],
        },
      },
    });
    expect([network.bus.x[1], network.bus.y[1]]).toEqual([1, 2]);
    expect([...network.branch.route[0]!]).toEqual([1, 2, 3, 4]);
  });
});

describe('transformers', () => {
  const data = {
    snMva: 0.4,
    vnHvKv: 20,
    vnLvKv: 0.4,
    vkPercent: 6,
    vkrPercent: 1.425,
    pfeKw: 1.35,
    i0Percent: 0.3375,
    shiftDeg: 150,
    parallel: 1,
    rShareHv: 0.5,
    xShareHv: 0.5,
    taps: [],
  };
  const tap = { side: 'hv', kind: 'ratio', steps: 2, stepPercent: 2.5, stepDeg: 0 } as const;

  test('have the short-circuit impedance of their nameplate and take their iron losses at no load', () => {
    const pi = transformerPi(data, 20, 0.4, 1);
    expect(Math.hypot(pi.rPu, pi.xPu)).toBeCloseTo(0.06 / 0.4, 4);
    expect(pi.gFromPu + pi.gToPu).toBeCloseTo(0.00135, 7);
    expect(pi.ratio).toBe(1);
    expect(pi.shiftRad).toBeCloseTo((150 * Math.PI) / 180, 14);
  });

  test('seen open from either side show their share of the series impedance before the magnetising branch', () => {
    const { rPu, xPu, ...pi } = transformerPi(
      { ...data, i0Percent: 20, vkPercent: 60, rShareHv: 0.3, xShareHv: 0.3 },
      20,
      0.4,
      1,
    );
    const series = { re: 0.01425 / 0.4, im: Math.sqrt(0.6 ** 2 - 0.01425 ** 2) / 0.4 };
    const iron = { g: 0.00135, b: -Math.sqrt(0.08 ** 2 - 0.00135 ** 2) };
    const square = iron.g ** 2 + iron.b ** 2;
    const openAt = (near: 'from' | 'to', share: number): void => {
      // Pi with the far end open: near shunt beside series and far shunt in line; T: share of series and the iron in line.
      const far = near === 'from' ? [pi.gToPu, pi.bToPu] : [pi.gFromPu, pi.bFromPu];
      const own = near === 'from' ? [pi.gFromPu, pi.bFromPu] : [pi.gToPu, pi.bToPu];
      const farSquare = far[0]! ** 2 + far[1]! ** 2;
      const line = [rPu + far[0]! / farSquare, xPu - far[1]! / farSquare];
      const lineSquare = line[0]! ** 2 + line[1]! ** 2;
      const total = [own[0]! + line[0]! / lineSquare, own[1]! - line[1]! / lineSquare];
      const totalSquare = total[0]! ** 2 + total[1]! ** 2;
      expect(total[0]! / totalSquare).toBeCloseTo(share * series.re + iron.g / square, 9);
      expect(-total[1]! / totalSquare).toBeCloseTo(share * series.im - iron.b / square, 9);
    };
    openAt('from', 0.3);
    openAt('to', 0.7);
  });

  test('raise the ratio by taps on the high side and lower it by taps on the low side', () => {
    expect(transformerPi({ ...data, taps: [tap] }, 20, 0.4, 1).ratio).toBeCloseTo(1.05, 14);
    expect(transformerPi({ ...data, taps: [{ ...tap, side: 'lv' }] }, 20, 0.4, 1).ratio).toBeCloseTo(
      1 / 1.05,
      14,
    );
  });

  test('shift the phase by an ideal phase shifter alone, by a slanted tap both', () => {
    const ideal = transformerPi(
      { ...data, taps: [{ ...tap, kind: 'phase-shift', stepPercent: 0, stepDeg: 3 }] },
      20,
      0.4,
      1,
    );
    expect([ideal.ratio, ideal.shiftRad]).toEqual([1, (156 * Math.PI) / 180]);
    const low = { ...tap, side: 'lv', kind: 'phase-shift', stepPercent: 0, stepDeg: 3 } as const;
    expect(transformerPi({ ...data, taps: [low] }, 20, 0.4, 1).shiftRad).toBeCloseTo(
      (144 * Math.PI) / 180,
      14,
    );
    const slanted = transformerPi({ ...data, taps: [{ ...tap, stepDeg: 90 }] }, 20, 0.4, 1);
    expect(slanted.ratio).toBeCloseTo(Math.hypot(1, 0.05), 14);
    expect(slanted.shiftRad).toBeCloseTo((150 * Math.PI) / 180 + Math.atan(0.05), 14);
  });

  const row = {
    ...{ hv_bus: 5, lv_bus: 7, sn_mva: 0.4, vn_hv_kv: 20, vn_lv_kv: 0.4, vk_percent: 6, vkr_percent: 1.425 },
    ...{ pfe_kw: 1.35, i0_percent: 0.3375, shift_degree: 150, in_service: true },
    ...{ tap_side: 'hv', tap_pos: 1, tap_neutral: 0, tap_step_percent: 2.5 },
  };
  const buses = { '9': BUS, '5': BUS, '7': { ...BUS, vn_kv: 0.4 } };
  const ratioOf = (change: Row) =>
    read({ bus: buses, trafo: { '3': { ...row, ...change } } }).branch.ratio[1];

  test.each([
    [{ tap_changer_type: 'Ratio' }, 1.025],
    [{ tap_changer_type: 'Symmetrical' }, 1.025],
    [{ tap_changer_type: 'None' }, 1],
    [{ tap_changer_type: 'Ratio', tap_pos: null }, 1],
    [{ tap_changer_type: 'Ratio', tap_side: null }, 1],
    [{}, 1.025],
    [{ tap_phase_shifter: true }, 1],
  ])('with %o have ratio %d', (change, ratio) => expect(ratioOf(change)).toBeCloseTo(ratio, 14));

  test('whose values follow a table by tap position are refused', () => {
    const text = file({ bus: buses, trafo: { '3': { ...row, tap_dependency_table: true } } });
    expect(problemsOf(text)).toEqual([
      'trafo 3: values that depend on the tap position by a table are not supported',
    ]);
  });
});

describe('a file is refused', () => {
  test('when an element kind in service is not known, naming kind and index', () => {
    const asymmetric = (in_service: boolean) =>
      file({ asymmetric_load: { '7': { bus: 9, p_a_mw: 1, in_service } } });
    expect(problemsOf(asymmetric(true))).toEqual([
      'asymmetric_load 7: elements of the kind "asymmetric_load" are not supported',
    ]);
    expect(problemsOf(asymmetric(false))).toEqual([]);
  });

  test('with all its problems at once', () => {
    const text = file({
      line: {
        '12': { ...LINE, to_bus: 77 },
        '13': { ...LINE, length_km: 'long' },
        '14': { ...LINE, r_ohm_per_km: null },
      },
      switch: {
        '0': { bus: 9, element: 99, et: 'l', closed: false },
        '1': { bus: 9, element: 12, et: 'x', closed: true },
      },
    });
    expect(problemsOf(text)).toEqual([
      'switch 1 has et x, expected b, l, t or t3 of a table in the file',
      'switch 0 refers to line 99, which the file does not define',
      'line 14 has r_ohm_per_km nothing, expected a number',
      'line 13 has length_km long, expected a number',
      'line 12 refers to bus 77, which the file does not define',
    ]);
  });

  test('when a line has no impedance', () => {
    expect(problemsOf(file({ line: { '12': { ...LINE, length_km: 0 } } }))).toEqual([
      'branch line:12 (5→9) has zero impedance',
    ]);
  });

  test('when it is JSON of another kind, or none', () => {
    expect(problemsOf('{"a": 1}')).toEqual(['the file has no table "bus"']);
    expect(problemsOf('{"a":')).toEqual(['the file is not a pandapower network in JSON']);
    expect(() => readNetwork('notes.txt', 'Dear all')).toThrow('neither a MATPOWER case');
  });
});

test('the format is told by content, whatever the name of the file', () => {
  expect(readNetwork('grid.txt', file()).format).toBe('pandapower');
  const matpower = `%case\nfunction mpc = a\nmpc.baseMVA = 1;\nmpc.bus = [1 3 0 0 0 0 1 1 0 20 1 1.1 0.9];\nmpc.gen = [1 0 0 1 -1 1 1 1];\nmpc.branch = [1 1 0.1 0.1 0 0 0 0 0 0 1];`;
  expect(readNetwork('grid.txt', matpower).format).toBe('matpower');
});
