import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'hardhat/config';

const here = dirname(fileURLToPath(import.meta.url));
const compilerPath = join(here, '..', 'node_modules', 'solc', 'soljson.js');
if (!existsSync(compilerPath)) {
  throw new Error(`The Solidity compiler is missing: ${compilerPath}. Run npm ci first.`);
}

/** The compiler comes from the npm package solc, so that nothing is downloaded. */
export default defineConfig({
  paths: {
    sources: join(here, 'src'),
    tests: { solidity: join(here, 'test') },
    artifacts: join(here, 'artifacts'),
    cache: join(here, 'cache'),
  },
  solidity: {
    profiles: {
      default: {
        version: '0.8.37',
        path: compilerPath,
        settings: {
          // The embedded chain executes Cancun; a newer target would emit opcodes it refuses.
          evmVersion: 'cancun',
          optimizer: { enabled: true, runs: 1000 },
          metadata: { bytecodeHash: 'none', appendCBOR: false },
        },
      },
    },
  },
  test: {
    solidity: {
      blockTimestamp: 1_800_000_000n,
      fuzz: { runs: 128, seed: '0x1e57' },
      // Few here, because each of the invariants has runs of its own; `npm run soak -- twins` and `-- invariants` play more.
      invariant: {
        runs: Number(process.env['INTERLOCK_RUNS'] ?? 1),
        depth: Number(process.env['INTERLOCK_DEPTH'] ?? 100),
        failOnRevert: true,
        // Shrinking plays the whole market again, thousands of times.
        shrinkRunLimit: 20,
        // The play mixes its seeds itself: a dictionary of what the contracts hold would only cost time.
        dictionaryWeight: 0,
        includeStorage: false,
        includePushBytes: false,
      },
    },
  },
});
