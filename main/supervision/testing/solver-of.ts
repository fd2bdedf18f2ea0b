/** A GridCore on the caller's thread, asked as the console asks the one on its own: by copies, answered later, and it can be lost. */
import type { GridCore } from '../solver/grid-core.ts';
import { type Solver, SolverError } from '../solver/solver.ts';

export interface LosableSolver extends Solver {
  /** Until it is started again every question fails, and every schedule is forgotten. */
  lose(): void;
  restart(): void;
}

/** @param make the core as a thread that starts has it: without any schedule */
export function solverOf(make: () => GridCore): LosableSolver {
  const listeners: (() => void)[] = [];
  let core: GridCore | null = make();
  const question =
    <A extends readonly unknown[], R>(ask: (core: GridCore, ...args: A) => R) =>
    async (...args: A): Promise<Awaited<R>> => {
      if (core === null) throw new SolverError('The solver ended.');
      return structuredClone(await ask(core, ...structuredClone(args)));
    };
  return {
    setSchedule: question((c, ...args: Parameters<GridCore['setSchedule']>) => c.setSchedule(...args)),
    forgetBefore: question((c, ...args: Parameters<GridCore['forgetBefore']>) => c.forgetBefore(...args)),
    judge: question((c, ...args: Parameters<GridCore['judge']>) => c.judge(...args)),
    values: question((c, ...args: Parameters<GridCore['values']>) => c.values(...args)),
    summaries: question((c, ...args: Parameters<GridCore['summaries']>) => c.summaries(...args)),
    lights: question((c, ...args: Parameters<GridCore['lights']>) => c.lights(...args)),
    room: question((c, ...args: Parameters<GridCore['room']>) => c.room(...args)),
    slopes: question((c, ...args: Parameters<GridCore['slopes']>) => c.slopes(...args)),
    effect: question((c, ...args: Parameters<GridCore['effect']>) => c.effect(...args)),
    impact: question((c, ...args: Parameters<GridCore['impact']>) => c.impact(...args)),
    footprint: question((c, ...args: Parameters<GridCore['footprint']>) => c.footprint(...args)),
    onRestart: listener => listeners.push(listener),
    alive: () => core !== null,
    close: async () => {},
    lose() {
      core = null;
    },
    restart() {
      core = make();
      for (const listener of listeners) listener();
    },
  };
}
