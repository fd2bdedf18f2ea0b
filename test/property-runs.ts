/** Set-up of every test process: `npm run soak` asks for more random runs and a fresh seed; a plain run is repeatable. */
import fc from 'fast-check';

const factor = Number(process.env['INTERLOCK_RUNS'] ?? 1);
const seed = Number(process.env['INTERLOCK_SEED'] ?? 20_261_124);
fc.configureGlobal({ seed, numRuns: 100 * factor });
