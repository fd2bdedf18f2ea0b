/** What the diagram and the map draw: topology once, then values per instant as arrays in the order of the topology. */
import { z } from 'zod';
import { zFloats, zInstant, zInterval, zLimitKind, zMs, zNothing, zQuality, zTradeKind } from './common.ts';
import { query, stream } from './procedure.ts';

export const zBus = z.object({
  id: z.string(),
  name: z.string(),
  vnKv: z.number(),
  segment: z.string(),
  /** Single-line position in drawing units, and place in metres east/north of the centre (null where unknown). */
  x: z.number(),
  y: z.number(),
  eastM: z.number().nullable(),
  northM: z.number().nullable(),
  /** 0 station, 1 medium voltage, 2 low voltage: at which zoom it appears. */
  level: z.number().int(),
  points: z.array(z.string()),
  /** Permitted voltage, p.u.; null where the network gives none. */
  vmPuMin: z.number().nullable(),
  vmPuMax: z.number().nullable(),
});

export const zBranch = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['line', 'transformer', 'impedance']),
  from: z.number().int(),
  to: z.number().int(),
  segment: z.string(),
  level: z.number().int(),
  /** Open at an end or out of service: drawn open, carries nothing. */
  open: z.boolean(),
  /** Way in the single-line diagram and on the map, x0,y0,x1,y1,…; map is empty where unknown. */
  path: zFloats,
  route: zFloats,
});

export const zTopology = z.object({
  network: z.string(),
  coordinates: z.enum(['wgs84', 'drawing', 'none']),
  buses: z.array(zBus),
  branches: z.array(zBranch),
  /** Thick bars: x0, y0, x1, y1 per busbar, and the bus each belongs to. */
  busbars: z.array(z.object({ bus: z.number().int(), x0: z.number(), x1: z.number(), y: z.number() })),
  couplers: z.array(
    z.object({ id: z.string(), from: z.number().int(), to: z.number().int(), closed: z.boolean() }),
  ),
  segments: z.array(z.string()),
});
export type Topology = z.output<typeof zTopology>;

/** Values of one instant, per row of the topology; NaN where there is none. */
export const zGridState = z.object({
  instant: zInstant,
  atMs: zMs,
  /** now: measured, completed by calculation; schedule: calculated from forecasts and accepted trades. */
  source: z.enum(['measured', 'calculated', 'none']),
  quality: zQuality,
  /** In words when there are no values (no convergence, no data). */
  missing: z.string().nullable(),
  vmPu: zFloats,
  loadingPercent: zFloats,
  pFromMw: zFloats,
  /** Age of the oldest measured value used, seconds. */
  ageS: z.number(),
});
export type GridState = z.output<typeof zGridState>;

/** Contract flows of an interval: pairs of buses with the accepted and pending energy between them as power. */
export const zContractFlows = z.object({
  interval: zInterval,
  flows: z.array(
    z.object({
      fromBus: z.number().int(),
      toBus: z.number().int(),
      kw: z.number(),
      trades: z.number().int(),
      kind: zTradeKind,
    }),
  ),
});

export const zElement = z.object({
  id: z.string(),
  kind: z.enum(['bus', 'line', 'transformer', 'impedance']),
  name: z.string(),
  segment: z.string(),
  facts: z.array(z.object({ label: z.string(), value: z.string() })),
  limits: z.array(z.object({ limit: zLimitKind, value: z.number().nullable(), unit: z.string() })),
  now: z.array(
    z.object({
      label: z.string(),
      value: z.number().nullable(),
      unit: z.string(),
      quality: zQuality,
      ageS: z.number().nullable(),
      source: z.enum(['measured', 'calculated', 'estimated', 'substituted', 'none']),
    }),
  ),
  /** Loading (branches, %) or voltage (buses, p.u.) by interval, from the schedule. */
  forecast: z.array(z.object({ interval: zInterval, value: z.number().nullable() })),
  /** Trades that load it most in the instant's interval, worst first. */
  trades: z.array(
    z.object({
      id: z.string(),
      sellerPoint: z.string(),
      buyerPoint: z.string(),
      /** Area and operator of an end that is not in this network; null: it is. */
      sellerPlace: z.string().nullable(),
      buyerPlace: z.string().nullable(),
      kw: z.number(),
      effect: z.number(),
      unit: z.string(),
    }),
  ),
});
export type Element = z.output<typeof zElement>;

export const grid = {
  topology: query(zNothing, zTopology),
  state: stream(z.object({ instant: zInstant }), zGridState),
  contractFlows: query(z.object({ interval: zInterval, most: z.number().int().max(1000) }), zContractFlows),
  element: query(z.object({ id: z.string(), instant: zInstant }), zElement),
  /** For the time slider: worst loading per interval around now (24 h past to 24 h ahead). */
  horizon: stream(
    zNothing,
    z.object({
      nowMs: zMs,
      intervals: z.array(
        z.object({
          interval: zInterval,
          worstLoadingPercent: z.number().nullable(),
          element: z.string().nullable(),
          gateClosed: z.boolean(),
        }),
      ),
    }),
  ),
};
