/**
 * HiGHS (Huangfu & Hall 2018, MIT licence) compiled to WebAssembly, as the solver of linear programmes: dual simplex, one thread, a
 * fixed seed.
 */
import loadHighs, { type Highs, type Model, type ModelData } from 'highs';
import type { LinearAnswer, LinearProgramme, LinearSolver } from './linear-programme.ts';

/** @param wasmBinary bytes of highs.wasm (3.5 MB) where the package's own file is out of reach */
export async function highsSolver(wasmBinary?: Uint8Array): Promise<LinearSolver> {
  const highs = await load(wasmBinary ? { wasmBinary } : {});
  return {
    open: (programme, timeLimitS, use) =>
      highs.withModel(modelOf(programme), model => {
        // HiGHS counts the time of all runs of a model together.
        model.options.set({ ...OPTIONS, time_limit: timeLimitS });
        const columns = { kind: 'range', from: 0, to: programme.cost.length - 1 } as const;
        const rows = { kind: 'range', from: 0, to: programme.rowLower.length - 1 } as const;
        return use({
          cost: cost => {
            model.changeColsCost(columns, cost);
          },
          boundColumns: (lower, upper) => {
            model.changeColsBounds(columns, lower, upper);
          },
          boundRows: (lower, upper) => {
            model.changeRowsBounds(rows, lower, upper);
          },
          solve: () => answerOf(highs, model),
        });
      }),
  };
}

/** The package's types are CommonJS: they give the module where an import gives its default. */
const load = loadHighs as unknown as typeof loadHighs.default;

function answerOf(highs: Highs, model: Model): LinearAnswer {
  const { optimal, infeasible, timeLimit } = highs.constants.modelStatus;
  let status = run(highs, model);
  if (status !== optimal && status !== infeasible && status !== timeLimit) {
    // The basis of the solve before can be a bad start when bounds have changed: once more from none.
    model.clearSolver();
    status = run(highs, model);
  }
  if (status === infeasible) return { status: 'infeasible' };
  if (status === timeLimit) return { status: 'failed', message: 'The time for the programme was up.' };
  if (status !== optimal) return { status: 'failed', message: `The solver ended with status ${status}.` };
  const { colValue, colDual, rowDual } = model.getSolution();
  return {
    status: 'solved',
    optimal: true,
    x: colValue,
    objective: model.getObjectiveValue(),
    columnDual: colDual,
    rowDual,
  };
}

function run({ constants, errors }: Highs, model: Model): number {
  try {
    return model.run().modelStatus;
  } catch (error) {
    // Numerical trouble is thrown; anything else is our own mistake.
    if (error instanceof errors.HighsError) return constants.modelStatus.solveError;
    throw error;
  }
}

function modelOf(p: LinearProgramme): ModelData {
  const numCols = p.cost.length;
  const numRows = p.rowLower.length;
  return {
    numCols,
    numRows,
    colCost: p.cost,
    colLower: p.lower,
    colUpper: p.upper,
    rowLower: p.rowLower,
    rowUpper: p.rowUpper,
    matrix: { format: 'csr', numRows, numCols, starts: p.rowStart, indices: p.column, values: p.value },
  };
}

const OPTIONS = {
  output_flag: false,
  random_seed: 0,
  // Hardly anything of these programmes can be presolved away; looking for it takes longer than the simplex method.
  presolve: 'off',
};
