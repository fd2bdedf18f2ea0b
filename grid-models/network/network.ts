/**
 * The network as columns: what an importer yields and every model reads. Never changed after it was made.
 *
 * Ids are those of the file; every reference between tables is a row number of the bus table (`Int32Array`), resolved
 * once by the importer. NaN in a limit or rating column means "not given in the file": it is reported as such, never
 * replaced by a default. Order of rows = order of the file.
 *
 * Signs: generation and injection into the grid positive; a load states its consumption as positive.
 */
export interface Network {
  readonly name: string;
  readonly format: 'matpower' | 'pandapower' | 'demonstration';
  readonly baseMva: number;
  readonly frequencyHz: number;
  readonly bus: BusColumns;
  readonly branch: BranchColumns;
  readonly coupler: CouplerColumns;
  readonly load: LoadColumns;
  readonly generator: GeneratorColumns;
  readonly shunt: ShuntColumns;
  /** Where market participants are connected; empty when the file does not say (see `connectionPoints`). */
  readonly points: readonly ConnectionPoint[];
  /** What the coordinates in `bus.x`, `bus.y` are: WGS84 longitude and latitude, or a drawing's own units. */
  readonly coordinates: 'wgs84' | 'drawing' | 'none';
}

export interface BusColumns {
  readonly count: number;
  /** Id in the file: MATPOWER bus number, pandapower bus index. */
  readonly id: readonly string[];
  readonly name: readonly string[];
  readonly vnKv: Float64Array;
  /** Permitted voltage band, p.u. of vnKv; NaN where the file gives none. */
  readonly vmPuMin: Float64Array;
  readonly vmPuMax: Float64Array;
  readonly inService: Uint8Array;
  /** Start values for a warm start, p.u. and degrees (1 and 0 where the file gives none). */
  readonly vmPuStart: Float64Array;
  readonly vaDegStart: Float64Array;
  /** Longitude/latitude or drawing units; NaN where unknown. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Segment of the grid the bus belongs to (a feeder or a substation's low-voltage side); '' where unknown. */
  readonly segment: readonly string[];
}

/** Kind of a branch; how it is drawn and which word names it. The mathematics is the same for all. */
export const BRANCH_KIND = { line: 0, transformer: 1, impedance: 2 } as const;

/**
 * Generalised pi-model of every two-terminal branch, p.u. on `baseMva` and the buses' vnKv:
 *
 *     from ──(ratio∠shift : 1)──┬── r + jx ──┬── to
 *                            gFrom+jbFrom   gTo+jbTo
 *
 * The ideal transformer is at the from side: V_from / (ratio · e^{jshift}) (MATPOWER's convention).
 */
export interface BranchColumns {
  readonly count: number;
  /** MATPOWER: row number from 1; pandapower: 'line:12', 'trafo:3', 'impedance:0'. */
  readonly id: readonly string[];
  readonly name: readonly string[];
  readonly kind: Uint8Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly rPu: Float64Array;
  readonly xPu: Float64Array;
  readonly gFromPu: Float64Array;
  readonly bFromPu: Float64Array;
  readonly gToPu: Float64Array;
  readonly bToPu: Float64Array;
  readonly ratio: Float64Array;
  readonly shiftRad: Float64Array;
  readonly inService: Uint8Array;
  /** 0 where a switch separates this end from its bus; the other end then feeds a charged stub. */
  readonly fromClosed: Uint8Array;
  readonly toClosed: Uint8Array;
  /** Continuous current rating at each end, kA; NaN where not given (or the rating is one of apparent power). */
  readonly ratingFromKa: Float64Array;
  readonly ratingToKa: Float64Array;
  /** Continuous apparent-power rating, MVA; NaN where not given (or the rating is one of current). */
  readonly ratingMva: Float64Array;
  /** Permitted loading, percent of the rating (100 unless the file says otherwise). */
  readonly loadingPercentMax: Float64Array;
  readonly lengthKm: Float64Array;
  /** Way of the branch as x0,y0,x1,y1,… in the units of `coordinates`; empty where unknown. */
  readonly route: readonly Float64Array[];
}

/** Bus-bus switches: closed couplers make two buses one node. */
export interface CouplerColumns {
  readonly count: number;
  readonly id: readonly string[];
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly closed: Uint8Array;
}

/** Consumption positive, MW and Mvar at 1 p.u.; shares of constant impedance and current in 0..1, the rest constant power. */
export interface LoadColumns {
  readonly count: number;
  readonly id: readonly string[];
  readonly bus: Int32Array;
  readonly pMw: Float64Array;
  readonly qMvar: Float64Array;
  readonly constZShare: Float64Array;
  readonly constIShare: Float64Array;
  readonly inService: Uint8Array;
}

/** How a generator takes part in the power flow. */
export const GENERATOR_CONTROL = { pq: 0, pv: 1, slack: 2 } as const;

/** Injection positive. pandapower's sgen and storage are pq, gen is pv, ext_grid is slack. */
export interface GeneratorColumns {
  readonly count: number;
  readonly id: readonly string[];
  readonly bus: Int32Array;
  readonly control: Uint8Array;
  readonly pMw: Float64Array;
  readonly qMvar: Float64Array;
  /** Voltage set point, p.u.; NaN for pq. */
  readonly vmPuSet: Float64Array;
  /** Angle of a slack, degrees; NaN otherwise. */
  readonly vaDegSet: Float64Array;
  readonly qMvarMin: Float64Array;
  readonly qMvarMax: Float64Array;
  readonly inService: Uint8Array;
  /** What it is, where known: 'grid', 'pv', 'wind', 'battery', 'chp', 'unknown'. */
  readonly source: readonly string[];
}

/** Shunts: MW and Mvar drawn at 1 p.u. (consumption positive; a capacitor has negative qMvar). */
export interface ShuntColumns {
  readonly count: number;
  readonly id: readonly string[];
  readonly bus: Int32Array;
  readonly pMw: Float64Array;
  readonly qMvar: Float64Array;
  readonly inService: Uint8Array;
}

/** A customer's connection to the grid: the place a trade's seller or buyer delivers at. */
export interface ConnectionPoint {
  /** Unique in the network, at most 31 characters of ASCII: it is also the id on chain. */
  readonly id: string;
  readonly name: string;
  /** Row of the bus table. */
  readonly bus: number;
  readonly equipment: readonly Equipment[];
}

export type EquipmentKind =
  | 'household'
  | 'business'
  | 'pv'
  | 'wind'
  | 'chp'
  | 'battery'
  | 'ev-charger'
  | 'heat-pump'
  | 'flexible-load';

export interface Equipment {
  readonly kind: EquipmentKind;
  /** Rated (peak) active power, kW, always positive. */
  readonly ratedKw: number;
  /** Usable energy of a store (battery, EV), kWh; absent for others. */
  readonly energyKwh?: number;
}
