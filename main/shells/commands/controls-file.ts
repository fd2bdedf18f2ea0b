/**
 * The controls of a grid from a JSON file: its rows name elements by the ids of the network file and are otherwise
 * those of the control's table. Every problem is named at once, with its place; nothing is skipped.
 */
import { z } from 'zod';
import type { GridModel } from '../../../grid-models/network/build.ts';
import type { Network } from '../../../grid-models/network/network.ts';
import type { Control } from '../../../grid-models/power-flow/controls/control.ts';
import type { SteppedColumns } from '../../../grid-models/power-flow/controls/deadband.ts';
import {
  distributedSlack,
  type Participation,
} from '../../../grid-models/power-flow/controls/distributed-slack.ts';
import { reactiveLimits } from '../../../grid-models/power-flow/controls/reactive-limits.ts';
import {
  type SwitchedShunts,
  switchedShunts,
} from '../../../grid-models/power-flow/controls/switched-shunts.ts';
import { type TapChangers, tapChangers } from '../../../grid-models/power-flow/controls/tap-changers.ts';
import {
  type RemoteVoltages,
  remoteVoltageControl,
} from '../../../grid-models/power-flow/controls/voltage-control.ts';
import { InputError } from './exit.ts';

export interface FileControls {
  /** Fast before slow, the order of precedence; the file may give its parts in any. */
  readonly controls: readonly Control[];
  /** What the file says of the equipment, controlled or not; null where it says nothing. */
  readonly taps: TapChangers | null;
  readonly participation: Participation | null;
}

/** @throws InputError that lists every problem with its place in the file */
export function parseControls(file: string, text: string, model: GridModel): FileControls {
  const parsed = controlsSchema(model.network).safeParse(jsonOf(file, text));
  if (!parsed.success)
    throw inputError(
      file,
      parsed.error.issues.map(({ path, message }) => `${z.core.toDotPath(path) || 'file'}: ${message}`),
    );
  const rows = parsed.data;
  const taps = rows.tapChangers ? tapTable(rows.tapChangers) : null;
  const participation = rows.distributedSlack ? participationTable(rows.distributedSlack) : null;
  const controls = [
    participation && distributedSlack(participation),
    rows.reactiveLimits ? reactiveLimits() : null,
    rows.remoteVoltage ? remoteVoltageControl(remoteTable(rows.remoteVoltage)) : null,
    taps && tapChangers(taps),
    rows.switchedShunts ? switchedShunts(shuntTable(rows.switchedShunts)) : null,
  ].filter(control => control !== null);
  const contradictions = controls.flatMap(control => contradictionOf(control, model));
  if (contradictions.length > 0) throw inputError(file, contradictions);
  return { controls, taps, participation };
}

export function jsonOf(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : error;
    throw new InputError(`${file}: not JSON: ${why}`, { cause: error });
  }
}

/** The shape of the file, with the ids of this network turned into rows. */
function controlsSchema({ bus, branch, generator, shunt }: Network) {
  const zBus = rowIn(bus.id);
  const zGenerator = rowIn(generator.id);
  const stepped = {
    bus: zBus,
    vmPuTarget: zPositive,
    vmPuDeadband: zPositive,
    step: zStep,
    stepMin: zStep,
    stepMax: zStep,
  };
  return z.strictObject({
    reactiveLimits: z.boolean({ error: 'is neither true nor false' }).default(false),
    tapChangers: z
      .array(
        z.strictObject({
          branch: rowIn(branch.id),
          ...stepped,
          ratioNeutral: zPositive,
          ratioPerStep: zNumber,
          keepsFromSide: z.boolean({ error: 'is neither true nor false' }),
        }),
      )
      .optional(),
    switchedShunts: z
      .array(
        z.strictObject({
          shunt: rowIn(shunt.id),
          ...stepped,
          pMwPerStep: zNumber.default(0),
          qMvarPerStep: zNumber,
        }),
      )
      .optional(),
    remoteVoltage: z
      .array(
        z.strictObject({
          generator: zGenerator,
          bus: zBus,
          vmPuTarget: zPositive,
          tolerancePu: zPositive,
          vmPuSetMin: zPositive,
          vmPuSetMax: zPositive,
        }),
      )
      .optional(),
    distributedSlack: z
      .array(
        z.strictObject({
          generator: zGenerator,
          factor: zPositive,
          pMwMin: zNumber.default(Number.NaN),
          pMwMax: zNumber.default(Number.NaN),
        }),
      )
      .optional(),
  });
}

export function rowIn(ids: readonly string[]) {
  const rows = new Map(ids.map((id, row) => [id, row]));
  return z.union([z.string(), z.number()], { error: 'is no id' }).transform((id, context) => {
    const row = rows.get(`${id}`);
    if (row !== undefined) return row;
    context.addIssue(`${id} is not in the network`);
    return z.NEVER;
  });
}

type Rows = z.infer<ReturnType<typeof controlsSchema>>;
type RowsOf<Part extends keyof Rows> = Extract<Rows[Part], readonly unknown[]>;
type SteppedRow = { readonly [column in Exclude<keyof SteppedColumns, 'count'>]: number };

function tapTable(rows: RowsOf<'tapChangers'>): TapChangers {
  return {
    ...steppedColumns(rows),
    branch: Int32Array.from(rows, row => row.branch),
    ratioNeutral: Float64Array.from(rows, row => row.ratioNeutral),
    ratioPerStep: Float64Array.from(rows, row => row.ratioPerStep),
    keepsFromSide: Uint8Array.from(rows, row => (row.keepsFromSide ? 1 : 0)),
  };
}

function shuntTable(rows: RowsOf<'switchedShunts'>): SwitchedShunts {
  return {
    ...steppedColumns(rows),
    shunt: Int32Array.from(rows, row => row.shunt),
    pMwPerStep: Float64Array.from(rows, row => row.pMwPerStep),
    qMvarPerStep: Float64Array.from(rows, row => row.qMvarPerStep),
  };
}

function steppedColumns(rows: readonly SteppedRow[]): SteppedColumns {
  return {
    count: rows.length,
    bus: Int32Array.from(rows, row => row.bus),
    vmPuTarget: Float64Array.from(rows, row => row.vmPuTarget),
    vmPuDeadband: Float64Array.from(rows, row => row.vmPuDeadband),
    step: Int32Array.from(rows, row => row.step),
    stepMin: Int32Array.from(rows, row => row.stepMin),
    stepMax: Int32Array.from(rows, row => row.stepMax),
  };
}

function remoteTable(rows: RowsOf<'remoteVoltage'>): RemoteVoltages {
  return {
    count: rows.length,
    generator: Int32Array.from(rows, row => row.generator),
    bus: Int32Array.from(rows, row => row.bus),
    vmPuTarget: Float64Array.from(rows, row => row.vmPuTarget),
    tolerancePu: Float64Array.from(rows, row => row.tolerancePu),
    vmPuSetMin: Float64Array.from(rows, row => row.vmPuSetMin),
    vmPuSetMax: Float64Array.from(rows, row => row.vmPuSetMax),
  };
}

function participationTable(rows: RowsOf<'distributedSlack'>): Participation {
  return {
    count: rows.length,
    generator: Int32Array.from(rows, row => row.generator),
    factor: Float64Array.from(rows, row => row.factor),
    pMwMin: Float64Array.from(rows, row => row.pMwMin),
    pMwMax: Float64Array.from(rows, row => row.pMwMax),
  };
}

/** What a control finds wrong between its table and the network before it moves anything. */
function contradictionOf(control: Control, model: GridModel): string[] {
  try {
    control.begin(model);
    return [];
  } catch (error) {
    if (error instanceof RangeError) return [error.message];
    throw error;
  }
}

export function inputError(file: string, problems: readonly string[]): InputError {
  const rest = problems.length > PROBLEMS_SHOWN ? [`… and ${problems.length - PROBLEMS_SHOWN} more`] : [];
  const count = `${problems.length} problem${problems.length === 1 ? '' : 's'}`;
  return new InputError([`${file}: ${count}`, ...problems.slice(0, PROBLEMS_SHOWN), ...rest].join('\n  '));
}

const PROBLEMS_SHOWN = 20;

export const zNumber = z.number({ error: 'is not a number' });
export const zPositive = zNumber.positive('must be above 0');
const zStep = zNumber.refine(step => step === step << 0, 'must be a whole step');
