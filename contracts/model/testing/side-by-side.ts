/** A random day played on the model and on the deployed contracts, operation by operation. */
import { defaultRules } from '../../bindings/deploy.ts';
import { leafOf } from '../../bindings/sealing.ts';
import { LocalMarket, Refused } from '../../bindings/testing/local-market.ts';
import { Table } from '../market.ts';
import { type Operation, play } from '../operations.ts';
import type { PointOutcome } from '../points.ts';
import { opening, RandomDay } from '../random-day.ts';
import { type Market, openMarket } from '../state.ts';
import { callOf } from './calls.ts';
import { CAST, RULES, startS, TARIFF } from './cast.ts';
import { compareDerived, compareRow } from './views.ts';

/** How often each operation succeeded, and how often each refusal came up. */
export interface Played {
  readonly operations: number;
  readonly succeeded: ReadonlyMap<string, number>;
  readonly refused: ReadonlyMap<string, number>;
}

/** Where model and contracts part ways, and how to get there again. */
export class Difference extends Error {
  constructor(seed: number, place: number, operation: Operation, problems: readonly string[]) {
    const what = JSON.stringify(operation, (_, part) => (typeof part === 'bigint' ? String(part) : part));
    super(`seed ${seed}, operation ${place} (${what.slice(0, 2000)}):\n${problems.slice(0, 8).join('\n')}`);
  }
}

/**
 * One fresh market.
 * @param seed odd: every pair of the pool pays its seller's limit
 * @throws Difference at the first operation after which the two are not equal to the unit
 */
export async function playSideBySide(seed: number, operations: number): Promise<Played> {
  const rules = { ...RULES, poolPricing: seed % 2 };
  const terms = { administrator: CAST.administrator, rules, tariff: TARIFF, founders: CAST.founders, leafOf };
  const m = openMarket(terms, startS(seed));
  const chain = await deployed(rules, m.nowS);
  const day = new RandomDay(m, CAST, seed);
  const succeeded = new Map<string, number>();
  const refused = new Map<string, number>();
  const first = opening(CAST);
  const dirty = new Set<string>();
  let interval = m.nowS / rules.intervalSeconds;
  for (let place = 0; place < operations + first.length; place++) {
    const operation = first[place] ?? day.next();
    const { refusal, problems } = await step(chain, m, operation, dirty);
    if (refusal === null) count(succeeded, operation.name);
    else count(refused, refusal);
    if (problems.length === 0 && m.nowS / rules.intervalSeconds !== interval) {
      interval = m.nowS / rules.intervalSeconds;
      problems.push(...(await compareRows(chain, m, dirty)), ...(await compareDerived(chain, m)));
      dirty.clear();
    }
    if (problems.length > 0) throw new Difference(seed, place, operation, problems);
    if (place < first.length && refusal !== null)
      throw new Error(`${operation.name} of the opening: ${refusal}`);
  }
  const last = [...(await compareEverything(chain, m)), ...(await compareDerived(chain, m))];
  if (last.length > 0)
    throw new Difference(seed, operations, { name: 'endEpoch', sender: 'the end', with: {} }, last);
  return { operations: operations + first.length, succeeded, refused };
}

/** Sums of several runs. */
export function together(runs: readonly Played[]): Played {
  const succeeded = new Map<string, number>();
  const refused = new Map<string, number>();
  for (const run of runs) {
    for (const [name, times] of run.succeeded) count(succeeded, name, times);
    for (const [name, times] of run.refused) count(refused, name, times);
  }
  return { operations: runs.reduce((all, run) => all + run.operations, 0), succeeded, refused };
}

function deployed(rules: typeof RULES, nowS: bigint): Promise<LocalMarket> {
  const { epochSeconds, validatorsMin, validatorSeats, ...own } = rules;
  return LocalMarket.deploy(
    {
      administrator: CAST.administrator,
      rules: { ...defaultRules(CAST.retailer), ...own, poolPricing: BigInt(rules.poolPricing) },
      tariff: TARIFF,
      validators: CAST.founders,
      epochSeconds,
      validatorTerms: { minimum: BigInt(validatorsMin), seats: BigInt(validatorSeats) },
    },
    nowS,
  );
}

/** Plays one operation on both and compares the outcome and every row that the model wrote. */
async function step(
  chain: LocalMarket,
  m: Market,
  operation: Operation,
  dirty: Set<string>,
): Promise<{ refusal: string | null; problems: string[] }> {
  const outcome = play(m, operation);
  const written = m.written.map(({ table, key }) => `${table} ${key}`);
  const refusal = outcome.done ? null : outcome.refusal;
  chain.nowS = m.nowS;
  const [contract, method, ...args] = callOf(chain, operation);
  const problems: string[] = [];
  try {
    const { events } = await chain.send(contract, operation.sender, method, ...args);
    if (refusal !== null) problems.push(`the model refuses with ${refusal}, the contracts do not`);
    else if (operation.name === 'settlePoints')
      problems.push(...unlike(outcome.done ? outcome.result : [], events));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.errorName !== refusal) problems.push(`the model says ${refusal ?? 'done'}: ${error.message}`);
  }
  if (problems.length > 0) return { refusal, problems };
  for (const row of written) dirty.add(row);
  return { refusal, problems: await compareRows(chain, m, new Set(written)) };
}

/** What the contracts said of the points they settled. */
function unlike(outcomes: unknown, events: Awaited<ReturnType<LocalMarket['send']>>['events']): string[] {
  const said = events
    .filter(event => event.name === 'PointSettled')
    .map(({ args }) =>
      [args['point'], args['meteredWh'], args['scheduledWh'], args['amountMicroEur']].join(' '),
    );
  const expected = (outcomes as PointOutcome[]).map(o =>
    [o.point, o.meteredWh, o.scheduledWh, o.amountMicroEur].join(' '),
  );
  return said.join() === expected.join()
    ? []
    : [`points settle as ${said.join()}, in the model as ${expected.join()}`];
}

async function compareRows(chain: LocalMarket, m: Market, rows: ReadonlySet<string>): Promise<string[]> {
  const problems: string[] = [];
  for (const row of rows) {
    const cut = row.indexOf(' ');
    const problem = await compareRow(chain, m, row.slice(0, cut), row.slice(cut + 1));
    if (problem !== '') problems.push(problem);
  }
  return problems;
}

function compareEverything(chain: LocalMarket, m: Market): Promise<string[]> {
  const rows = new Set<string>();
  for (const table of Object.values(m))
    if (table instanceof Table) for (const key of table.rows.keys()) rows.add(`${table.name} ${key}`);
  return compareRows(chain, m, rows);
}

function count(counts: Map<string, number>, name: string, times = 1): void {
  counts.set(name, (counts.get(name) ?? 0) + times);
}
