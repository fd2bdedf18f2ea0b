/**
 * pandapower network (JSON, format 2.x and 3.x) to Network.
 *
 * Elements refer to each other by index. Ids are 'kind:index' ('line:12', 'trafo:3', 'load:7'), buses keep their plain
 * index. Three-winding transformers and extended wards bring a bus of their own ('trafo3w:0', 'xward:1'). An element kind
 * that is in service and not known here refuses the file: leaving it out would give a state the grid does not have.
 */
import { BRANCH_KIND, type ConnectionPoint, GENERATOR_CONTROL, type Network } from '../../network/network.ts';
import { NetworkFileError, type NetworkProblem, networkProblems } from '../../network/problems.ts';
import {
  type BranchRow,
  type BusRow,
  type CouplerRow,
  type GeneratorRow,
  type LoadRow,
  networkOfRows,
  PLAIN_BRANCH,
  PLAIN_BUS,
  PLAIN_GENERATOR,
  type ShuntRow,
} from '../../network/rows.ts';
import { coordinatesOf, pointOf, routeOf } from './coordinates.ts';
import { customerPoints } from './points.ts';
import { type PandapowerFile, readContainer, type Table } from './table.ts';
import { type PiModel, threeWindingOf, transformerOf, transformerPi, type Winding } from './transformer.ts';

/** Tables with a reader below. */
const SUPPORTED = [
  ...['bus', 'load', 'sgen', 'gen', 'ext_grid', 'storage', 'line', 'trafo', 'trafo3w'],
  ...['shunt', 'switch', 'impedance', 'ward', 'xward'],
];
/** Tables that say nothing about the state of the grid: costs, drawings, measurements, characteristics without a user. */
const SILENT = [
  ...[
    'poly_cost',
    'pwl_cost',
    'bus_geodata',
    'line_geodata',
    'measurement',
    'controller',
    'group',
    'profiles',
  ],
  ...[
    'characteristic',
    'trafo_characteristic_table',
    'trafo_characteristic_spline',
    'shunt_characteristic_table',
  ],
  ...['shunt_characteristic_spline', 'q_capability_curve_table', 'q_capability_characteristic'],
];
/** Ratio of resistance to reactance of a closed bus-bus switch that has an impedance: pandapower's default. */
const SWITCH_RX_RATIO = 2;
const SQRT3 = Math.sqrt(3);

/** @throws NetworkFileError with every problem of the file */
export function readPandapower(fileName: string, text: string): Network {
  const problems: NetworkProblem[] = [];
  const file = readContainer(text, problems);
  if (problems.length > 0) throw new NetworkFileError(fileName, problems);
  const network = new Importer(fileName, file, problems).network();
  if (problems.length === 0) problems.push(...networkProblems(network));
  if (problems.length > 0) throw new NetworkFileError(fileName, problems);
  return network;
}

class Importer {
  private readonly fileName: string;
  private readonly file: PandapowerFile;
  private readonly problems: NetworkProblem[];
  private readonly baseMva: number;
  private readonly frequencyHz: number;
  private readonly buses: BusRow[] = [];
  private readonly branches: BranchRow[] = [];
  private readonly couplers: CouplerRow[] = [];
  private readonly loads: LoadRow[] = [];
  private readonly generators: GeneratorRow[] = [];
  private readonly shunts: ShuntRow[] = [];
  private readonly rowOfBus = new Map<string, number>();
  /** Ends separated by an open switch: 'l:12:58' is line 12 at bus 58. */
  private readonly openEnds = new Set<string>();

  constructor(fileName: string, file: PandapowerFile, problems: NetworkProblem[]) {
    this.fileName = fileName;
    this.file = file;
    this.problems = problems;
    this.baseMva = this.scalar('sn_mva', 1);
    this.frequencyHz = this.scalar('f_hz', 50);
  }

  network(): Network {
    this.refuseUnknownKinds();
    this.readBuses();
    this.readSwitches();
    this.each('line', (table, row) => this.line(table, row));
    this.each('trafo', (table, row) => this.transformer(table, row));
    this.each('trafo3w', (table, row) => this.threeWinding(table, row));
    this.each('impedance', (table, row) => this.impedance(table, row));
    this.each('load', (table, row) => this.load(table, row));
    this.each('sgen', (table, row) => this.staticGenerator(table, row, 1));
    // A storage states its charging as positive, a generator its injection.
    this.each('storage', (table, row) => this.staticGenerator(table, row, -1));
    this.each('gen', (table, row) => this.generator(table, row));
    this.each('ext_grid', (table, row) => this.externalGrid(table, row));
    this.each('shunt', (table, row) => this.shunt(table, row));
    this.each('ward', (table, row) => this.ward(table, row));
    this.each('xward', (table, row) => this.ward(table, row));

    const name = this.file.scalars.get('name');
    return networkOfRows(
      {
        name: typeof name === 'string' && name !== '' ? name : this.fileName.replace(/\.json$/i, ''),
        format: 'pandapower',
        baseMva: this.baseMva,
        frequencyHz: this.frequencyHz,
        points: this.points(),
        coordinates: coordinatesOf(this.buses, this.branches),
      },
      {
        bus: this.buses,
        branch: this.branches,
        coupler: this.couplers,
        load: this.loads,
        generator: this.generators,
        shunt: this.shunts,
      },
    );
  }

  private scalar(name: string, fallback: number): number {
    const value = this.file.scalars.get(name) ?? fallback;
    if (typeof value === 'number' && value > 0) return value;
    const shown = String(value);
    this.problems.push({
      code: 'value-wrong',
      element: 'net',
      field: name,
      value: shown,
      expected: 'a positive number',
    });
    return Number.NaN;
  }

  private each(kind: string, read: (table: Table, row: number) => void): void {
    const table = this.file.tables.get(kind);
    for (let row = 0; table && row < table.count; row++) read(table, row);
  }

  private refuseUnknownKinds(): void {
    for (const [kind, table] of this.file.tables) {
      if (SUPPORTED.includes(kind) || SILENT.includes(kind)) continue;
      for (let row = 0; row < table.count; row++) {
        if (table.flag(row, 'in_service', true))
          table.unsupported(row, `elements of the kind "${kind}" are not supported`);
      }
    }
    if (!this.file.tables.has('bus'))
      this.problems.push({ code: 'text-malformed', what: 'the file has no table "bus"' });
  }

  private readBuses(): void {
    this.each('bus', (table, row) => {
      const id = table.index[row]!;
      const [x, y] = pointOf(this.file, table, row, this.problems);
      if (!this.rowOfBus.has(id)) this.rowOfBus.set(id, this.buses.length);
      this.buses.push({
        ...PLAIN_BUS,
        id,
        name: table.text(row, 'name') || `Bus ${id}`,
        vnKv: table.number(row, 'vn_kv'),
        vmPuMin: table.number(row, 'min_vm_pu', Number.NaN),
        vmPuMax: table.number(row, 'max_vm_pu', Number.NaN),
        inService: flag(table.flag(row, 'in_service', true)),
        x,
        y,
        segment: table.text(row, 'zone'),
      });
    });
  }

  /** A bus that an equivalent circuit needs inside; it lies where its outer bus lies. */
  private innerBus(id: string, outer: number): number {
    const place = this.buses[outer];
    const { vnKv, x, y, segment } = place ?? { ...PLAIN_BUS, vnKv: Number.NaN };
    this.buses.push({ ...PLAIN_BUS, id, name: id, vnKv, x, y, segment });
    return this.buses.length - 1;
  }

  private busAt(table: Table, row: number, column: string): number {
    const index = table.text(row, column);
    const found = this.rowOfBus.get(index);
    if (found !== undefined) return found;
    this.problems.push({ code: 'bus-unknown', element: table.element(row), bus: index });
    return -1;
  }

  private vnKv(row: number): number {
    return this.buses[row]?.vnKv ?? Number.NaN;
  }

  private zBaseOhm(row: number): number {
    return (this.vnKv(row) * this.vnKv(row)) / this.baseMva;
  }

  private readSwitches(): void {
    const kinds: Readonly<Record<string, string>> = { l: 'line', t: 'trafo', t3: 'trafo3w' };
    this.each('switch', (table, row) => {
      const et = table.text(row, 'et');
      const closed = table.flag(row, 'closed', true);
      const id = `switch:${table.index[row]}`;
      const bus = this.busAt(table, row, 'bus');
      if (et === 'b') {
        const other = this.busAt(table, row, 'element');
        const zOhm = table.number(row, 'z_ohm', 0);
        if (zOhm > 0) this.switchWithImpedance(id, bus, other, zOhm, closed);
        else this.couplers.push({ id, from: bus, to: other, closed: flag(closed) });
        return;
      }
      const kind = kinds[et];
      const target = kind === undefined ? undefined : this.file.tables.get(kind);
      if (!target) {
        table.wrong(row, 'et', et, 'b, l, t or t3 of a table in the file');
        return;
      }
      const element = table.text(row, 'element');
      const at = target.index.indexOf(element);
      if (at < 0) {
        this.problems.push({
          code: 'element-unknown',
          element: table.element(row),
          wanted: `${kind} ${element}`,
        });
        return;
      }
      const ends = ['from_bus', 'to_bus', 'hv_bus', 'mv_bus', 'lv_bus'].map(column =>
        target.text(at, column),
      );
      if (!ends.includes(table.text(row, 'bus'))) {
        table.wrong(row, 'bus', table.text(row, 'bus'), `an end of ${kind} ${element}`);
      }
      if (!closed) this.openEnds.add(`${et}:${element}:${table.text(row, 'bus')}`);
    });
  }

  private isClosed(et: string, table: Table, row: number, column: string): number {
    return flag(!this.openEnds.has(`${et}:${table.index[row]}:${table.text(row, column)}`));
  }

  private switchWithImpedance(id: string, from: number, to: number, zOhm: number, closed: boolean): void {
    const zPu = zOhm / this.zBaseOhm(from);
    const part = Math.sqrt(1 + SWITCH_RX_RATIO * SWITCH_RX_RATIO);
    this.branches.push({
      ...PLAIN_BRANCH,
      id,
      name: id,
      kind: BRANCH_KIND.impedance,
      from,
      to,
      rPu: (zPu * SWITCH_RX_RATIO) / part,
      xPu: zPu / part,
      inService: flag(closed),
    });
  }

  private line(table: Table, row: number): void {
    const from = this.busAt(table, row, 'from_bus');
    const to = this.busAt(table, row, 'to_bus');
    const lengthKm = table.number(row, 'length_km');
    const parallel = table.number(row, 'parallel', 1);
    if (lengthKm < 0) table.wrong(row, 'length_km', lengthKm, 'not negative');
    if (parallel <= 0) table.wrong(row, 'parallel', parallel, 'a positive number');
    const zBase = this.zBaseOhm(from);
    const perZ = lengthKm / parallel / zBase;
    const perY = (lengthKm * parallel * zBase) / 2;
    const g = table.number(row, 'g_us_per_km', 0) * 1e-6 * perY;
    const b = 2 * Math.PI * this.frequencyHz * table.number(row, 'c_nf_per_km', 0) * 1e-9 * perY;
    const ratingKa = table.number(row, 'max_i_ka', Number.NaN) * table.number(row, 'df', 1) * parallel;
    const alive = (bus: number): number => this.buses[bus]?.inService ?? 0;
    this.branches.push({
      ...PLAIN_BRANCH,
      id: `line:${table.index[row]}`,
      name: table.text(row, 'name') || `Line ${table.index[row]}`,
      kind: BRANCH_KIND.line,
      from,
      to,
      rPu: table.number(row, 'r_ohm_per_km') * perZ,
      xPu: table.number(row, 'x_ohm_per_km') * perZ,
      gFromPu: g,
      bFromPu: b,
      gToPu: g,
      bToPu: b,
      inService: flag(table.flag(row, 'in_service', true)),
      // At a bus out of service a line ends open, as pandapower has it; the other end keeps charging it.
      fromClosed: this.isClosed('l', table, row, 'from_bus') & alive(from),
      toClosed: this.isClosed('l', table, row, 'to_bus') & alive(to),
      ratingFromKa: ratingKa,
      ratingToKa: ratingKa,
      loadingPercentMax: table.number(row, 'max_loading_percent', 100),
      lengthKm,
      route: routeOf(this.file, table, row, this.problems),
    });
  }

  private transformer(table: Table, row: number): void {
    const from = this.busAt(table, row, 'hv_bus');
    const to = this.busAt(table, row, 'lv_bus');
    const data = transformerOf(table, row);
    if (data.parallel <= 0) table.wrong(row, 'parallel', data.parallel, 'a positive number');
    const rated = (data.snMva * data.parallel * table.number(row, 'df', 1)) / SQRT3;
    this.branches.push({
      ...PLAIN_BRANCH,
      ...this.piOf(data, from, to),
      id: `trafo:${table.index[row]}`,
      name: table.text(row, 'name') || `Transformer ${table.index[row]}`,
      kind: BRANCH_KIND.transformer,
      from,
      to,
      inService: flag(table.flag(row, 'in_service', true)),
      fromClosed: this.isClosed('t', table, row, 'hv_bus'),
      toClosed: this.isClosed('t', table, row, 'lv_bus'),
      ratingFromKa: rated / data.vnHvKv,
      ratingToKa: rated / data.vnLvKv,
      loadingPercentMax: table.number(row, 'max_loading_percent', 100),
    });
  }

  private threeWinding(table: Table, row: number): void {
    const id = `trafo3w:${table.index[row]}`;
    const legs = threeWindingOf(table, row);
    const star = this.innerBus(id, this.busAt(table, row, 'hv_bus'));
    for (const side of ['hv', 'mv', 'lv'] as const satisfies readonly Winding[]) {
      const outer = this.busAt(table, row, `${side}_bus`);
      const from = side === 'hv' ? outer : star;
      const to = side === 'hv' ? star : outer;
      const data = legs[side];
      const closed = this.isClosed('t3', table, row, `${side}_bus`);
      const rating = data.snMva / SQRT3 / table.number(row, `vn_${side}_kv`);
      this.branches.push({
        ...PLAIN_BRANCH,
        ...this.piOf(data, from, to),
        id: `${id}:${side}`,
        name: `${table.text(row, 'name') || id} ${side}`,
        kind: BRANCH_KIND.transformer,
        from,
        to,
        inService: flag(table.flag(row, 'in_service', true)),
        fromClosed: side === 'hv' ? closed : 1,
        toClosed: side === 'hv' ? 1 : closed,
        // The rating is one of the winding, so it is watched at the outer end only.
        ratingFromKa: side === 'hv' ? rating : Number.NaN,
        ratingToKa: side === 'hv' ? Number.NaN : rating,
        loadingPercentMax: table.number(row, 'max_loading_percent', 100),
      });
    }
    if (!table.flag(row, 'in_service', true)) this.buses[star] = { ...this.buses[star]!, inService: 0 };
  }

  private piOf(data: ReturnType<typeof transformerOf>, from: number, to: number): PiModel {
    return transformerPi(data, this.vnKv(from), this.vnKv(to), this.baseMva);
  }

  private impedance(table: Table, row: number): void {
    const toBase = this.baseMva / table.number(row, 'sn_mva');
    const rPu = table.number(row, 'rft_pu');
    const xPu = table.number(row, 'xft_pu');
    if (table.number(row, 'rtf_pu', rPu) !== rPu || table.number(row, 'xtf_pu', xPu) !== xPu) {
      table.unsupported(row, 'an impedance that differs by direction is not supported');
    }
    this.branches.push({
      ...PLAIN_BRANCH,
      id: `impedance:${table.index[row]}`,
      name: table.text(row, 'name') || `Impedance ${table.index[row]}`,
      kind: BRANCH_KIND.impedance,
      from: this.busAt(table, row, 'from_bus'),
      to: this.busAt(table, row, 'to_bus'),
      rPu: rPu * toBase,
      xPu: xPu * toBase,
      gFromPu: table.number(row, 'gf_pu', 0) / toBase,
      bFromPu: table.number(row, 'bf_pu', 0) / toBase,
      gToPu: table.number(row, 'gt_pu', 0) / toBase,
      bToPu: table.number(row, 'bt_pu', 0) / toBase,
      inService: flag(table.flag(row, 'in_service', true)),
    });
  }

  private load(table: Table, row: number): void {
    const scaling = table.number(row, 'scaling', 1);
    const share = (kind: 'z' | 'i', power: 'p' | 'q'): number => {
      // Before version 3 one column held for both powers.
      const column = table.has(`const_${kind}_percent`)
        ? `const_${kind}_percent`
        : `const_${kind}_${power}_percent`;
      return table.number(row, column, 0) / 100;
    };
    const common = {
      bus: this.busAt(table, row, 'bus'),
      inService: flag(table.flag(row, 'in_service', true)),
    };
    const id = `load:${table.index[row]}`;
    const pMw = table.number(row, 'p_mw') * scaling;
    const qMvar = table.number(row, 'q_mvar', 0) * scaling;
    const [zP, zQ, iP, iQ] = [share('z', 'p'), share('z', 'q'), share('i', 'p'), share('i', 'q')];
    if (zP === zQ && iP === iQ) {
      this.loads.push({ ...common, id, pMw, qMvar, constZShare: zP, constIShare: iP });
    } else {
      // Active and reactive power depend on the voltage in different ways: one row for each.
      this.loads.push({ ...common, id, pMw, qMvar: 0, constZShare: zP, constIShare: iP });
      this.loads.push({ ...common, id: `${id}:q`, pMw: 0, qMvar, constZShare: zQ, constIShare: iQ });
    }
  }

  private staticGenerator(table: Table, row: number, sign: 1 | -1): void {
    const scaling = table.number(row, 'scaling', 1) * sign;
    this.generators.push({
      ...PLAIN_GENERATOR,
      id: `${table.name}:${table.index[row]}`,
      bus: this.busAt(table, row, 'bus'),
      pMw: table.number(row, 'p_mw') * scaling,
      qMvar: table.number(row, 'q_mvar', 0) * scaling,
      qMvarMin: table.number(row, 'min_q_mvar', Number.NaN),
      qMvarMax: table.number(row, 'max_q_mvar', Number.NaN),
      inService: flag(table.flag(row, 'in_service', true)),
      source: table.name === 'storage' ? 'battery' : sourceOf(table.text(row, 'type')),
    });
  }

  private generator(table: Table, row: number): void {
    const isSlack = table.flag(row, 'slack', false);
    this.generators.push({
      ...PLAIN_GENERATOR,
      id: `gen:${table.index[row]}`,
      bus: this.busAt(table, row, 'bus'),
      control: isSlack ? GENERATOR_CONTROL.slack : GENERATOR_CONTROL.pv,
      pMw: table.number(row, 'p_mw') * table.number(row, 'scaling', 1),
      vmPuSet: table.number(row, 'vm_pu'),
      vaDegSet: isSlack ? 0 : Number.NaN,
      qMvarMin: table.number(row, 'min_q_mvar', Number.NaN),
      qMvarMax: table.number(row, 'max_q_mvar', Number.NaN),
      inService: flag(table.flag(row, 'in_service', true)),
      source: sourceOf(table.text(row, 'type')),
    });
  }

  private externalGrid(table: Table, row: number): void {
    this.generators.push({
      ...PLAIN_GENERATOR,
      id: `ext_grid:${table.index[row]}`,
      bus: this.busAt(table, row, 'bus'),
      control: GENERATOR_CONTROL.slack,
      vmPuSet: table.number(row, 'vm_pu', 1),
      vaDegSet: table.number(row, 'va_degree', 0),
      inService: flag(table.flag(row, 'in_service', true)),
      source: 'grid',
    });
  }

  private shunt(table: Table, row: number): void {
    if (table.flag(row, 'step_dependency_table', false)) {
      table.unsupported(row, 'values that depend on the step by a table are not supported');
    }
    const bus = this.busAt(table, row, 'bus');
    const vnKv = this.vnKv(bus);
    const perRated = vnKv / table.number(row, 'vn_kv', vnKv);
    const factor = table.number(row, 'step', 1) * perRated * perRated;
    this.shunts.push({
      id: `shunt:${table.index[row]}`,
      bus,
      pMw: table.number(row, 'p_mw', 0) * factor,
      qMvar: table.number(row, 'q_mvar') * factor,
      inService: flag(table.flag(row, 'in_service', true)),
    });
  }

  /** A ward draws constant power and constant impedance; an extended one adds a voltage source behind an impedance. */
  private ward(table: Table, row: number): void {
    const id = `${table.name}:${table.index[row]}`;
    const bus = this.busAt(table, row, 'bus');
    const inService = flag(table.flag(row, 'in_service', true));
    const constant = { constZShare: 0, constIShare: 0 };
    const pMw = table.number(row, 'ps_mw');
    this.loads.push({ id, bus, pMw, qMvar: table.number(row, 'qs_mvar'), ...constant, inService });
    const drawn = { pMw: table.number(row, 'pz_mw'), qMvar: table.number(row, 'qz_mvar') };
    this.shunts.push({ id, bus, ...drawn, inService });
    if (table.name === 'ward') return;
    const source = this.innerBus(id, bus);
    const zBase = this.zBaseOhm(bus);
    this.buses[source] = { ...this.buses[source]!, inService };
    this.branches.push({
      ...PLAIN_BRANCH,
      id,
      name: table.text(row, 'name') || id,
      kind: BRANCH_KIND.impedance,
      from: bus,
      to: source,
      rPu: table.number(row, 'r_ohm') / zBase,
      xPu: table.number(row, 'x_ohm') / zBase,
      inService,
    });
    this.generators.push({
      ...PLAIN_GENERATOR,
      id,
      bus: source,
      control: GENERATOR_CONTROL.pv,
      vmPuSet: table.number(row, 'vm_pu'),
      inService,
    });
  }

  private points(): readonly ConnectionPoint[] {
    return customerPoints(this.file, this.buses, (table, row) => this.rowOfBus.get(table.text(row, 'bus')));
  }
}

function flag(value: boolean): number {
  return value ? 1 : 0;
}

function sourceOf(type: string): string {
  switch (type.toUpperCase()) {
    case 'PV':
      return 'pv';
    case 'WP':
    case 'WIND':
      return 'wind';
    case 'CHP':
      return 'chp';
    default:
      return 'unknown';
  }
}
