/**
 * Broken twins: for each fault of `twins/faults.ts` a scratch copy of the contracts with that one fault, in which the invariant
 * named must notice. Shows that the invariants can fail.
 *   node contracts/twins.ts              every fault (about half a minute each)
 *   node contracts/twins.ts I4 I9        those of the invariants named
 *   node contracts/twins.ts --check      only that each fault's text still stands in its source, once
 * Exit code 1 when a fault is not noticed or its text is gone.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FAULTS, type Fault } from './twins/faults.ts';

const here = dirname(fileURLToPath(import.meta.url));
const RUN_MS_MAX = 300_000;

/** Faults whose text does not stand in its source exactly once. */
export function staleFaults(): string[] {
  return FAULTS.filter(fault => source(fault).split(fault.text).length !== 2).map(
    fault => `${fault.invariant} ${fault.file}: ${fault.text.split('\n')[0]}`,
  );
}

/** What the invariants say of a twin; of the sound contracts when `fault` is null. */
function hunt(fault: Fault | null): string[] {
  const scratch = mkdtempSync(join(tmpdir(), 'interlock-twin-'));
  try {
    const contracts = join(scratch, 'contracts');
    cpSync(join(here, 'src'), join(contracts, 'src'), { recursive: true });
    // Unoptimised: compiles in a third of the time, and the play is short.
    const config = readFileSync(join(here, 'hardhat.config.ts'), 'utf8');
    writeFileSync(join(contracts, 'hardhat.config.ts'), config.replace('enabled: true', 'enabled: false'));
    mkdirSync(join(contracts, 'test'));
    for (const part of ['Vm.sol', 'MarketTest.sol', 'invariants']) {
      cpSync(join(here, 'test', part), join(contracts, 'test', part), { recursive: true });
    }
    const play = readFileSync(join(here, 'twins', 'Hunt.sol'), 'utf8');
    writeFileSync(join(contracts, 'test', 'Hunt.t.sol'), play.replaceAll('../test/', './'));
    writeFileSync(join(scratch, 'package.json'), '{ "type": "module" }');
    symlinkSync(join(here, '..', 'node_modules'), join(scratch, 'node_modules'), 'dir');
    if (fault)
      writeFileSync(
        join(contracts, 'src', fault.file),
        source(fault).replace(fault.text, () => fault.fault),
      );
    return run(scratch);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function run(scratch: string): string[] {
  const hardhat = join(scratch, 'node_modules', 'hardhat', 'dist', 'src', 'cli.js');
  const config = join(scratch, 'contracts', 'hardhat.config.ts');
  const result = spawnSync(
    process.execPath,
    [
      '--preserve-symlinks-main',
      hardhat,
      '--config',
      config,
      'test',
      'solidity',
      '-vv',
      '--grep',
      'test_hunt',
    ],
    { cwd: scratch, encoding: 'utf8', timeout: RUN_MS_MAX, maxBuffer: 64 << 20 },
  );
  const output = `${result.stdout}${result.stderr}`;
  if (!output.includes('hunt: end of the hunt'))
    throw new Error(`The hunt did not end:\n${output.slice(-3000)}`);
  const said = [...output.matchAll(/hunt: (.*)/g)].map(match => (match[1] ?? '').trim());
  return said.filter(words => words !== 'end of the hunt');
}

function source(fault: Fault): string {
  return readFileSync(join(here, 'src', fault.file), 'utf8');
}

function main(wanted: string[]): number {
  const stale = staleFaults();
  for (const fault of stale) console.log(`not in its source: ${fault}`);
  if (wanted.includes('--check') || stale.length > 0) return stale.length > 0 ? 1 : 0;
  let missed = 0;
  if (wanted.length === 0 || wanted.includes('sound')) {
    const said = hunt(null);
    if (said.length > 0) ++missed;
    console.log(
      `${said.length > 0 ? 'RED  ' : 'ok   '} the sound contracts: ${said.join(' | ') || 'nothing noticed'}`,
    );
  }
  for (const fault of FAULTS) {
    if (wanted.length > 0 && !wanted.includes(fault.invariant)) continue;
    const said = hunt(fault);
    const noticed = said.filter(words => words.startsWith(`${fault.invariant} `));
    if (noticed.length === 0) ++missed;
    console.log(
      `${noticed.length > 0 ? 'ok   ' : 'MISS '} ${fault.invariant} ${fault.what} (${fault.file}): ${noticed[0] ?? (said.join(' | ') || 'nothing noticed')}`,
    );
  }
  console.log(`twins: ${missed} not as wanted`);
  return missed > 0 ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exit(main(process.argv.slice(2)));
