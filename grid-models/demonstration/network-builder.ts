/** Collects the demonstration network row by row, in ohms and kilowatts, and closes it into columns per unit. */
import type { ConnectionPoint, Network } from '../network/network.ts';
import { BRANCH_KIND, GENERATOR_CONTROL } from '../network/network.ts';
import type { CableType, TransformerType } from './standard-types.ts';

export interface NewBus {
  readonly id: string;
  readonly name: string;
  readonly vnKv: number;
  readonly vmPuMin: number;
  readonly vmPuMax: number;
  /** Expected angle behind the transformers' vector groups, degrees. */
  readonly vaDeg: number;
  readonly place: Place;
  readonly segment: string;
}

/** Longitude and latitude, degrees. */
export interface Place {
  readonly longitude: number;
  readonly latitude: number;
}

export interface NetworkBuilder {
  /** Row of the new bus. */
  bus(bus: NewBus): number;
  line(line: {
    id: string;
    name: string;
    from: number;
    to: number;
    cable: CableType;
    route: readonly Place[];
    lengthKm: number;
    toClosed: boolean;
  }): void;
  transformer(transformer: {
    id: string;
    name: string;
    hv: number;
    lv: number;
    type: TransformerType;
    /** Turns ratio relative to the nominal one: below 1 raises the low-voltage side. */
    ratio: number;
  }): void;
  coupler(coupler: { id: string; from: number; to: number; closed: boolean }): void;
  load(load: { id: string; bus: number; pKw: number; qKvar: number }): void;
  generator(generator: { id: string; bus: number; pKw: number; source: string }): void;
  slack(slack: { id: string; bus: number; vmPu: number }): void;
  point(point: ConnectionPoint): void;
  build(name: string): Network;
}

export function networkBuilder(): NetworkBuilder {
  const buses: NewBus[] = [];
  const branches: BranchRow[] = [];
  const couplers: { id: string; from: number; to: number; closed: boolean }[] = [];
  const loads: { id: string; bus: number; pKw: number; qKvar: number }[] = [];
  const generators: GeneratorRow[] = [];
  const points: ConnectionPoint[] = [];

  return {
    bus: bus => buses.push(bus) - 1,
    line: line => {
      branches.push(lineRow(line, buses[line.from]!.vnKv));
    },
    transformer: transformer => {
      branches.push(transformerRow(transformer));
    },
    coupler: coupler => {
      couplers.push(coupler);
    },
    load: load => {
      loads.push(load);
    },
    generator: g => {
      generators.push({ ...g, control: GENERATOR_CONTROL.pq, vmPuSet: Number.NaN, vaDegSet: Number.NaN });
    },
    slack: s => {
      generators.push({
        id: s.id,
        bus: s.bus,
        pKw: 0,
        source: 'grid',
        control: GENERATOR_CONTROL.slack,
        vmPuSet: s.vmPu,
        vaDegSet: 0,
      });
    },
    point: point => {
      points.push(point);
    },
    build: name => ({
      name,
      format: 'demonstration',
      baseMva: BASE_MVA,
      frequencyHz: FREQUENCY_HZ,
      bus: {
        count: buses.length,
        id: buses.map(b => b.id),
        name: buses.map(b => b.name),
        vnKv: Float64Array.from(buses, b => b.vnKv),
        vmPuMin: Float64Array.from(buses, b => b.vmPuMin),
        vmPuMax: Float64Array.from(buses, b => b.vmPuMax),
        inService: new Uint8Array(buses.length).fill(1),
        vmPuStart: new Float64Array(buses.length).fill(1),
        vaDegStart: Float64Array.from(buses, b => b.vaDeg),
        x: Float64Array.from(buses, b => b.place.longitude),
        y: Float64Array.from(buses, b => b.place.latitude),
        segment: buses.map(b => b.segment),
      },
      branch: {
        count: branches.length,
        id: branches.map(b => b.id),
        name: branches.map(b => b.name),
        kind: Uint8Array.from(branches, b => b.kind),
        from: Int32Array.from(branches, b => b.from),
        to: Int32Array.from(branches, b => b.to),
        rPu: Float64Array.from(branches, b => b.rPu),
        xPu: Float64Array.from(branches, b => b.xPu),
        gFromPu: Float64Array.from(branches, b => b.gHalfPu),
        bFromPu: Float64Array.from(branches, b => b.bHalfPu),
        gToPu: Float64Array.from(branches, b => b.gHalfPu),
        bToPu: Float64Array.from(branches, b => b.bHalfPu),
        ratio: Float64Array.from(branches, b => b.ratio),
        shiftRad: Float64Array.from(branches, b => b.shiftRad),
        inService: new Uint8Array(branches.length).fill(1),
        fromClosed: new Uint8Array(branches.length).fill(1),
        toClosed: Uint8Array.from(branches, b => (b.toClosed ? 1 : 0)),
        ratingFromKa: Float64Array.from(branches, b => b.ratingKa),
        ratingToKa: Float64Array.from(branches, b => b.ratingKa),
        ratingMva: Float64Array.from(branches, b => b.ratingMva),
        loadingPercentMax: new Float64Array(branches.length).fill(100),
        lengthKm: Float64Array.from(branches, b => b.lengthKm),
        route: branches.map(b => b.route),
      },
      coupler: {
        count: couplers.length,
        id: couplers.map(c => c.id),
        from: Int32Array.from(couplers, c => c.from),
        to: Int32Array.from(couplers, c => c.to),
        closed: Uint8Array.from(couplers, c => (c.closed ? 1 : 0)),
      },
      load: {
        count: loads.length,
        id: loads.map(l => l.id),
        bus: Int32Array.from(loads, l => l.bus),
        pMw: Float64Array.from(loads, l => l.pKw / 1000),
        qMvar: Float64Array.from(loads, l => l.qKvar / 1000),
        constZShare: new Float64Array(loads.length),
        constIShare: new Float64Array(loads.length),
        inService: new Uint8Array(loads.length).fill(1),
      },
      generator: {
        count: generators.length,
        id: generators.map(g => g.id),
        bus: Int32Array.from(generators, g => g.bus),
        control: Uint8Array.from(generators, g => g.control),
        pMw: Float64Array.from(generators, g => g.pKw / 1000),
        qMvar: new Float64Array(generators.length),
        vmPuSet: Float64Array.from(generators, g => g.vmPuSet),
        vaDegSet: Float64Array.from(generators, g => g.vaDegSet),
        qMvarMin: new Float64Array(generators.length).fill(Number.NaN),
        qMvarMax: new Float64Array(generators.length).fill(Number.NaN),
        inService: new Uint8Array(generators.length).fill(1),
        source: generators.map(g => g.source),
      },
      shunt: {
        count: 0,
        id: [],
        bus: new Int32Array(0),
        pMw: new Float64Array(0),
        qMvar: new Float64Array(0),
        inService: new Uint8Array(0),
      },
      points,
      coordinates: 'wgs84',
    }),
  };
}

interface BranchRow {
  readonly id: string;
  readonly name: string;
  readonly kind: number;
  readonly from: number;
  readonly to: number;
  readonly rPu: number;
  readonly xPu: number;
  readonly gHalfPu: number;
  readonly bHalfPu: number;
  readonly ratio: number;
  readonly shiftRad: number;
  readonly toClosed: boolean;
  readonly ratingKa: number;
  readonly ratingMva: number;
  readonly lengthKm: number;
  readonly route: Float64Array;
}

interface GeneratorRow {
  readonly id: string;
  readonly bus: number;
  readonly pKw: number;
  readonly source: string;
  readonly control: number;
  readonly vmPuSet: number;
  readonly vaDegSet: number;
}

/** Cable as pi-circuit: half of the charging at each end. */
function lineRow(line: Parameters<NetworkBuilder['line']>[0], vnKv: number): BranchRow {
  const zBaseOhm = (vnKv * vnKv) / BASE_MVA;
  const chargingS = 2 * Math.PI * FREQUENCY_HZ * line.cable.cNfPerKm * 1e-9 * line.lengthKm;
  return {
    id: line.id,
    name: line.name,
    kind: BRANCH_KIND.line,
    from: line.from,
    to: line.to,
    rPu: (line.cable.rOhmPerKm * line.lengthKm) / zBaseOhm,
    xPu: (line.cable.xOhmPerKm * line.lengthKm) / zBaseOhm,
    gHalfPu: 0,
    bHalfPu: (chargingS * zBaseOhm) / 2,
    ratio: 1,
    shiftRad: 0,
    toClosed: line.toClosed,
    ratingKa: line.cable.ratingKa,
    ratingMva: Number.NaN,
    lengthKm: line.lengthKm,
    route: Float64Array.from(line.route.flatMap(p => [p.longitude, p.latitude])),
  };
}

/** Transformer as pi-circuit: series impedance from the short-circuit test, half of the no-load admittance at each end. */
function transformerRow(transformer: Parameters<NetworkBuilder['transformer']>[0]): BranchRow {
  const { type } = transformer;
  const toBase = BASE_MVA / type.ratingMva;
  const zPu = (type.vkPercent / 100) * toBase;
  const rPu = (type.vkrPercent / 100) * toBase;
  const gPu = type.pFeKw / 1000 / BASE_MVA;
  const yPu = ((type.i0Percent / 100) * type.ratingMva) / BASE_MVA;
  return {
    id: transformer.id,
    name: transformer.name,
    kind: BRANCH_KIND.transformer,
    from: transformer.hv,
    to: transformer.lv,
    rPu,
    xPu: Math.sqrt(zPu * zPu - rPu * rPu),
    gHalfPu: gPu / 2,
    // Magnetising current is inductive. Where the published losses exceed the published current, it is all real.
    bHalfPu: -Math.sqrt(Math.max(0, yPu * yPu - gPu * gPu)) / 2,
    ratio: transformer.ratio,
    shiftRad: (type.shiftDeg * Math.PI) / 180,
    toClosed: true,
    ratingKa: Number.NaN,
    ratingMva: type.ratingMva,
    lengthKm: Number.NaN,
    route: new Float64Array(0),
  };
}

const BASE_MVA = 1;
const FREQUENCY_HZ = 50;
