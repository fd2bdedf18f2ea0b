/**
 * Cables and transformers of the demonstration network, as published.
 *
 * Source: pandapower's basic standard types (pandapower 3.x, `create_std_types`; manufacturer data and Oswald,
 * "380-kV-Salzburgleitung", for cables), except NAYY 4x240: SimBench line type "NAYY 4x240SE 0.6/1kV"
 * (Meinecke et al. 2020), with the capacitance of NAYY 4x185.
 */
export interface CableType {
  readonly name: string;
  readonly rOhmPerKm: number;
  readonly xOhmPerKm: number;
  readonly cNfPerKm: number;
  /** Continuous current, kA. */
  readonly ratingKa: number;
}

export interface TransformerType {
  readonly name: string;
  readonly ratingMva: number;
  readonly hvKv: number;
  readonly lvKv: number;
  /** Short-circuit voltage and its real part, percent of the rating. */
  readonly vkPercent: number;
  readonly vkrPercent: number;
  /** No-load losses, kW, and no-load current, percent. */
  readonly pFeKw: number;
  readonly i0Percent: number;
  /** Vector group Dyn5 or YNd5: the low-voltage side lags by this angle, degrees. */
  readonly shiftDeg: number;
}

export const CABLE = {
  na2xs2y240: {
    name: 'NA2XS2Y 1x240 RM/25 12/20 kV',
    rOhmPerKm: 0.122,
    xOhmPerKm: 0.112,
    cNfPerKm: 304,
    ratingKa: 0.421,
  },
  na2xs2y150: {
    name: 'NA2XS2Y 1x150 RM/25 12/20 kV',
    rOhmPerKm: 0.206,
    xOhmPerKm: 0.116,
    cNfPerKm: 250,
    ratingKa: 0.319,
  },
  nayy240: { name: 'NAYY 4x240 SE', rOhmPerKm: 0.1267, xOhmPerKm: 0.0798, cNfPerKm: 261, ratingKa: 0.357 },
  nayy150: { name: 'NAYY 4x150 SE', rOhmPerKm: 0.208, xOhmPerKm: 0.08, cNfPerKm: 261, ratingKa: 0.27 },
} as const satisfies Record<string, CableType>;

export const TRANSFORMER = {
  station40: {
    name: '40 MVA 110/20 kV',
    ratingMva: 40,
    hvKv: 110,
    lvKv: 20,
    vkPercent: 11.2,
    vkrPercent: 0.302,
    pFeKw: 31,
    i0Percent: 0.08,
    shiftDeg: 150,
  },
  local250: {
    name: '0.25 MVA 20/0.4 kV',
    ratingMva: 0.25,
    hvKv: 20,
    lvKv: 0.4,
    vkPercent: 6,
    vkrPercent: 1.44,
    pFeKw: 0.8,
    i0Percent: 0.32,
    shiftDeg: 150,
  },
  local400: {
    name: '0.4 MVA 20/0.4 kV',
    ratingMva: 0.4,
    hvKv: 20,
    lvKv: 0.4,
    vkPercent: 6,
    vkrPercent: 1.425,
    pFeKw: 1.35,
    i0Percent: 0.3375,
    shiftDeg: 150,
  },
  local630: {
    name: '0.63 MVA 20/0.4 kV',
    ratingMva: 0.63,
    hvKv: 20,
    lvKv: 0.4,
    vkPercent: 6,
    vkrPercent: 1.206,
    pFeKw: 1.65,
    i0Percent: 0.2619,
    shiftDeg: 150,
  },
} as const satisfies Record<string, TransformerType>;
