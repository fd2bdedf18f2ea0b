/**
 * Transformers of pandapower as branches: nameplate values and taps to a pi-model in p.u.
 *
 *     z = vk/100 · base/sn · (vnLv/vnLvBus)²,   r likewise from vkr,   x = √(z² − r²)
 *     y = (pfe − j·√((i0·sn)² − pfe²)) · base-free p.u. on the low-voltage side
 *
 * The magnetising branch y stands in the middle of z (T-model) and is turned into a pi-model by wye-delta. A tap changes
 * the rated voltage of its side, and the angle where it shifts the phase. Impedances are on the to (low-voltage) side,
 * the ideal transformer on the from (high-voltage) side, as the branch columns demand.
 */
import type { Table } from './table.ts';

export interface TransformerData {
  readonly snMva: number;
  readonly vnHvKv: number;
  readonly vnLvKv: number;
  readonly vkPercent: number;
  readonly vkrPercent: number;
  readonly pfeKw: number;
  readonly i0Percent: number;
  readonly shiftDeg: number;
  readonly parallel: number;
  /** Share of the series resistance and reactance on the high-voltage side of the T-model. */
  readonly rShareHv: number;
  readonly xShareHv: number;
  readonly taps: readonly Tap[];
}

/** How far a tap stands from neutral, and what one step does. */
export interface Tap {
  readonly side: 'hv' | 'lv';
  readonly kind: 'ratio' | 'phase-shift';
  readonly steps: number;
  readonly stepPercent: number;
  readonly stepDeg: number;
}

export interface PiModel {
  readonly rPu: number;
  readonly xPu: number;
  readonly gFromPu: number;
  readonly bFromPu: number;
  readonly gToPu: number;
  readonly bToPu: number;
  readonly ratio: number;
  readonly shiftRad: number;
}

const RAD = Math.PI / 180;

export function transformerPi(
  data: TransformerData,
  vnHvBusKv: number,
  vnLvBusKv: number,
  baseMva: number,
): PiModel {
  const { vnHvKv, vnLvKv, shiftDeg } = tapped(data);
  const lvPerBus = vnLvKv / vnLvBusKv;
  const toBase = lvPerBus * lvPerBus * baseMva;
  const z = ((data.vkPercent / 100 / data.snMva) * toBase) / data.parallel;
  const r = ((data.vkrPercent / 100 / data.snMva) * toBase) / data.parallel;
  const x = Math.sign(z) * Math.sqrt(z * z - r * r);

  const ironMva = data.pfeKw / 1000;
  const apparentMva = (data.i0Percent / 100) * data.snMva;
  const magnetisingMva = Math.sqrt(Math.max(apparentMva * apparentMva - ironMva * ironMva, 0));
  // Rated on the untapped low-voltage side, referred through the tapped one.
  const fromBase = data.parallel / (lvPerBus * lvPerBus * baseMva);
  const pi = wyeToDelta(r, x, ironMva * fromBase, -magnetisingMva * fromBase, data.rShareHv, data.xShareHv);
  return { ...pi, ratio: vnHvKv / vnLvKv / (vnHvBusKv / vnLvBusKv), shiftRad: shiftDeg * RAD };
}

/** Rated voltages and phase shift at the tap position. */
function tapped(data: TransformerData): { vnHvKv: number; vnLvKv: number; shiftDeg: number } {
  let { vnHvKv, vnLvKv, shiftDeg } = data;
  for (const tap of data.taps) {
    const direction = tap.side === 'hv' ? 1 : -1;
    if (tap.kind === 'phase-shift') {
      const perStep =
        tap.stepDeg !== 0
          ? tap.steps * tap.stepDeg
          : (2 * Math.asin((tap.steps * tap.stepPercent) / 100 / 2)) / RAD;
      shiftDeg += direction * perStep;
      continue;
    }
    const change = (tap.steps * tap.stepPercent) / 100;
    const along = 1 + change * Math.cos(tap.stepDeg * RAD);
    const across = change * Math.sin(tap.stepDeg * RAD);
    const factor = Math.sqrt(along * along + across * across);
    if (tap.side === 'hv') vnHvKv *= factor;
    else vnLvKv *= factor;
    shiftDeg += (direction * Math.atan(across / along)) / RAD;
  }
  return { vnHvKv, vnLvKv, shiftDeg };
}

/** T-model with admittance g + jb in the middle to pi: Z_ab = Z_a + Z_b + Z_a Z_b y, and shunts y Z_b / Z_ab … at the ends. */
function wyeToDelta(
  r: number,
  x: number,
  g: number,
  b: number,
  rShare: number,
  xShare: number,
): Omit<PiModel, 'ratio' | 'shiftRad'> {
  if (g === 0 && b === 0) return { rPu: r, xPu: x, gFromPu: 0, bFromPu: 0, gToPu: 0, bToPu: 0 };
  const y: Complex = [g, b];
  const a: Complex = [r * rShare, x * xShare];
  const c: Complex = [r * (1 - rShare), x * (1 - xShare)];
  const product = times(times(a, c), y);
  const series: Complex = [a[0] + c[0] + product[0], a[1] + c[1] + product[1]];
  const from = over(times(c, y), series);
  const to = over(times(a, y), series);
  return { rPu: series[0], xPu: series[1], gFromPu: from[0], bFromPu: from[1], gToPu: to[0], bToPu: to[1] };
}

type Complex = readonly [number, number];

function times(a: Complex, b: Complex): Complex {
  return [a[0] * b[0] - a[1] * b[1], a[0] * b[1] + a[1] * b[0]];
}

function over(a: Complex, b: Complex): Complex {
  const square = b[0] * b[0] + b[1] * b[1];
  return [(a[0] * b[0] + a[1] * b[1]) / square, (a[1] * b[0] - a[0] * b[1]) / square];
}

/** A two-winding transformer's row; what is not supported or not possible is reported on the table. */
export function transformerOf(table: Table, row: number): TransformerData {
  refuseTapTable(table, row);
  const data: TransformerData = {
    snMva: positive(table, row, 'sn_mva'),
    vnHvKv: positive(table, row, 'vn_hv_kv'),
    vnLvKv: positive(table, row, 'vn_lv_kv'),
    vkPercent: table.number(row, 'vk_percent'),
    vkrPercent: table.number(row, 'vkr_percent'),
    pfeKw: table.number(row, 'pfe_kw', 0),
    i0Percent: table.number(row, 'i0_percent', 0),
    shiftDeg: table.number(row, 'shift_degree', 0),
    parallel: table.number(row, 'parallel', 1),
    rShareHv: table.number(row, 'leakage_resistance_ratio_hv', 0.5),
    xShareHv: table.number(row, 'leakage_reactance_ratio_hv', 0.5),
    taps: [...tapsOf(table, row, ''), ...tapsOf(table, row, '2')],
  };
  if (Math.abs(data.vkrPercent) > Math.abs(data.vkPercent)) {
    table.wrong(row, 'vkr_percent', data.vkrPercent, `at most vk_percent ${data.vkPercent}`);
  }
  return data;
}

export type Winding = 'hv' | 'mv' | 'lv';

/**
 * A three-winding transformer as three two-winding ones around a star point at the voltage of its hv side. Short-circuit
 * voltages are measured between pairs of windings (hv-mv, mv-lv, hv-lv) on the smaller rating of the pair: bring them to
 * one rating, take the star (half of the two adjacent less the opposite one), bring each leg to its own rating.
 */
export function threeWindingOf(table: Table, row: number): Record<Winding, TransformerData> {
  refuseTapTable(table, row);
  if (table.flag(row, 'tap_at_star_point', false)) {
    table.unsupported(row, 'a tap changer at the star point is not supported');
  }
  const sn = [
    positive(table, row, 'sn_hv_mva'),
    positive(table, row, 'sn_mv_mva'),
    positive(table, row, 'sn_lv_mva'),
  ];
  const [hv, mv, lv] = sn as [number, number, number];
  const pairMva = [Math.min(hv, mv), Math.min(mv, lv), Math.min(hv, lv)];
  const onHvRating = (column: string): number[] =>
    (['hv', 'mv', 'lv'] as const).map(
      (side, i) => (hv * table.number(row, column.replace('SIDE', side))) / pairMva[i]!,
    );
  const vk = onHvRating('vk_SIDE_percent');
  const vkr = onHvRating('vkr_SIDE_percent');
  const vkx = vk.map((z, i) => Math.sqrt(z * z - vkr[i]! * vkr[i]!));
  const star = (pairs: readonly number[]): number[] => {
    const [hvMv, mvLv, hvLv] = pairs as [number, number, number];
    return [hvMv + hvLv - mvLv, mvLv + hvMv - hvLv, hvLv + mvLv - hvMv].map(
      (sum, i) => (sum / 2) * (sn[i]! / hv),
    );
  };
  const r = star(vkr);
  const x = star(vkx);
  const lossSide = table.text(row, 'loss_side') || 'hv';
  if (lossSide === 'star') table.unsupported(row, 'iron losses at the star point are not supported');
  const taps = tapsOf(table, row, '', ['hv', 'mv', 'lv']);
  const tapSide = table.text(row, 'tap_side');
  const vnHvKv = positive(table, row, 'vn_hv_kv');
  const leg = (side: Winding, i: number): TransformerData => ({
    snMva: sn[i]!,
    vnHvKv,
    vnLvKv: positive(table, row, `vn_${side}_kv`),
    vkPercent: (Math.sign(x[i]!) || 1) * Math.sqrt(x[i]! * x[i]! + r[i]! * r[i]!),
    vkrPercent: r[i]!,
    pfeKw: lossSide === side ? table.number(row, 'pfe_kw', 0) : 0,
    i0Percent: lossSide === side ? table.number(row, 'i0_percent', 0) : 0,
    shiftDeg: side === 'hv' ? 0 : table.number(row, `shift_${side}_degree`, 0),
    parallel: 1,
    rShareHv: 0.5,
    xShareHv: 0.5,
    taps: tapSide === side ? taps : [],
  });
  return { hv: leg('hv', 0), mv: leg('mv', 1), lv: leg('lv', 2) };
}

/** null position, or no changer type: the tap has no effect. Files before version 3 say `tap_phase_shifter` instead of a type. */
function tapsOf(table: Table, row: number, suffix: '' | '2', sides: readonly string[] = ['hv', 'lv']): Tap[] {
  const side = table.text(row, `tap${suffix}_side`);
  const position = table.number(row, `tap${suffix}_pos`, Number.NaN);
  if (side === '' || side === 'None' || Number.isNaN(position)) return [];
  if (!sides.includes(side)) {
    table.wrong(row, `tap${suffix}_side`, side, sides.join(' or '));
    return [];
  }
  const type = table.text(row, `tap${suffix}_changer_type`);
  let kind: Tap['kind'];
  if (!table.has(`tap${suffix}_changer_type`)) {
    kind = table.flag(row, `tap${suffix}_phase_shifter`, false) ? 'phase-shift' : 'ratio';
  } else if (type === '' || type === 'None') {
    return [];
  } else if (type === 'Ratio' || type === 'Symmetrical') {
    kind = 'ratio';
  } else if (type === 'Ideal') {
    kind = 'phase-shift';
  } else {
    table.unsupported(row, `a tap changer of type "${type}" is not supported`);
    return [];
  }
  const stepPercent = table.number(row, `tap${suffix}_step_percent`, 0);
  const stepDeg = table.number(row, `tap${suffix}_step_degree`, 0);
  if (kind === 'phase-shift' && stepPercent !== 0 && stepDeg !== 0) {
    table.wrong(
      row,
      `tap${suffix}_step_degree`,
      stepDeg,
      'nothing beside tap_step_percent for an ideal phase shifter',
    );
  }
  const steps = position - table.number(row, `tap${suffix}_neutral`, 0);
  return [{ side: side === 'hv' ? 'hv' : 'lv', kind, steps, stepPercent, stepDeg }];
}

function refuseTapTable(table: Table, row: number): void {
  if (table.flag(row, 'tap_dependency_table', false) || table.flag(row, 'tap_dependent_impedance', false)) {
    table.unsupported(row, 'values that depend on the tap position by a table are not supported');
  }
}

function positive(table: Table, row: number, column: string): number {
  const value = table.number(row, column);
  if (value <= 0) table.wrong(row, column, value, 'a positive number');
  return value;
}
