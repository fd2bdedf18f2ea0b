/** Settings for tests: the demonstration town, and networks from a file whose customers own nothing but what they consume. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ScenarioName } from '../../grid-models/demonstration/scenarios.ts';
import { readSetting, type Setting } from '../setting.ts';

export function town(seed = 1, scenario: ScenarioName = 'evening-peak'): Setting {
  return readSetting({ seed, scenario, networkFile: null, run: null });
}

/** Forty businesses of 60 to 177 kW. */
export const BUSINESSES_KW = Array.from({ length: 40 }, (_, k) => 60 + 3 * k);

/**
 * A MATPOWER file of customers in four streets behind one busbar; no generator but the grid, no store.
 * @param ratedKw of each customer; above 43 kW it is a business
 */
export function storeless(ratedKw: readonly number[] = BUSINESSES_KW, seed = 1): Setting {
  const bus = ['1 3 0 0 0 0 1 1 0 20 1 1.1 0.9;'];
  const branch: string[] = [];
  ratedKw.forEach((kw, k) => {
    bus.push(`${k + 2} 1 ${kw / 1000} 0 0 0 1 1 0 20 1 1.1 0.9;`);
    branch.push(`${Math.max(1, k - 2)} ${k + 2} 0.00005 0.00004 0 20 0 0 0 0 1 -360 360;`);
  });
  const text = `function mpc = streets
mpc.version = '2';
mpc.baseMVA = 10;
mpc.bus = [
${bus.join('\n')}
];
mpc.gen = [
1 0 0 99 -99 1 10 1 99 0;
];
mpc.branch = [
${branch.join('\n')}
];
`;
  const folder = mkdtempSync(join(tmpdir(), 'interlock-setting-'));
  try {
    const networkFile = join(folder, 'streets.m');
    writeFileSync(networkFile, text);
    return readSetting({ seed, scenario: 'evening-peak', networkFile, run: null });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Start of the quarter hour at a local time of the demonstration's winter, Unix seconds. January 14, 2026 is a Wednesday. */
export function january(day: number, hour: number, minute = 0): number {
  return Date.UTC(2026, 0, day, hour - 1, minute) / 1000;
}

/** The 96 quarter hours of a day in January. */
export function quarterHours(day: number): number[] {
  return Array.from({ length: 96 }, (_, k) => january(day, 0) + k * 900);
}
