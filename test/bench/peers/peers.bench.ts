/**
 * Open engines beside ours in one run: power-grid-model, pandapower, lightsim2grid, where INTERLOCK_PEERS names a Python that
 * has them, and MATPOWER, where INTERLOCK_MATPOWER names its folder. The same equations, start and tolerance go to each;
 * results are compared before times. Times are processor time of one thread, so that what else runs on the machine weighs
 * little. A ratio above 1 says that we are faster.
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
import { solve } from '../../../grid-models/power-flow/solve.ts';
import { type Leg, legsOf, type TradeLeg } from '../../../grid-models/security/legs.ts';
import { networkLimits } from '../../../grid-models/security/limits.ts';
import {
  type CheckedTrade,
  type IntervalCheck,
  openInterval,
} from '../../../grid-models/security/trade-check.ts';
import { questionOf, TOLERANCE_PU } from './question.ts';

interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

const PYTHON = process.env['INTERLOCK_PEERS'];
const MATPOWER = process.env['INTERLOCK_MATPOWER'];
const HERE = join('test', 'bench', 'peers');
const CASES = join('..', 'shared', 'data', 'matpower', 'cases');
/** Two engines that solve the same equations agree to this. */
const SAME_VM_PU = 1e-8;
const TRADES = 200;
const LEGS: readonly Leg[] = ['both', 'seller-only', 'buyer-only'];

/** Meshed transmission grids; repeats so that each takes about a second, and the small ones are warm. */
const MESHED = [
  ['case118.m', 1000],
  ['case1354pegase.m', 100],
  ['case2869pegase.m', 50],
  ['case9241pegase.m.gz', 15],
  ['case13659pegase.m.gz', 11],
] as const;

const zAnswer = z.object({
  leftOut: z.string().optional(),
  /** Ordering and symbolic analysis anew; kept; everything anew from tables to results. */
  firstMs: z.number().optional(),
  againMs: z.number().optional(),
  wholeMs: z.number().optional(),
  /** One leg state of a trade; with everything kept that the engine can keep. */
  legMs: z.number().optional(),
  legKeptMs: z.number().optional(),
  iterations: z.number().optional(),
  vmPu: z.array(z.number()).optional(),
  /** The first leg states, or all. */
  legVmMin: z.array(z.number()).optional(),
  legVmMax: z.array(z.number()).optional(),
});
type Answer = z.output<typeof zAnswer>;

export async function benchPeers(prefix: string): Promise<Figure[]> {
  if (!PYTHON && !MATPOWER) {
    console.error(
      'INTERLOCK_PEERS and INTERLOCK_MATPOWER name no peers: peer/… is left out (test/bench/peers/README.md)',
    );
    return [];
  }
  // "peer/lightsim2grid/solve-case118" asks for that case only.
  const wanted = (what: string) => (prefix.split('/')[2] ?? '') === '' || prefix.endsWith(what);
  const figures: Figure[] = [];
  for (const [file, repeats] of MESHED) {
    const path = join(CASES, file);
    const name = file.split('.')[0]!;
    if (!existsSync(path) || !wanted(`-${name}`)) continue;
    const bytes = readFileSync(path);
    const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
    figures.push(...solveBeside(readNetwork(file.replace(/\.gz$/, ''), text), name, repeats));
  }
  if (['-demonstration', '/check', '-screened'].some(wanted)) {
    const network = demonstrationNetwork(1);
    figures.push(...solveBeside(network, 'demonstration', 100), ...checkBeside(network));
  }
  return figures.filter(figure => figure.name.startsWith(prefix));
}

/** One solve from the DC start, 1e-8: structure kept, as a console repeats it; analysed anew; everything anew. */
function solveBeside(network: Network, name: string, repeats: number): Figure[] {
  const model = buildModel(network);
  const injection = baseInjection(network);
  const start = startOf(model, injection);
  const once = (on: GridModel) => solve(on, injection, { start, tolerancePu: TOLERANCE_PU });
  const state = once(model);
  if (!state.converged) throw new Error(`${name}: ${state.message}`);
  const again = medianMs(repeats, () => once(model));
  const anew = Array.from({ length: Math.min(repeats, 300) + WARM_UP }, () => {
    const started = processorMs();
    const fresh = buildModel(network);
    const built = processorMs();
    once(fresh);
    return { first: processorMs() - built, whole: processorMs() - started };
  });
  const ours = {
    solve: again,
    first: middle(anew.map(times => times.first)),
    whole: middle(anew.map(times => times.whole)),
  };
  const figures: Figure[] = Object.entries(ours).map(([what, value]) => ({
    name: `peer/ours/${what}-${name}`,
    value,
    unit: 'ms',
  }));
  const add = (peer: string, ms: number | undefined, what: keyof typeof ours) => {
    if (ms === undefined) return;
    figures.push({ name: `peer/${peer}/${what}-${name}`, value: ms / ours[what], unit: 'ratio' });
  };
  const question = { ...questionOf(model, injection, start), repeats };
  for (const [peer, answer] of Object.entries(ask(question))) {
    if (!agrees(`${name} ${peer}`, answer, model, state)) continue;
    // Those that build everything at every call do so when repeated too.
    add(peer, answer.againMs ?? answer.wholeMs, 'solve');
    add(peer, answer.firstMs, 'first');
    add(peer, answer.wholeMs, 'whole');
  }
  return figures;
}

/** Trades on the demonstration grid: all three leg states of each, by the peers and by our check. */
function checkBeside(network: Network): Figure[] {
  const model = buildModel(network);
  const injection = baseInjection(network);
  const policy = { oneLeg: 'reject', resolutionWh: 1 } as const;
  const open = () =>
    openInterval({ model, injection, limits: networkLimits(network), policy, networkVersion: 'bench' });
  const trades = randomTrades(network);
  const interval = open();
  const legs = trades.flatMap(trade => legsOf(interval.solver, trade, trade.energyWh));
  // A trade that is refused is searched for its largest safe energy: more work here than there.
  if (trades.some(trade => interval.checkByAc(trade).verdict !== 'accepted'))
    throw new Error('The trades of this comparison have to fit');
  const ours = {
    check: perTradeMs(open, trades, (check, trade) => check.checkByAc(trade)),
    'check-screened': perTradeMs(open, trades, (check, trade) => check.check(trade)),
  };
  const figures: Figure[] = Object.entries(ours).map(([what, value]) => ({
    name: `peer/ours/${what}`,
    value,
    unit: 'ms',
  }));
  const start = startOf(model, injection);
  const state = solve(model, injection, { start, tolerancePu: TOLERANCE_PU });
  if (!state.converged) throw new Error(state.message);
  const changes = legs.map(({ change }) => change);
  const question = { ...questionOf(model, injection, start), repeats: 5, legs: changes };
  for (const [peer, answer] of Object.entries(ask(question))) {
    if (!agrees(`legs ${peer}`, answer, model, state) || answer.legMs === undefined) continue;
    legsAgree(interval, legs, peer, answer);
    for (const [what, own] of Object.entries(ours)) {
      const add = (name: string, legMs: number) =>
        figures.push({ name: `peer/${name}/${what}`, value: (legMs * LEGS.length) / own, unit: 'ratio' });
      add(peer, answer.legMs);
      if (answer.legKeptMs !== undefined) add(`${peer}-recycle`, answer.legKeptMs);
    }
  }
  return figures;
}

function ask(question: { readonly repeats: number }): Record<string, Answer> {
  const folder = mkdtempSync(join(tmpdir(), 'interlock-peers-'));
  const file = join(folder, 'case.json');
  // An engine that builds everything at every call takes longer by far.
  const wholeRepeats = Math.min(Math.ceil(question.repeats / 3), 7);
  writeFileSync(file, JSON.stringify({ ...question, wholeRepeats }));
  const answers = {
    ...(PYTHON ? answersOf(PYTHON, ['-W', 'ignore', join(HERE, 'peers.py'), file]) : {}),
    ...(MATPOWER ? answersOf('octave', ['--no-gui', '--norc', join(HERE, 'matpower.m'), file]) : {}),
  };
  rmSync(folder, { recursive: true, force: true });
  return answers;
}

function answersOf(command: string, args: readonly string[]): Record<string, Answer> {
  const env = { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' };
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    env,
    maxBuffer: 1 << 30,
  });
  if (status !== 0) throw new Error(`the peers' driver failed: ${error?.message ?? stderr}`);
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

/** Lowest and highest voltage of every leg state that the peer solved. */
function legsAgree({ solver }: IntervalCheck, legs: readonly TradeLeg[], peer: string, answer: Answer): void {
  const present = solver.present();
  if ('unsolved' in present) throw new Error(present.unsolved);
  const { legVmMin = [], legVmMax = [] } = answer;
  if (legVmMin.length === 0) throw new Error(`${peer} shows no voltages of legs`);
  let worst = 0;
  legVmMin.forEach((peersLow, k) => {
    const v = solver.solveVoltages(present, legs[k]!.change);
    if (!v) throw new Error(`leg ${k} has no solution here, but one in the peer`);
    let [low, high] = [Number.POSITIVE_INFINITY, 0];
    for (let node = 0; 2 * node < v.length; node++) {
      const vm = Math.hypot(v[2 * node]!, v[2 * node + 1]!);
      low = Math.min(low, vm);
      high = Math.max(high, vm);
    }
    worst = Math.max(worst, Math.abs(low - peersLow), Math.abs(high - legVmMax[k]!));
  });
  if (!(worst < SAME_VM_PU)) throw new Error(`legs of ${peer} differ by ${worst} p.u. from ours`);
  console.error(`legs ${peer}: ${legVmMin.length} leg states agree to ${worst.toExponential(1)} p.u.`);
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

/** All trades in an interval opened and solved before the clock starts. */
function perTradeMs(
  open: () => IntervalCheck,
  trades: readonly CheckedTrade[],
  check: (interval: IntervalCheck, trade: CheckedTrade) => unknown,
): number {
  const times = Array.from({ length: 9 + WARM_UP }, () => {
    const interval = open();
    interval.solver.present();
    const started = processorMs();
    for (const trade of trades) check(interval, trade);
    return processorMs() - started;
  });
  return middle(times) / trades.length;
}

const WARM_UP = 2;

function medianMs(repeats: number, run: () => unknown): number {
  return middle(
    Array.from({ length: repeats + WARM_UP }, () => {
      const started = processorMs();
      run();
      return processorMs() - started;
    }),
  );
}

/** Of all threads: what the runtime compiles and collects meanwhile counts. */
function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The median of what follows the warm-up. */
function middle(times: readonly number[]): number {
  return times.slice(WARM_UP).sort((a, b) => a - b)[(times.length - WARM_UP) >> 1]!;
}
