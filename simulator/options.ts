/** The command line of the simulated world. */
import { parseArgs } from 'node:util';
import { SCENARIO_NAMES, type ScenarioName } from '../grid-models/demonstration/scenarios.ts';

export interface Options {
  readonly seed: number;
  readonly scenario: ScenarioName;
  /** A pandapower network file; null: the demonstration town. */
  readonly networkFile: string | null;
  /** Null with --roster-only: print who takes part and end. */
  readonly run: RunOptions | null;
}

export interface RunOptions {
  readonly rpcUrl: string;
  readonly deploymentFile: string;
  readonly telemetryToken: string;
  /** Market seconds per real second between blocks. */
  readonly speed: number;
}

export class UsageError extends Error {
  constructor(problem: string) {
    super(`${problem}\n${USAGE}`);
    this.name = 'UsageError';
  }
}

/** @throws UsageError naming the option */
export function readOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Options {
  const { values } = parsed(args);
  const scenario = values.scenario ?? 'evening-peak';
  if (!(SCENARIO_NAMES as readonly string[]).includes(scenario))
    throw new UsageError(`--scenario ${scenario}: known are ${SCENARIO_NAMES.join(', ')}`);
  const common = {
    seed: integer('--seed', values.seed ?? '1'),
    scenario: scenario as ScenarioName,
    networkFile: values.network ?? null,
  };
  if (values['roster-only']) return { ...common, run: null };
  const speed = Number(values.speed ?? '60');
  if (!(speed > 0 && speed <= SPEED_MAX))
    throw new UsageError(`--speed must be above 0 and at most ${SPEED_MAX}`);
  return {
    ...common,
    run: {
      rpcUrl: required('--rpc', values.rpc),
      deploymentFile: required('--deployment', values.deployment),
      telemetryToken: required('INTERLOCK_TELEMETRY_TOKEN (environment)', env['INTERLOCK_TELEMETRY_TOKEN']),
      speed,
    },
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        rpc: { type: 'string' },
        deployment: { type: 'string' },
        seed: { type: 'string' },
        speed: { type: 'string' },
        scenario: { type: 'string' },
        network: { type: 'string' },
        'roster-only': { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function required(name: string, value: string | undefined): string {
  if (value === undefined || value === '') throw new UsageError(`${name} is missing`);
  return value;
}

function integer(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new UsageError(`${name} ${text}: must be an integer`);
  return value;
}

/** Beyond, an interval lasts less than a block. */
const SPEED_MAX = 600;
const USAGE = `usage: INTERLOCK_TELEMETRY_TOKEN=… node simulator/world.ts --rpc URL --deployment FILE
         [--seed N] [--speed N] [--scenario ${SCENARIO_NAMES.join('|')}] [--network FILE]
       node simulator/world.ts --roster-only [--seed N] [--scenario NAME] [--network FILE]`;
