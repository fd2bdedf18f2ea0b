/**
 * MATPOWER case file (format version 2) to Network.
 *
 * The rules of `runpf` for what a case means: a reference bus keeps the angle of the bus table; magnitudes at PV and
 * reference buses come from VG of the generator; a PV bus without generator in service is PQ; a generator in service at
 * a PQ bus injects its P and Q; of several generators at a reference bus the first in service is the slack and the
 * others keep their P. Branch ids are row numbers from 1. RATE_A 0 means "not given".
 */
import { BRANCH_KIND, GENERATOR_CONTROL, type Network } from '../../network/network.ts';
import {
  NetworkFileError,
  type NetworkLines,
  type NetworkProblem,
  networkProblems,
} from '../../network/problems.ts';
import { type MatpowerCase, type MatpowerTable, readCase } from './case.ts';

const BUS_TYPE = { pv: 2, reference: 3, isolated: 4 } as const;
/** MATPOWER cases do not state a frequency; nothing in a solution depends on it. */
const FREQUENCY_HZ = 50;

/** @throws NetworkFileError with every problem of the file */
export function readMatpower(fileName: string, text: string): Network {
  const problems: NetworkProblem[] = [];
  const source = readCase(text, problems);
  if (problems.length > 0) throw new NetworkFileError(fileName, problems);
  const { network, lines } = toNetwork(fileName, source, problems);
  problems.push(...networkProblems(network, lines));
  if (problems.length > 0) throw new NetworkFileError(fileName, problems);
  return network;
}

function toNetwork(
  fileName: string,
  source: MatpowerCase,
  problems: NetworkProblem[],
): { network: Network; lines: NetworkLines } {
  const { bus, gen, branch } = source;
  const rowOfBus = new Map<number, number>();
  for (let row = 0; row < bus.count; row++) {
    const number = bus.at(row, 'BUS_I');
    if (!rowOfBus.has(number)) rowOfBus.set(number, row);
  }
  const busRow = (table: MatpowerTable, row: number, column: string, element: string): number => {
    const number = table.at(row, column);
    const found = rowOfBus.get(number);
    if (found !== undefined) return found;
    problems.push({ code: 'bus-unknown', element, bus: `${number}`, line: table.lines[row]! });
    return -1;
  };
  const type = (row: number): number => bus.at(row, 'BUS_TYPE');
  for (let row = 0; row < bus.count; row++) {
    if ([1, 2, 3, 4].includes(type(row))) continue;
    const element = `bus ${bus.at(row, 'BUS_I')}`;
    const value = `${type(row)}`;
    problems.push({
      code: 'value-wrong',
      element,
      field: 'type',
      value,
      expected: '1 to 4',
      line: bus.lines[row]!,
    });
  }

  const genRows = Int32Array.from({ length: gen.count }, (_, row) =>
    busRow(gen, row, 'GEN_BUS', `generator ${row + 1}`),
  );
  const genOn = Uint8Array.from({ length: gen.count }, (_, row) => (gen.at(row, 'GEN_STATUS') > 0 ? 1 : 0));
  const slackTaken = new Set<number>();
  const control = Uint8Array.from(genRows, (at, row) => {
    if (at < 0 || !genOn[row] || (type(at) !== BUS_TYPE.pv && type(at) !== BUS_TYPE.reference)) {
      return GENERATOR_CONTROL.pq;
    }
    if (type(at) === BUS_TYPE.pv || slackTaken.has(at)) return GENERATOR_CONTROL.pv;
    slackTaken.add(at);
    return GENERATOR_CONTROL.slack;
  });
  const controlled = (row: number): boolean => control[row] !== GENERATOR_CONTROL.pq;
  const isSlack = (row: number): boolean => control[row] === GENERATOR_CONTROL.slack;

  const ids = Array.from(bus.column('BUS_I'), String);
  const loads = rowsWhere(bus, row => bus.at(row, 'PD') !== 0 || bus.at(row, 'QD') !== 0);
  const shunts = rowsWhere(bus, row => bus.at(row, 'GS') !== 0 || bus.at(row, 'BS') !== 0);
  const from = Int32Array.from({ length: branch.count }, (_, row) =>
    busRow(branch, row, 'F_BUS', `branch ${row + 1}`),
  );
  const to = Int32Array.from({ length: branch.count }, (_, row) =>
    busRow(branch, row, 'T_BUS', `branch ${row + 1}`),
  );
  const halfCharging = branch.column('BR_B').map(b => b / 2);
  const ratio = branch.column('TAP').map(tap => (tap === 0 ? 1 : tap));
  const shiftRad = branch.column('SHIFT').map(degree => (degree * Math.PI) / 180);
  const isTransformer = (row: number): boolean => {
    const levels = [from[row]!, to[row]!].map(at => (at < 0 ? Number.NaN : bus.at(at, 'BASE_KV')));
    return branch.at(row, 'TAP') !== 0 || shiftRad[row] !== 0 || levels[0] !== levels[1];
  };

  const network: Network = {
    name: source.name || fileName.replace(/\.m$/, ''),
    format: 'matpower',
    baseMva: source.baseMva,
    frequencyHz: FREQUENCY_HZ,
    bus: {
      count: bus.count,
      id: ids,
      name: source.busNames.length === bus.count ? source.busNames : ids,
      // Some cases (case14) give no base voltage. 1 kV stands in: their kA mean nothing; p.u., MW and percent are right.
      vnKv: bus.column('BASE_KV').map(kv => (kv === 0 ? 1 : kv)),
      vmPuMin: bus.column('VMIN'),
      vmPuMax: bus.column('VMAX'),
      inService: Uint8Array.from({ length: bus.count }, (_, row) =>
        type(row) === BUS_TYPE.isolated ? 0 : 1,
      ),
      vmPuStart: bus.column('VM'),
      vaDegStart: bus.column('VA'),
      x: new Float64Array(bus.count).fill(Number.NaN),
      y: new Float64Array(bus.count).fill(Number.NaN),
      segment: ids.map(() => ''),
    },
    branch: {
      count: branch.count,
      id: Array.from({ length: branch.count }, (_, row) => `${row + 1}`),
      name: Array.from(
        { length: branch.count },
        (_, row) => `${branch.at(row, 'F_BUS')}–${branch.at(row, 'T_BUS')}`,
      ),
      kind: Uint8Array.from({ length: branch.count }, (_, row) =>
        isTransformer(row) ? BRANCH_KIND.transformer : BRANCH_KIND.line,
      ),
      from,
      to,
      rPu: branch.column('BR_R'),
      xPu: branch.column('BR_X'),
      gFromPu: new Float64Array(branch.count),
      bFromPu: halfCharging,
      gToPu: new Float64Array(branch.count),
      bToPu: halfCharging.slice(),
      ratio,
      shiftRad,
      inService: Uint8Array.from(branch.column('BR_STATUS'), status => (status !== 0 ? 1 : 0)),
      fromClosed: new Uint8Array(branch.count).fill(1),
      toClosed: new Uint8Array(branch.count).fill(1),
      ratingFromKa: new Float64Array(branch.count).fill(Number.NaN),
      ratingToKa: new Float64Array(branch.count).fill(Number.NaN),
      ratingMva: branch
        .column('RATE_A')
        .map(mva => (mva === 0 || mva === Number.POSITIVE_INFINITY ? Number.NaN : mva)),
      loadingPercentMax: new Float64Array(branch.count).fill(100),
      lengthKm: new Float64Array(branch.count).fill(Number.NaN),
      route: Array.from({ length: branch.count }, () => new Float64Array(0)),
    },
    coupler: {
      count: 0,
      id: [],
      from: new Int32Array(0),
      to: new Int32Array(0),
      closed: new Uint8Array(0),
    },
    load: {
      count: loads.length,
      id: Array.from(loads, row => `load:${ids[row]}`),
      bus: loads,
      pMw: Float64Array.from(loads, row => bus.at(row, 'PD')),
      qMvar: Float64Array.from(loads, row => bus.at(row, 'QD')),
      constZShare: new Float64Array(loads.length),
      constIShare: new Float64Array(loads.length),
      inService: new Uint8Array(loads.length).fill(1),
    },
    generator: {
      count: gen.count,
      id: Array.from({ length: gen.count }, (_, row) => `gen:${row + 1}`),
      bus: genRows,
      control,
      pMw: gen.column('PG'),
      qMvar: gen.column('QG'),
      vmPuSet: gen.column('VG').map((vm, row) => (controlled(row) ? vm : Number.NaN)),
      vaDegSet: Float64Array.from(genRows, (at, row) => (isSlack(row) ? bus.at(at, 'VA') : Number.NaN)),
      qMvarMin: gen.column('QMIN'),
      qMvarMax: gen.column('QMAX'),
      inService: genOn,
      source: Array.from(genRows, (_, row) => (isSlack(row) ? 'grid' : sourceOf(source.genFuel[row] ?? ''))),
    },
    shunt: {
      count: shunts.length,
      id: Array.from(shunts, row => `shunt:${ids[row]}`),
      bus: shunts,
      pMw: Float64Array.from(shunts, row => bus.at(row, 'GS')),
      // BS is injected by a capacitor; the column states consumption.
      qMvar: Float64Array.from(shunts, row => -bus.at(row, 'BS')),
      inService: new Uint8Array(shunts.length).fill(1),
    },
    points: [],
    coordinates: 'none',
  };
  const linesOf = (table: MatpowerTable, rows: Int32Array): number[] =>
    Array.from(rows, row => table.lines[row]!);
  return {
    network,
    lines: {
      bus: bus.lines,
      branch: branch.lines,
      generator: gen.lines,
      load: linesOf(bus, loads),
      shunt: linesOf(bus, shunts),
    },
  };
}

function rowsWhere(table: MatpowerTable, wanted: (row: number) => boolean): Int32Array {
  return Int32Array.from(Array.from({ length: table.count }, (_, row) => row).filter(wanted));
}

function sourceOf(fuel: string): string {
  switch (fuel.toLowerCase()) {
    case 'solar':
      return 'pv';
    case 'wind':
      return 'wind';
    case 'ess':
      return 'battery';
    default:
      return 'unknown';
  }
}
