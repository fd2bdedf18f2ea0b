/** Units that cost money when they are mixed up. Amounts are integers end to end; conversion happens at the screen only. */
export type Wh = bigint & { readonly unit?: 'Wh' };
export type MicroEur = bigint & { readonly unit?: 'micro-euro' };
export type MicroEurPerKwh = bigint & { readonly unit?: 'micro-euro per kWh' };
/** Start of a delivery interval: Unix seconds, multiple of the interval length. */
export type IntervalStart = number & { readonly unit?: 'interval start, s' };
/** Market time in milliseconds: the time the chain's blocks carry. */
export type MarketMs = number & { readonly unit?: 'market ms' };
