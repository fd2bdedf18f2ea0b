/**
 * Open engines beside ours in one run: power-grid-model, pandapower, lightsim2grid, where INTERLOCK_PEERS names a Python that
 * has them. The same equations, start and tolerance go to each; results are compared before times. A ratio above 1 says
 * that we are faster.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { demonstrationNetwork } from '../../../grid-models/demonstration/demonstration-network.ts';
import { readNetwork } from '../../../grid-models/formats/read.ts';
import { baseInjection, buildModel, type GridModel } from '../../../grid-models/network/build.ts';
import type { Network } from '../../../grid-models/network/network.ts';
import type { Injection, SolvedState } from '../../../grid-models/power-flow/result.ts';
import { nodeInjection, solve } from '../../../grid-models/power-flow/solve.ts';
import { legsOf } from '../../../grid-models/security/legs.ts';
import { networkLimits } from '../../../grid-models/security/limits.ts';
import { type CheckedTrade, openInterval } from '../../../grid-models/security/trade-check.ts';

interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

const PYTHON = process.env['INTERLOCK_PEERS'];
const DRIVER = join('test', 'bench', 'peers', 'peers.py');
const CASES = join('..', 'shared', 'data', 'matpower', 'cases');
const TOLERANCE_PU = 1e-8;
/** Two engines that solve the same equations agree to this. */
const SAME_VM_PU = 1e-6;
const TRADES = 200;

/** Meshed transmission grids against the Newton solvers; repeats so that each takes about a second. */
const MESHED = [
  ['case118.m', 100],
  ['case1354pegase.m', 20],
  ['case2869pegase.m', 10],
  ['case9241pegase.m.gz', 5],
  ['case13659pegase.m.gz', 3],
] as const;

const zAnswer = z.object({
  leftOut: z.string().optional(),
  firstMs: z.number().optional(),
  againMs: z.number().optional(),
  wholeMs: z.number().optional(),
  batchMs: z.number().optional(),
  iterations: z.number().optional(),
  vmPu: z.array(z.number()).optional(),
  legVmMin: z.array(z.number()).optional(),
  legVmMax: z.array(z.number()).optional(),
});
type Answer = z.output<typeof zAnswer>;

export async function benchPeers(prefix: string): Promise<Figure[]> {
  if (!PYTHON) {
    console.error(
      'INTERLOCK_PEERS names no Python with the peers: peer/… is left out (test/bench/peers/README.md)',
    );
    return [];
  }
  const figures: Figure[] = [];
  const wanted = (name: string) => name.startsWith(prefix) || prefix.startsWith(name);
  for (const [file, repeats] of MESHED) {
    const path = join(CASES, file);
    if (!existsSync(path) || !wanted('peer/')) continue;
    const bytes = readFileSync(path);
    const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
    figures.push(...solveBeside(readNetwork(file.replace(/\.gz$/, ''), text), file.split('.')[0]!, repeats));
  }
  figures.push(...checkBeside(demonstrationNetwork(1)));
  return figures.filter(figure => figure.name.startsWith(prefix));
}

/** One solve, flat start with DC angles, 1e-8: structure kept, as a console repeats it. */
function solveBeside(network: Network, name: string, repeats: number): Figure[] {
  const model = buildModel(network);
  const injection = baseInjection(network);
  const start = startOf(model, injection);
  const ours = median(repeats, () => {
    const state = solve(model, injection, { start, tolerancePu: TOLERANCE_PU });
    if (!state.converged) throw new Error(`${name}: ${state.message}`);
    return state;
  });
  const first = median(Math.min(repeats, 5), () =>
    solve(buildModel(network), injection, { start, tolerancePu: TOLERANCE_PU }),
  );
  const equations = equationsOf(model, injection, start, repeats);
  const peers = ask({ ...equations, engines: ['lightsim2grid', 'pandapower'] });
  const figures: Figure[] = [
    { name: `peer/ours/solve-${name}`, value: ours.ms, unit: 'ms' },
    { name: `peer/ours/first-${name}`, value: first.ms, unit: 'ms' },
  ];
  const add = (peer: string, ms: number | undefined, own: number, what: string) => {
    if (ms === undefined) return;
    figures.push({ name: `peer/${peer}/${what}-${name}`, value: ms / own, unit: 'ratio' });
  };
  for (const [peer, answer] of Object.entries(peers)) {
    if (!agrees(`${name} ${peer}`, answer, model, ours.last as SolvedState)) continue;
    add(peer, answer.againMs ?? answer.wholeMs, ours.ms, 'solve');
    add(peer, answer.firstMs, first.ms, 'first');
  }
  return figures;
}

/** Trades on the demonstration grid: all three leg states of each, by power-grid-model's batch and by our check. */
function checkBeside(network: Network): Figure[] {
  const model = buildModel(network);
  const injection = baseInjection(network);
  const policy = { oneLeg: 'reject', resolutionWh: 1 } as const;
  const open = () =>
    openInterval({ model, injection, limits: networkLimits(network), policy, networkVersion: 'bench' });
  const trades = randomTrades(network);
  const interval = open();
  const { solver } = interval;
  const present = solver.present();
  if ('unsolved' in present) throw new Error(present.unsolved);
  const legs = trades.flatMap(trade => legsOf(solver, trade, trade.energyWh)).map(leg => leg.change);
  const start = startOf(model, injection);
  const peers = ask({
    ...equationsOf(model, injection, start, 20),
    legs,
    engines: ['power-grid-model', 'lightsim2grid', 'pandapower'],
  });
  const state = solve(model, injection, { start, tolerancePu: TOLERANCE_PU });
  if (!state.converged) throw new Error(state.message);

  const solved = median(3, () => solve(model, injection, { start, tolerancePu: TOLERANCE_PU }));
  const byAc = median(3, () => {
    const fresh = open();
    fresh.solver.present();
    const started = performance.now();
    for (const trade of trades) fresh.checkByAc(trade);
    return performance.now() - started;
  });
  const screened = median(3, () => {
    const fresh = open();
    fresh.solver.present();
    const started = performance.now();
    for (const trade of trades) fresh.check(trade);
    return performance.now() - started;
  });
  const ours = { ac: byAc.last / TRADES, screened: screened.last / TRADES };
  const figures: Figure[] = [
    { name: 'peer/ours/check', value: ours.ac, unit: 'ms' },
    { name: 'peer/ours/check-screened', value: ours.screened, unit: 'ms' },
    { name: 'peer/ours/solve-demonstration', value: solved.ms, unit: 'ms' },
  ];
  for (const [peer, answer] of Object.entries(peers)) {
    if (!agrees(`demonstration ${peer}`, answer, model, state)) continue;
    const once = answer.againMs ?? answer.wholeMs;
    if (once !== undefined)
      figures.push({ name: `peer/${peer}/solve-demonstration`, value: once / solved.ms, unit: 'ratio' });
    if (answer.batchMs !== undefined) {
      legsAgree(solver, present, legs, answer);
      const perTrade = answer.batchMs / TRADES;
      figures.push({ name: `peer/${peer}/check`, value: perTrade / ours.ac, unit: 'ratio' });
      figures.push({ name: `peer/${peer}/check-screened`, value: perTrade / ours.screened, unit: 'ratio' });
    } else if (once !== undefined) {
      // An engine without a batch of its own in this driver solves each of the three states.
      figures.push({ name: `peer/${peer}/check`, value: (3 * once) / ours.ac, unit: 'ratio' });
    }
  }
  return figures;
}

function ask(question: object): Record<string, Answer> {
  const folder = mkdtempSync(join(tmpdir(), 'interlock-peers-'));
  const file = join(folder, 'case.json');
  writeFileSync(file, JSON.stringify(question));
  const { status, stdout, stderr } = spawnSync(PYTHON!, ['-W', 'ignore', DRIVER, file], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  rmSync(folder, { recursive: true, force: true });
  if (status !== 0) throw new Error(`the peers' driver failed:\n${stderr}`);
  return z.record(z.string(), zAnswer).parse(JSON.parse(stdout));
}

function agrees(what: string, answer: Answer, model: GridModel, state: SolvedState): boolean {
  if (answer.leftOut !== undefined) {
    console.error(`${what}: left out, ${answer.leftOut}`);
    return false;
  }
  const worst = Math.max(
    ...(answer.vmPu ?? [Number.NaN]).map((vm, node) => Math.abs(vm - state.vmPu[model.busOfNode[node]!]!)),
  );
  if (!(worst < SAME_VM_PU)) {
    console.error(`${what}: left out, its voltages differ by ${worst} p.u.`);
    return false;
  }
  console.error(
    `${what}: agrees to ${worst.toExponential(1)} p.u. after ${answer.iterations ?? '?'} iterations`,
  );
  return true;
}

function legsAgree(
  solver: ReturnType<typeof openInterval>['solver'],
  present: Extract<ReturnType<typeof solver.present>, { v: Float64Array }>,
  legs: readonly { readonly nodes: readonly number[]; readonly pPu: readonly number[] }[],
  answer: Answer,
): void {
  let worst = 0;
  legs.forEach((leg, k) => {
    const v = solver.solveVoltages(present, leg);
    if (!v) throw new Error(`leg ${k} has no solution here, but one in the peer`);
    let [low, high] = [Number.POSITIVE_INFINITY, 0];
    for (let node = 0; 2 * node < v.length; node++) {
      const vm = Math.hypot(v[2 * node]!, v[2 * node + 1]!);
      low = Math.min(low, vm);
      high = Math.max(high, vm);
    }
    worst = Math.max(worst, Math.abs(low - answer.legVmMin![k]!), Math.abs(high - answer.legVmMax![k]!));
  });
  if (!(worst < SAME_VM_PU)) throw new Error(`legs differ by ${worst} p.u. from the peer's`);
}

/** Nodes, Y and injections as every engine needs them; p.u. of baseMva, injections positive. */
function equationsOf(model: GridModel, injection: Injection, start: SolvedState, repeats: number): object {
  const { network, nodeCount, pqCount, freeCount, busOfNode, admittance, branchFromNode, branchToNode } =
    model;
  const { bus, branch, baseMva } = network;
  const { pattern, re, im } = admittance;
  const rows = Array.from({ length: nodeCount }, (_, i) => i);
  const { pPu, qPu } = nodeInjection(model, injection);
  const vnKv = rows.map(node => bus.vnKv[busOfNode[node]!]!);
  const closed = Array.from({ length: branch.count }, (_, e) => e).filter(
    e => branchFromNode[e]! >= 0 && branchToNode[e]! >= 0 && branchFromNode[e] !== branchToNode[e],
  );
  // Everything at a node that is no series element: row sums of Y show it, less what the ideal transformers leave there.
  const shuntG = new Float64Array(nodeCount);
  const shuntB = new Float64Array(nodeCount);
  for (let i = 0; i < nodeCount; i++) {
    for (let p = pattern.ptr[i]!; p < pattern.ptr[i + 1]!; p++) {
      if (pattern.idx[p] !== i) continue;
      shuntG[i] = re[p]!;
      shuntB[i] = im[p]!;
    }
  }
  for (const e of closed) {
    const square = branch.rPu[e]! ** 2 + branch.xPu[e]! ** 2;
    const [g, b] = [branch.rPu[e]! / square, -branch.xPu[e]! / square];
    const ratio = branch.ratio[e]! ** 2;
    shuntG[branchFromNode[e]!]! -= g / ratio;
    shuntB[branchFromNode[e]!]! -= b / ratio;
    shuntG[branchToNode[e]!]! -= g;
    shuntB[branchToNode[e]!]! -= b;
  }
  return {
    baseMva,
    nodes: nodeCount,
    pqCount,
    freeCount,
    tolerancePu: TOLERANCE_PU,
    repeats,
    vnKv,
    yRow: rows.flatMap(i => new Array<number>(pattern.ptr[i + 1]! - pattern.ptr[i]!).fill(i)),
    yColumn: [...pattern.idx],
    yRe: [...re],
    yIm: [...im],
    pPu: [...pPu],
    qPu: [...qPu],
    vmStart: rows.map(node => start.vmPu[busOfNode[node]!]!),
    vaStart: rows.map(node => (start.vaDeg[busOfNode[node]!]! * Math.PI) / 180),
    from: closed.map(e => branchFromNode[e]!),
    to: closed.map(e => branchToNode[e]!),
    rPu: closed.map(e => branch.rPu[e]!),
    xPu: closed.map(e => branch.xPu[e]!),
    ratio: closed.map(e => branch.ratio[e]!),
    shiftRad: closed.map(e => branch.shiftRad[e]!),
    shuntG: [...shuntG].map(cancelled),
    shuntB: [...shuntB].map(cancelled),
  };
}

/** What is left of a difference of equal numbers is nothing. */
function cancelled(pu: number): number {
  return Math.abs(pu) < 1e-9 ? 0 : pu;
}

/** The flat start with DC angles, as a state that can be handed to everybody. */
function startOf(model: GridModel, injection: Injection): SolvedState {
  const start = solve(model, injection, { start: 'flat', tolerancePu: Number.POSITIVE_INFINITY });
  if (!start.converged) throw new Error(start.message);
  return start;
}

function randomTrades(network: Network): CheckedTrade[] {
  let state = 17;
  const next = (below: number) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
  return Array.from({ length: TRADES }, (_, n) => ({
    id: String(n),
    sellerBus: network.points[next(network.points.length)]!.bus,
    buyerBus: network.points[next(network.points.length)]!.bus,
    energyWh: 1 + next(5000),
    hours: 0.25,
  }));
}

function median<T>(repeats: number, run: () => T): { readonly ms: number; readonly last: T } {
  const times: number[] = [];
  let last!: T;
  for (let k = 0; k < repeats + 2; k++) {
    const started = performance.now();
    last = run();
    // The first two warm up.
    if (k >= 2) times.push(performance.now() - started);
  }
  return { ms: times.sort((a, b) => a - b)[times.length >> 1]!, last };
}
