/** What the whole simulated world agrees on: grid, points, scenario, seed. Nothing in it changes while it runs. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { demonstrationNetwork } from '../grid-models/demonstration/demonstration-network.ts';
import { type Scenario, scenario } from '../grid-models/demonstration/scenarios.ts';
import { readNetwork } from '../grid-models/formats/read.ts';
import { connectionPoints } from '../grid-models/network/connection-points.ts';
import type { ConnectionPoint, Network } from '../grid-models/network/network.ts';
import type { Options } from './options.ts';

export interface Setting {
  readonly seed: number;
  readonly network: Network;
  readonly points: readonly ConnectionPoint[];
  readonly scenario: Scenario;
}

/** @throws NetworkFileError when the network file cannot be used; Error when nobody could be connected to it */
export function readSetting(options: Options): Setting {
  const { networkFile, seed } = options;
  const network =
    networkFile === null
      ? demonstrationNetwork(seed)
      : readNetwork(basename(networkFile), readFileSync(networkFile, 'utf8'));
  const points = connectionPoints(network);
  if (points.length < 2)
    throw new Error(`${network.name}: ${points.length} connection points; a market needs two at least`);
  return { seed, network, points, scenario: scenario(network, points, options.scenario, seed) };
}

/** Length of a delivery interval, seconds. */
export const INTERVAL_S = 900;
/** Wh of one kW held for an interval. */
export const WH_PER_KW = 250;
