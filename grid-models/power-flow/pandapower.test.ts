import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readPandapower } from '../formats/pandapower/read.ts';
import { buildModel } from '../network/build.ts';
import type { Network } from '../network/network.ts';
import type { SolvedState } from './result.ts';
import { solve } from './solve.ts';

const REFERENCE = '../shared/data/pandapower';
const VM_PU = 1e-6;
const VA_DEG = 1e-4;
const POWER_MW = 1e-5;
const LOADING_PERCENT = 1e-3;

interface Row {
  readonly index: number;
  readonly [field: string]: number | null;
}
interface Expected {
  readonly bus: readonly Row[];
  readonly line: readonly Row[];
  readonly trafo: readonly Row[];
  readonly trafo3w: readonly Row[];
  readonly ext_grid: readonly Row[];
}

const text = (path: string): string => readFileSync(`${REFERENCE}/${path}`, 'utf8');
const expectedOf = (name: string): Expected => JSON.parse(text(`expected/${name}.json`)) as Expected;

function solved(network: Network): SolvedState {
  const result = solve(buildModel(network));
  if (!result.converged) throw new Error(result.message);
  return result;
}

/** Largest |actual − expected|; a null in the reference is a dead element: NaN or 0 here. */
function largest(rows: readonly Row[], field: string, actual: (row: Row) => number): number {
  let worst = 0;
  for (const row of rows) {
    const wanted = row[field];
    const found = actual(row);
    if (wanted === null || wanted === undefined) {
      expect(found || 0, `${field} ${row.index}`).toBe(0);
      continue;
    }
    const difference = Math.abs(found - wanted);
    if (!(difference <= worst)) worst = difference;
  }
  return worst;
}

function compare(network: Network, expected: Expected): void {
  const state = solved(network);
  const busRow = new Map(network.bus.id.map((id, row) => [id, row]));
  const branchRow = new Map(network.branch.id.map((id, row) => [id, row]));
  const bus = (row: Row): number => busRow.get(`${row.index}`)!;
  const line = (row: Row): number => branchRow.get(`line:${row.index}`)!;
  const trafo = (row: Row): number => branchRow.get(`trafo:${row.index}`)!;
  expect(largest(expected.bus, 'vm_pu', row => state.vmPu[bus(row)]!)).toBeLessThan(VM_PU);
  for (const row of expected.bus) {
    if (row['va_degree'] === null) continue;
    const turns = (state.vaDeg[bus(row)]! - row['va_degree']!) / 360;
    expect(Math.abs(turns - Math.round(turns)) * 360).toBeLessThan(VA_DEG);
  }
  expect(largest(expected.line, 'p_from_mw', row => state.pFromMw[line(row)]!)).toBeLessThan(POWER_MW);
  expect(largest(expected.line, 'q_to_mvar', row => state.qToMvar[line(row)]!)).toBeLessThan(POWER_MW);
  expect(largest(expected.line, 'loading_percent', row => state.loadingPercent[line(row)]!)).toBeLessThan(
    LOADING_PERCENT,
  );
  expect(largest(expected.trafo, 'p_hv_mw', row => state.pFromMw[trafo(row)]!)).toBeLessThan(POWER_MW);
  expect(largest(expected.trafo, 'q_lv_mvar', row => state.qToMvar[trafo(row)]!)).toBeLessThan(POWER_MW);
  expect(largest(expected.trafo, 'loading_percent', row => state.loadingPercent[trafo(row)]!)).toBeLessThan(
    LOADING_PERCENT,
  );
  for (const row of expected.trafo3w) {
    const sides = ['hv', 'mv', 'lv'].map(side => branchRow.get(`trafo3w:${row.index}:${side}`)!);
    const worst = Math.max(...sides.map(side => state.loadingPercent[side]!));
    expect(Math.abs(worst - row['loading_percent']!)).toBeLessThan(LOADING_PERCENT);
    expect(Math.abs(state.pToMw[sides[2]!]! - row['p_lv_mw']!)).toBeLessThan(POWER_MW);
  }
  for (const row of expected.ext_grid) {
    const generator = network.generator.id.indexOf(`ext_grid:${row.index}`);
    const slack = state.slack.find(s => s.bus === network.generator.bus[generator]);
    expect(Math.abs(slack!.pMw - row['p_mw']!)).toBeLessThan(POWER_MW);
    expect(Math.abs(slack!.qMvar - row['q_mvar']!)).toBeLessThan(POWER_MW);
  }
}

describe.skipIf(!existsSync(REFERENCE))(
  'reference results of pandapower (skipped where the data is absent)',
  () => {
    test.each([
      'mv_oberrhein',
      'mv_oberrhein_substations',
      'lv_schutterwald',
      'GBnetwork',
      'iceland',
      'cigre_mv_pv_wind',
      'cigre_lv',
      'example_multivoltage',
    ])('%s: voltages, flows, loadings and slacks agree', name => {
      compare(readPandapower(`${name}.json`, text(`networks/${name}.json`)), expectedOf(name));
    });

    test.each([
      { scenario: 'load', loadScaling: 0.6, sgenScaling: 0, taps: [-2, -3] },
      { scenario: 'generation', loadScaling: 0.1, sgenScaling: 0.8, taps: [0, 0] },
    ])('mv_oberrhein in its $scenario scenario', ({ scenario, loadScaling, sgenScaling, taps }) => {
      const tanPhi = Math.tan(Math.acos(0.98));
      const file = JSON.parse(text('networks/mv_oberrhein.json'));
      const edit = (
        table: string,
        change: (cell: (column: string, value?: number) => number, index: number) => void,
      ) => {
        const frame = JSON.parse(file._object[table]._object);
        frame.data.forEach((cells: number[], row: number) => {
          change((column, value) => {
            const at = frame.columns.indexOf(column);
            if (value !== undefined) cells[at] = value;
            return cells[at]!;
          }, frame.index[row]);
        });
        file._object[table]._object = JSON.stringify(frame);
      };
      edit('load', cell => {
        cell('scaling', loadScaling);
        cell('q_mvar', cell('p_mw') * tanPhi);
      });
      edit('sgen', cell => {
        cell('scaling', sgenScaling);
        cell('q_mvar', 0);
      });
      edit('trafo', (cell, index) => {
        const at = [114, 142].indexOf(index);
        if (at >= 0) cell('tap_pos', taps[at]);
      });
      compare(
        readPandapower('oberrhein.json', JSON.stringify(file)),
        expectedOf(`mv_oberrhein-scenario-${scenario}`),
      );
    });
  },
);
