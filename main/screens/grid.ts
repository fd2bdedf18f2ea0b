/** Diagram and map: topology once, values per instant, one element's story. */
import type { z } from 'zod';
import { reliefMin } from '../../preload/contract/flexibility.ts';
import type { zElement, zGridState } from '../../preload/contract/grid.ts';
import type { Quality } from '../records/telemetry.ts';
import type { Implementation } from '../shells/implementation.ts';
import { worstQuality } from '../telemetry/quality.ts';
import { push } from './push.ts';
import type { Services } from './services.ts';
import { branchSegment, topologyOf } from './topology.ts';

type GridState = z.input<typeof zGridState>;
type Element = z.input<typeof zElement>;
type Instant = GridState['instant'];

/** Time slider: a day back and a day ahead. */
const SLIDER_PAST = 96;
const SLIDER_COMING = 96;
const TRADES_LISTED = 8;
const FORECAST_SHOWN = 48;

export function gridScreen(services: Services): Implementation['grid'] {
  const { network, points, outlook, telemetry, market } = services;
  let topology: ReturnType<typeof topologyOf> | undefined;
  return {
    topology: () => {
      topology ??= topologyOf(network, points);
      return topology;
    },
    state: ({ instant }, signal) =>
      push({
        read: () => gridState(services, instant),
        wake:
          instant === 'now'
            ? [h => outlook.onChange(h), h => telemetry.onChange(h)]
            : [h => outlook.onChange(h)],
        signal,
        everyMs: 1000,
      }),
    contractFlows: ({ interval, most }) => ({ interval, flows: market.contractFlows(interval, most) }),
    element: ({ id, instant }) => element(services, id, instant),
    horizon: (_input, signal) =>
      push({ read: () => horizon(services), wake: [h => outlook.onChange(h)], signal, everyMs: 1000 }),
  };
}

async function gridState(services: Services, instant: Instant): Promise<GridState> {
  const { outlook, solver, clock, network } = services;
  const running = outlook.running();
  const interval = instant === 'now' ? running : instant.interval;
  const values = interval < running ? pastValues(services, interval) : await solver.values(interval);
  const nothing = (n: number) => new Float32Array(n).fill(Number.NaN);
  if (!values?.solved) {
    return {
      instant,
      atMs: instant === 'now' ? clock.nowMs() : interval * 1000,
      source: 'none',
      quality: 'bad',
      missing: values?.missing ?? 'No picture of this interval was kept.',
      vmPu: nothing(network.bus.count),
      loadingPercent: nothing(network.branch.count),
      pFromMw: nothing(network.branch.count),
      ageS: 0,
    };
  }
  const vmPu = Float32Array.from(values.vmPu);
  const loadingPercent = Float32Array.from(values.loadingPercent);
  const pFromMw = Float32Array.from(values.pFromMw);
  if (instant !== 'now')
    return {
      instant,
      atMs: interval * 1000,
      source: 'calculated',
      quality: 'good',
      missing: null,
      vmPu,
      loadingPercent,
      pFromMw,
      ageS: 0,
    };
  return {
    instant,
    atMs: clock.nowMs(),
    missing: null,
    ...overlaid(services, { vmPu, loadingPercent, pFromMw }),
  };
}

/** Now: measured where there is a measurement, calculated from the schedule elsewhere; as good as the worst measurement used. */
function overlaid(
  { network, telemetry }: Services,
  values: { vmPu: Float32Array; loadingPercent: Float32Array; pFromMw: Float32Array },
) {
  const vmPu = Float32Array.from(values.vmPu);
  const loadingPercent = Float32Array.from(values.loadingPercent);
  const pFromMw = Float32Array.from(values.pFromMw);
  const qualities: Quality[] = [];
  const over = (target: Float32Array, row: number, signal: string) => {
    const measured = telemetry.measured(signal);
    if (!measured || measured.quality === 'bad') return;
    target[row] = measured.value;
    qualities.push(measured.quality);
  };
  for (const [row, id] of network.bus.id.entries()) over(vmPu, row, `bus:${id}:vmPu`);
  network.branch.id.forEach((id, row) => {
    over(loadingPercent, row, `branch:${id}:loadingPercent`);
    over(pFromMw, row, `branch:${id}:pFromMw`);
  });
  const status = telemetry.status();
  return {
    source: qualities.length > 0 ? ('measured' as const) : ('calculated' as const),
    quality: status.state === 'live' ? worstQuality(qualities) : ('stale' as const),
    vmPu,
    loadingPercent,
    pFromMw,
    ageS: status.ageS ?? 0,
  };
}

/** As it was kept when the interval ended: buses, then loadings, then flows, in the order of the network. */
function pastValues({ store, network }: Services, interval: number) {
  const frame = store.frame('solved', interval * 1000);
  if (!frame || frame.atMs !== interval * 1000) return null;
  const [buses, branches] = [network.bus.count, network.branch.count];
  return {
    solved: true,
    missing: null,
    vmPu: frame.values.slice(0, buses),
    loadingPercent: frame.values.slice(buses, buses + branches),
    pFromMw: frame.values.slice(buses + branches, buses + 2 * branches),
  };
}

function horizon({ outlook, clock, times }: Services) {
  const running = outlook.running();
  const nowMs = clock.nowMs();
  return {
    nowMs,
    intervals: Array.from({ length: SLIDER_PAST + SLIDER_COMING }, (_, k) => {
      const interval = running + (k - SLIDER_PAST) * times.intervalSeconds;
      const worst = outlook.summary(interval)?.worstLoading ?? null;
      return {
        interval,
        worstLoadingPercent: worst?.percent ?? null,
        element: worst?.element ?? null,
        gateClosed: (interval - times.gateLeadSeconds) * 1000 <= nowMs,
      };
    }),
  };
}

async function element(services: Services, id: string, instant: Instant): Promise<Element> {
  const { network } = services;
  const branch = network.branch.id.indexOf(id);
  if (branch >= 0) return branchElement(services, branch, instant);
  const bus = network.bus.id.indexOf(id);
  if (bus >= 0) return busElement(services, bus, instant);
  throw new Error(`There is no bus or branch ${id} in ${network.name}.`);
}

async function branchElement(services: Services, row: number, instant: Instant): Promise<Element> {
  const { network, times, outlook } = services;
  const { branch, bus } = network;
  const id = branch.id[row] ?? '';
  const state = await gridState(services, instant);
  const kind = (['line', 'transformer', 'impedance'] as const)[branch.kind[row] ?? 0] ?? 'line';
  const limit = branch.loadingPercentMax[row] ?? Number.NaN;
  const hasRating =
    !Number.isNaN(branch.ratingFromKa[row] ?? Number.NaN) ||
    !Number.isNaN(branch.ratingMva[row] ?? Number.NaN);
  const name = (end: Int32Array) => bus.name[end[row] ?? 0] || (bus.id[end[row] ?? 0] ?? '');
  const rating = branch.ratingFromKa[row] ?? Number.NaN;
  return {
    id,
    kind,
    name: branch.name[row] || id,
    segment: branchSegment(network, row),
    facts: [
      { label: 'From', value: name(branch.from) },
      { label: 'To', value: name(branch.to) },
      ...(Number.isFinite(branch.lengthKm[row] ?? Number.NaN) && (branch.lengthKm[row] ?? 0) > 0
        ? [{ label: 'Length', value: `${(branch.lengthKm[row] ?? 0).toFixed(3)} km` }]
        : []),
      ...(Number.isFinite(rating)
        ? [{ label: 'Rating at the from end', value: `${(rating * 1000).toFixed(0)} A` }]
        : []),
      ...(Number.isFinite(branch.ratingMva[row] ?? Number.NaN)
        ? [{ label: 'Rating', value: `${branch.ratingMva[row]?.toFixed(2)} MVA` }]
        : []),
    ],
    limits: [
      {
        limit: kind === 'transformer' ? 'transformer-loading' : 'line-loading',
        value: hasRating && Number.isFinite(limit) ? limit : null,
        unit: '%',
      },
    ],
    now: [
      shown(services, 'Loading', `branch:${id}:loadingPercent`, state.loadingPercent[row], '%', instant),
      shown(
        services,
        'Active power at the from end',
        `branch:${id}:pFromMw`,
        state.pFromMw[row],
        'MW',
        instant,
      ),
      ...(instant === 'now'
        ? [
            shown(
              services,
              'Reactive power at the from end',
              `branch:${id}:qFromMvar`,
              undefined,
              'Mvar',
              instant,
            ),
          ]
        : []),
    ],
    forecast: await forecast(services, values => values.loadingPercent[row]),
    trades: await loadingTrades(
      services,
      id,
      instant === 'now' ? outlook.running() + times.intervalSeconds : instant.interval,
      '%',
    ),
  };
}

async function busElement(services: Services, row: number, instant: Instant): Promise<Element> {
  const { network, points, times, outlook } = services;
  const { bus } = network;
  const id = bus.id[row] ?? '';
  const state = await gridState(services, instant);
  const known = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value);
  const here = points.filter(point => point.bus === row);
  return {
    id,
    kind: 'bus',
    name: bus.name[row] || id,
    segment: bus.segment[row] ?? '',
    facts: [
      { label: 'Nominal voltage', value: `${bus.vnKv[row]} kV` },
      ...here.slice(0, 6).map(point => ({
        label: point.id,
        value: `${point.name ? `${point.name}: ` : ''}${point.equipment.map(e => `${e.kind} ${e.ratedKw.toFixed(1)} kW`).join(', ')}`,
      })),
      ...(here.length > 6 ? [{ label: 'More points', value: String(here.length - 6) }] : []),
    ],
    limits: [
      { limit: 'voltage-low', value: known(bus.vmPuMin[row]), unit: 'p.u.' },
      { limit: 'voltage-high', value: known(bus.vmPuMax[row]), unit: 'p.u.' },
    ],
    now: [shown(services, 'Voltage', `bus:${id}:vmPu`, state.vmPu[row], 'p.u.', instant)],
    forecast: await forecast(services, values => values.vmPu[row]),
    trades: await loadingTrades(
      services,
      id,
      instant === 'now' ? outlook.running() + times.intervalSeconds : instant.interval,
      'p.u.',
    ),
  };
}

/** A measured value with its age and quality where there is one, else the calculated one, said to be so. */
function shown(
  { telemetry, clock, speed }: Services,
  label: string,
  signal: string,
  calculated: number | undefined,
  unit: string,
  instant: Instant,
): Element['now'][number] {
  const measured = instant === 'now' ? telemetry.measured(signal) : null;
  if (measured) {
    return {
      label,
      value: measured.value,
      unit,
      quality: measured.quality,
      ageS: Math.max(0, (clock.nowMs() - measured.atMs) / 1000 / speed),
      source: measured.source,
    };
  }
  const value = calculated === undefined || Number.isNaN(calculated) ? null : calculated;
  return {
    label,
    value,
    unit,
    quality: value === null ? 'bad' : 'good',
    ageS: null,
    source: value === null ? 'none' : 'calculated',
  };
}

async function forecast(
  { outlook, solver, times, market }: Services,
  pick: (values: { vmPu: Float32Array; loadingPercent: Float32Array }) => number | undefined,
): Promise<Element['forecast']> {
  const intervals = Array.from(
    { length: FORECAST_SHOWN },
    (_, k) => outlook.running() + k * times.intervalSeconds,
  ).filter(i => market.injection(i) !== null);
  return Promise.all(
    intervals.map(async interval => {
      const values = await solver.values(interval);
      const value = values.solved ? pick(values) : undefined;
      return { interval, value: value === undefined || Number.isNaN(value) ? null : value };
    }),
  );
}

/** Trades of the interval that load the element by what one can see, the largest burden first. */
async function loadingTrades(
  { solver, market, times }: Services,
  id: string,
  interval: number,
  unit: string,
): Promise<Element['trades']> {
  const slopes = await solver.slopes(interval, id);
  if (!slopes) return [];
  const hours = times.intervalSeconds / 3600;
  const burden = slopes.limit === 'voltage-low' ? -1 : 1;
  return market
    .tradesOf(interval)
    .filter(entry => entry.own === null || entry.own.energySafeWh > 0n)
    .map(({ trade, own }) => {
      const kw = Number(own?.energySafeWh ?? trade.energyWh) / 1000 / hours;
      const effect =
        kw * ((slopes.perKw.get(trade.sellerPoint) ?? 0) - (slopes.perKw.get(trade.buyerPoint) ?? 0));
      const { id, sellerPoint, buyerPoint } = trade;
      const [sellerPlace, buyerPlace] = [market.placeBeyond(sellerPoint), market.placeBeyond(buyerPoint)];
      return { id, sellerPoint, buyerPoint, sellerPlace, buyerPlace, kw, effect, unit };
    })
    .filter(({ effect }) => burden * effect >= reliefMin(unit))
    .sort((a, b) => burden * (b.effect - a.effect) || (a.id < b.id ? -1 : 1))
    .slice(0, TRADES_LISTED);
}
