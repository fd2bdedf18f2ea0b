/** A random day played on the model and on the deployed contracts, operation by operation. */
import { defaultRules } from '../../bindings/deploy.ts';
import { PartBook } from '../../bindings/part-book.ts';
import { leafOf } from '../../bindings/sealing.ts';
import { LocalMarket, Refused } from '../../bindings/testing/local-market.ts';
import { openGroups, sheetOf } from '../groups.ts';
import { CLEARING } from '../ledger.ts';
import { isSame, sum, Table } from '../market.ts';
import { type Operation, play } from '../operations.ts';
import type { PointOutcome } from '../points.ts';
import { opening, RandomDay } from '../random-day.ts';
import { type Market, openMarket } from '../state.ts';
import { callOf } from './calls.ts';
import { CAST, RULES, startS, TARIFF } from './cast.ts';
import { packedEnergies, packedSheet } from './packing.ts';
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
  const book = new PartBook();
  const day = new RandomDay(m, CAST, seed);
  const succeeded = new Map<string, number>();
  const refused = new Map<string, number>();
  const first = opening(CAST);
  const dirty = new Set<string>();
  let interval = m.nowS / rules.intervalSeconds;
  for (let place = 0; place < operations + first.length; place++) {
    const operation = first[place] ?? day.next();
    const { refusal, problems } = await step(chain, book, m, operation, dirty);
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
  book: PartBook,
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
    const { events, result } = await chain.send(contract, operation.sender, method, ...args);
    for (const { name, args: its } of events) book.apply(name, its);
    if (!outcome.done) problems.push(`the model refuses with ${refusal}, the contracts do not`);
    else if (operation.name === 'settlePoints') problems.push(...unlike(outcome.result, events));
    else if (operation.name === 'gather') {
      const netsWh = packedEnergies(outcome.result as bigint[]);
      if (netsWh.join() !== result[0].join()) problems.push('another energy is gathered than in the model');
    }
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.errorName !== refusal) problems.push(`the model says ${refusal ?? 'done'}: ${error.message}`);
  }
  if (problems.length > 0) return { refusal, problems };
  for (const row of written) dirty.add(row);
  problems.push(...lostMoney(m), ...(await compareRows(chain, m, new Set(written))));
  const traded = m.written.filter(row => row.table === 'groups').map(row => BigInt(row.key));
  for (const interval of problems.length > 0 ? [] : traded)
    problems.push(...(await unlikeSheets(chain, book, m, interval)));
  return { refusal, problems };
}

/** Who follows the events of the contracts finds the sheets that gather everything. */
async function unlikeSheets(
  chain: LocalMarket,
  book: PartBook,
  m: Market,
  interval: bigint,
): Promise<string[]> {
  const problems: string[] = [];
  for (const group of m.groups.at(interval).keys()) {
    const [state] = await chain.read('NetSettlement', 'groupOf', interval, group);
    const found = packedSheet(sheetOf(m, interval, group));
    if (!isSame(book.sheet(Number(interval), group, state as string), found))
      problems.push(`the events give another sheet of group ${group} of ${interval}`);
  }
  return problems;
}

/** Money is neither made nor lost, and none is left in clearing once all groups are gathered; in words where it is not so. */
function lostMoney(m: Market): string[] {
  const total = sum(m.balances.rows.values());
  const clearing = m.balances.at(CLEARING);
  const isOpen = [...m.groups.rows.keys()].some(interval => openGroups(m, BigInt(interval)) > 0);
  return [
    ...(total === 0n ? [] : [`all balances of the model sum to ${total}`]),
    ...(isOpen || clearing === 0n ? [] : [`${clearing} is left in clearing`]),
  ];
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
