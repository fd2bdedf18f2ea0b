/** Rows collected one by one, and their turning into the columns of a Network. */
import {
  BRANCH_KIND,
  type BranchColumns,
  type BusColumns,
  type CouplerColumns,
  GENERATOR_CONTROL,
  type GeneratorColumns,
  type LoadColumns,
  type Network,
  type ShuntColumns,
} from './network.ts';

type Field<Column> = Column extends Float64Array | Int32Array
  ? number
  : Column extends Uint8Array
    ? number
    : Column extends readonly (infer Item)[]
      ? Item
      : never;

/** One row of a table of columns: the same fields, one value each. */
type RowOf<Columns> = { [Key in Exclude<keyof Columns, 'count'>]: Field<Columns[Key]> };

export type BusRow = RowOf<BusColumns>;
export type BranchRow = RowOf<BranchColumns>;
export type CouplerRow = RowOf<CouplerColumns>;
export type LoadRow = RowOf<LoadColumns>;
export type GeneratorRow = RowOf<GeneratorColumns>;
export type ShuntRow = RowOf<ShuntColumns>;

export interface NetworkRows {
  readonly bus: readonly BusRow[];
  readonly branch: readonly BranchRow[];
  readonly coupler: readonly CouplerRow[];
  readonly load: readonly LoadRow[];
  readonly generator: readonly GeneratorRow[];
  readonly shunt: readonly ShuntRow[];
}

type Head = Pick<Network, 'name' | 'format' | 'baseMva' | 'frequencyHz' | 'points' | 'coordinates'>;

export function networkOfRows(head: Head, rows: NetworkRows): Network {
  return {
    ...head,
    bus: busColumns(rows.bus),
    branch: branchColumns(rows.branch),
    coupler: couplerColumns(rows.coupler),
    load: loadColumns(rows.load),
    generator: generatorColumns(rows.generator),
    shunt: shuntColumns(rows.shunt),
  };
}

/** What a bus, a branch and a generator are when nothing else is said: no limits, no charging, both ends closed, no output. */
export const PLAIN_BUS = {
  vmPuMin: Number.NaN,
  vmPuMax: Number.NaN,
  inService: 1,
  vmPuStart: 1,
  vaDegStart: 0,
  x: Number.NaN,
  y: Number.NaN,
  segment: '',
} as const;

export const PLAIN_BRANCH = {
  kind: BRANCH_KIND.line,
  gFromPu: 0,
  bFromPu: 0,
  gToPu: 0,
  bToPu: 0,
  ratio: 1,
  shiftRad: 0,
  inService: 1,
  fromClosed: 1,
  toClosed: 1,
  ratingFromKa: Number.NaN,
  ratingToKa: Number.NaN,
  ratingMva: Number.NaN,
  loadingPercentMax: 100,
  lengthKm: Number.NaN,
  route: new Float64Array(0),
} as const;

export const PLAIN_GENERATOR = {
  control: GENERATOR_CONTROL.pq,
  pMw: 0,
  qMvar: 0,
  vmPuSet: Number.NaN,
  vaDegSet: Number.NaN,
  qMvarMin: Number.NaN,
  qMvarMax: Number.NaN,
  inService: 1,
  source: 'unknown',
} as const;

function busColumns(rows: readonly BusRow[]): BusColumns {
  return {
    count: rows.length,
    id: rows.map(r => r.id),
    name: rows.map(r => r.name),
    vnKv: Float64Array.from(rows, r => r.vnKv),
    vmPuMin: Float64Array.from(rows, r => r.vmPuMin),
    vmPuMax: Float64Array.from(rows, r => r.vmPuMax),
    inService: Uint8Array.from(rows, r => r.inService),
    vmPuStart: Float64Array.from(rows, r => r.vmPuStart),
    vaDegStart: Float64Array.from(rows, r => r.vaDegStart),
    x: Float64Array.from(rows, r => r.x),
    y: Float64Array.from(rows, r => r.y),
    segment: rows.map(r => r.segment),
  };
}

function branchColumns(rows: readonly BranchRow[]): BranchColumns {
  return {
    count: rows.length,
    id: rows.map(r => r.id),
    name: rows.map(r => r.name),
    kind: Uint8Array.from(rows, r => r.kind),
    from: Int32Array.from(rows, r => r.from),
    to: Int32Array.from(rows, r => r.to),
    rPu: Float64Array.from(rows, r => r.rPu),
    xPu: Float64Array.from(rows, r => r.xPu),
    gFromPu: Float64Array.from(rows, r => r.gFromPu),
    bFromPu: Float64Array.from(rows, r => r.bFromPu),
    gToPu: Float64Array.from(rows, r => r.gToPu),
    bToPu: Float64Array.from(rows, r => r.bToPu),
    ratio: Float64Array.from(rows, r => r.ratio),
    shiftRad: Float64Array.from(rows, r => r.shiftRad),
    inService: Uint8Array.from(rows, r => r.inService),
    fromClosed: Uint8Array.from(rows, r => r.fromClosed),
    toClosed: Uint8Array.from(rows, r => r.toClosed),
    ratingFromKa: Float64Array.from(rows, r => r.ratingFromKa),
    ratingToKa: Float64Array.from(rows, r => r.ratingToKa),
    ratingMva: Float64Array.from(rows, r => r.ratingMva),
    loadingPercentMax: Float64Array.from(rows, r => r.loadingPercentMax),
    lengthKm: Float64Array.from(rows, r => r.lengthKm),
    route: rows.map(r => r.route),
  };
}

function couplerColumns(rows: readonly CouplerRow[]): CouplerColumns {
  return {
    count: rows.length,
    id: rows.map(r => r.id),
    from: Int32Array.from(rows, r => r.from),
    to: Int32Array.from(rows, r => r.to),
    closed: Uint8Array.from(rows, r => r.closed),
  };
}

function loadColumns(rows: readonly LoadRow[]): LoadColumns {
  return {
    count: rows.length,
    id: rows.map(r => r.id),
    bus: Int32Array.from(rows, r => r.bus),
    pMw: Float64Array.from(rows, r => r.pMw),
    qMvar: Float64Array.from(rows, r => r.qMvar),
    constZShare: Float64Array.from(rows, r => r.constZShare),
    constIShare: Float64Array.from(rows, r => r.constIShare),
    inService: Uint8Array.from(rows, r => r.inService),
  };
}

function generatorColumns(rows: readonly GeneratorRow[]): GeneratorColumns {
  return {
    count: rows.length,
    id: rows.map(r => r.id),
    bus: Int32Array.from(rows, r => r.bus),
    control: Uint8Array.from(rows, r => r.control),
    pMw: Float64Array.from(rows, r => r.pMw),
    qMvar: Float64Array.from(rows, r => r.qMvar),
    vmPuSet: Float64Array.from(rows, r => r.vmPuSet),
    vaDegSet: Float64Array.from(rows, r => r.vaDegSet),
    qMvarMin: Float64Array.from(rows, r => r.qMvarMin),
    qMvarMax: Float64Array.from(rows, r => r.qMvarMax),
    inService: Uint8Array.from(rows, r => r.inService),
    source: rows.map(r => r.source),
  };
}

function shuntColumns(rows: readonly ShuntRow[]): ShuntColumns {
  return {
    count: rows.length,
    id: rows.map(r => r.id),
    bus: Int32Array.from(rows, r => r.bus),
    pMw: Float64Array.from(rows, r => r.pMw),
    qMvar: Float64Array.from(rows, r => r.qMvar),
    inService: Uint8Array.from(rows, r => r.inService),
  };
}
