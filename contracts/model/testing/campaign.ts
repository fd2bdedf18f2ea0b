/** `npm run soak -- model [OPERATIONS] [SEED]`: fresh markets one after the other, the model beside the contracts. */
import { errorsInterface } from '../../bindings/generated/contracts.ts';
import { OPERATIONS } from '../operations.ts';
import { type Played, playSideBySide, together } from './side-by-side.ts';

const OPERATIONS_PER_MARKET = 3000;

/** @throws Difference, whose message names the seed: `npm run soak -- model 3000 SEED` plays it again */
export async function soakModel(operations: number, seed: number): Promise<Played> {
  const started = performance.now();
  const markets: Played[] = [];
  for (let played = 0; played < operations; played += OPERATIONS_PER_MARKET) {
    const own = (seed + markets.length) >>> 0;
    const count = Math.min(OPERATIONS_PER_MARKET, operations - played);
    markets.push(await playSideBySide(own, count));
    const seconds = Math.round((performance.now() - started) / 1000);
    console.log(
      `model: market ${markets.length}, seed ${own}: equal; ${played + count} operations, ${seconds} s`,
    );
  }
  const all = together(markets);
  console.log(`succeeded: ${text(all.succeeded)}`);
  console.log(`refused: ${text(all.refused)}`);
  const names = new Set(
    errorsInterface.fragments.flatMap(f => (f.type === 'error' ? [(f as { name?: string }).name!] : [])),
  );
  console.log(
    `operations never done: ${Object.keys(OPERATIONS)
      .filter(name => !all.succeeded.has(name))
      .join(' ')}`,
  );
  console.log(`refusals never seen: ${[...names].filter(name => !all.refused.has(name)).join(' ')}`);
  return all;
}

const text = (counts: ReadonlyMap<string, number>): string =>
  [...counts]
    .sort(([, a], [, b]) => a - b)
    .map(([name, times]) => `${name} ${times}`)
    .join(', ');
