/** What the console is started with: command line and environment, checked once. */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';

export interface ConsoleConfiguration {
  readonly dataFolder: string;
  /** null: the demonstration grid of the seed. */
  readonly networkFile: string | null;
  readonly scenario: ScenarioName;
  /** Market seconds per real second. */
  readonly speed: number;
  readonly seed: number;
  /** Begin a new market; the old one is kept beside it under a dated name. */
  readonly fresh: boolean;
}

export const SCENARIOS = ['evening-peak', 'calm-day'] as const;
export type ScenarioName = (typeof SCENARIOS)[number];

/** The options that every shell understands, on a commander command. */
export function withConsoleOptions(command: Command): Command {
  return command
    .option(
      '--network <file>',
      'MATPOWER .m or pandapower .json; default: a demonstration grid made from the seed',
    )
    .option(
      '--scenario <name>',
      `what the simulated day brings: ${SCENARIOS.join(', ')}`,
      scenario,
      'evening-peak',
    )
    .option('--speed <factor>', 'market seconds per real second, 1 to 600', number('speed', 1, 600), 60)
    .option(
      '--seed <number>',
      'seed of the demonstration grid and of all simulated participants',
      number('seed', 0, 2 ** 31 - 1),
      1,
    )
    .option('--fresh', 'begin a new market; the old one is kept under a dated name', false);
}

/** @throws commander's error for an unknown option or a value out of range. */
export function configurationFrom(
  args: readonly string[],
  env: Record<string, string | undefined>,
): ConsoleConfiguration {
  const command = withConsoleOptions(new Command())
    .exitOverride()
    .allowExcessArguments(false)
    .allowUnknownOption(false);
  command.parse(args, { from: 'user' });
  return configurationOf(command.opts<ParsedOptions>(), env);
}

export interface ParsedOptions {
  readonly network?: string;
  readonly scenario: ScenarioName;
  readonly speed: number;
  readonly seed: number;
  readonly fresh: boolean;
}

export function configurationOf(
  options: ParsedOptions,
  env: Record<string, string | undefined>,
): ConsoleConfiguration {
  return {
    dataFolder: dataFolder(env),
    networkFile: options.network === undefined ? null : resolve(options.network),
    scenario: options.scenario,
    speed: options.speed,
    seed: options.seed,
    fresh: options.fresh,
  };
}

/** INTERLOCK_HOME, or the platform's own place for an application's data. */
export function dataFolder(
  env: Record<string, string | undefined>,
  platform: NodeJS.Platform = process.platform,
): string {
  const chosen = env['INTERLOCK_HOME'];
  if (chosen) return resolve(chosen);
  if (platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Interlock');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Interlock');
  return join(env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'interlock');
}

function scenario(text: string): ScenarioName {
  const found = SCENARIOS.find(name => name === text);
  if (!found) throw new InvalidArgumentError(`Known scenarios: ${SCENARIOS.join(', ')}.`);
  return found;
}

export function number(name: string, min: number, max: number): (text: string) => number {
  return text => {
    const value = Number(text);
    if (text.trim() === '' || !Number.isFinite(value) || value < min || value > max) {
      throw new InvalidArgumentError(`${name} is a number from ${min} to ${max}.`);
    }
    return value;
  };
}
