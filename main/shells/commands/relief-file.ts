/**
 * Offers of flexibility, and plants that may be curtailed, from JSON files: rows name buses by the ids of the network file and
 * intervals by their start. Every problem is named at once, with its place; nothing is skipped. What is well said but cannot be used
 * (offers.ts) is no problem of the file: the answer names it.
 */
import { z } from 'zod';
import type { Network } from '../../../grid-models/network/network.ts';
import { LEGAL_ORDER } from '../../../grid-models/redispatch/curtailment.ts';
import type { CurtailablePlant } from '../../../grid-models/redispatch/legal-curtailment.ts';
import type { BlockOffer } from '../../../grid-models/redispatch/offers.ts';
import { DEMONSTRATION_TARIFF } from '../../../grid-models/tariff/demonstration-tariff.ts';
import { inputError, jsonOf, rowIn, zNumber, zPositive } from './controls-file.ts';

export interface OffersFile {
  /** Length of each interval. */
  readonly hours: number;
  /** Consecutive; at least one. */
  readonly intervals: readonly FileInterval[];
  readonly offers: readonly BlockOffer[];
  readonly tariff: ReliefTariff;
}

export interface FileInterval {
  /** '' where the file names none. */
  readonly start: string;
  /** Of the network file's loads and generators. */
  readonly loadScale: number;
  readonly generationScale: number;
}

/** Prices beside those that the relief makes. */
export interface ReliefTariff {
  readonly name: string;
  readonly validFrom: string;
  readonly source: string;
  readonly energyMicroEurPerKwh: number;
  readonly fixedMicroEurPerKwh: number;
  readonly capMicroEurPerKwh: number;
  /** What a violation that no offer relieves counts for when relief is shared; null: far above every offer. */
  readonly violationEurPerPercentHour: number | null;
}

/** @throws InputError that lists every problem with its place in the file */
export function parseOffers(file: string, text: string, network: Network): OffersFile {
  const rows = parsed(file, text, offersSchema(network));
  const starts = rows.intervals.map(({ start }) => start);
  const problems = [
    ...repeated('intervals', 'start', starts),
    ...repeated(
      'offers',
      'id',
      rows.offers.map(({ id }) => id),
    ),
  ];
  const offers = rows.offers.map(({ interval, rebound, ...offer }, n): BlockOffer => {
    const period = intervalRow(starts, interval, `offers[${n}].interval`, problems);
    return {
      ...offer,
      period,
      rebound: rebound.map(({ afterIntervals, share }) => ({ afterPeriods: afterIntervals, share })),
    };
  });
  if (problems.length > 0) throw inputError(file, problems);
  return { ...rows, offers };
}

/** @throws InputError that lists every problem with its place in the file */
export function parsePlants(
  file: string,
  text: string,
  network: Network,
  intervals: readonly FileInterval[],
): CurtailablePlant[] {
  const { plants } = parsed(file, text, plantsSchema(network));
  const starts = intervals.map(({ start }) => start);
  const problems = repeated(
    'plants',
    'id',
    plants.map(({ id }) => id),
  );
  const placed = plants.map(({ interval, ...plant }, n): CurtailablePlant => {
    const period = intervalRow(starts, interval, `plants[${n}].interval`, problems);
    return { ...plant, period, direction: plant.rank === 'load' ? 'up' : 'down' };
  });
  if (problems.length > 0) throw inputError(file, problems);
  return placed;
}

/** Row of an interval by its start; what is wrong with it is added to the problems, with the place. */
export function intervalRow(
  starts: readonly string[],
  start: string,
  where: string,
  problems: string[],
): number {
  const row = starts.indexOf(start);
  if (row < 0)
    problems.push(
      start === ''
        ? `${where}: is not given, the offers name ${starts.join(', ')}`
        : `${where}: ${start} is none of the intervals of the offers`,
    );
  return row;
}

function parsed<T>(file: string, text: string, schema: z.ZodType<T>): T {
  const answer = schema.safeParse(jsonOf(file, text));
  if (answer.success) return answer.data;
  throw inputError(
    file,
    answer.error.issues.map(({ path, message }) => `${z.core.toDotPath(path) || 'file'}: ${message}`),
  );
}

function offersSchema({ bus }: Network) {
  return z.strictObject({
    hours: zPositive.default(HOURS),
    intervals: z
      .array(z.strictObject({ start: zId, loadScale: zScale, generationScale: zScale }))
      .min(1, 'names no interval')
      .default([{ start: '', loadScale: 1, generationScale: 1 }]),
    offers: z.array(
      z.strictObject({
        id: zId,
        bus: rowIn(bus.id),
        interval: zId.default(''),
        direction: z.enum(['up', 'down'], { error: 'is neither up nor down' }),
        blocks: z
          .array(z.strictObject({ kw: zPositive, eurPerKwh: zNumber }))
          .min(1, 'has no price step')
          .max(BLOCKS_MAX, `has more than ${BLOCKS_MAX} price steps`),
        kwMin: zNotNegative.default(0),
        rebound: z.array(z.strictObject({ afterIntervals: zLater, share: zNumber })).default([]),
      }),
    ),
    tariff: z
      .strictObject({
        name: z.string({ error: 'is no text' }),
        validFrom: z.string({ error: 'is no text' }),
        source: z.string({ error: 'is no text' }),
        energyMicroEurPerKwh: zWhole,
        fixedMicroEurPerKwh: zWhole,
        capMicroEurPerKwh: zWhole,
        violationEurPerPercentHour: zPositive.nullable().default(null),
      })
      .default(demonstrationTariff()),
  });
}

function plantsSchema({ bus }: Network) {
  return z.strictObject({
    plants: z.array(
      z.strictObject({
        id: zId,
        rank: z.enum(LEGAL_ORDER, { error: `is none of ${LEGAL_ORDER.join(', ')}` }),
        bus: rowIn(bus.id),
        interval: zId.default(''),
        kwMax: zPositive,
      }),
    ),
  });
}

function demonstrationTariff(): ReliefTariff {
  const { name, validFrom, source, energyMicroEurPerKwh, fixedMicroEurPerKwh, capMicroEurPerKwh } =
    DEMONSTRATION_TARIFF;
  return {
    name,
    validFrom,
    source,
    energyMicroEurPerKwh,
    fixedMicroEurPerKwh,
    capMicroEurPerKwh,
    violationEurPerPercentHour: null,
  };
}

function repeated(list: string, column: string, values: readonly string[]): string[] {
  const first = new Map<string, number>();
  return values.flatMap((value, n) => {
    const before = first.get(value);
    if (before !== undefined)
      return [`${list}[${n}].${column}: ${value} stands in ${list}[${before}] already`];
    first.set(value, n);
    return [];
  });
}

/** A quarter of an hour, as in `check`. */
const HOURS = 0.25;
/** Each step that is cheaper than one before it is a yes or no of the programme. */
const BLOCKS_MAX = 100;

const zId = z.union([z.string().min(1), z.number()], { error: 'is no id' }).transform(String);
const zNotNegative = zNumber.nonnegative('must not be below 0');
const zScale = zNotNegative.default(1);
const zLater = zNumber.int('must be a whole number').positive('must be above 0');
const zWhole = zNumber.int('must be whole micro-euro').nonnegative('must not be below 0');
