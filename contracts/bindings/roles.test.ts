/** Who may call what, against the deployed contracts: the table of the README, and the borders of every number. */
import { readFileSync } from 'node:fs';
import type { ParamType } from 'ethers';
import { expect, test } from 'vitest';
import { type ContractName, contractNames, interfaces } from './generated/contracts.ts';
import { Refused } from './testing/local-market.ts';
import { CONSUMER, DONE, openScene, ROWS, roleTable, STRANGER } from './testing/role-table.ts';

test('the table has a row for every function that changes something, and the README has the table', () => {
  const functions = contractNames.flatMap(contract =>
    interfaces[contract].fragments.flatMap(f =>
      f.type === 'function' && !['view', 'pure'].includes((f as { stateMutability?: string }).stateMutability!)
        ? [`${contract}.${(f as unknown as { name: string }).name}`]
        : [],
    ),
  );
  expect(ROWS.map(row => row.call).sort()).toEqual(functions.sort());
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const printed = /<!-- roles -->\n([\s\S]*)<!-- \/roles -->/.exec(readme)?.[1];
  expect(printed).toBe(roleTable());
});

test('a stranger and a consumer are refused by name what is not theirs, and who may is not', async () => {
  const scene = await openScene();
  for (const row of ROWS) {
    await row.first?.(scene);
    if (row.at) scene.market.nowS = row.at;
    const [contract, method] = row.call.split('.') as [ContractName, string];
    const args = await row.args(scene);
    const outcome = (who: string) => outcomeOf(scene.market.send(contract, who, method, ...args));
    const found = { call: row.call, stranger: await outcome(STRANGER), consumer: row.consumer && (await outcome(CONSUMER)) };
    expect(found).toEqual({ call: row.call, stranger: row.stranger, consumer: row.consumer });
    if (row.right) expect(`${row.call}: ${await outcome(row.right(scene))}`).toBe(`${row.call}: ${DONE}`);
  }
});

test('every number may be the largest or the smallest of its type: what comes is done or refused by name', { timeout: 120_000 }, async () => {
  const scene = await openScene();
  let tried = 0;
  for (const row of ROWS) {
    await row.first?.(scene);
    if (row.at) scene.market.nowS = row.at;
    const [contract, method] = row.call.split('.') as [ContractName, string];
    const args = await row.args(scene);
    const who = row.right?.(scene) ?? (row.stranger === DONE ? STRANGER : CONSUMER);
    const { inputs } = interfaces[contract].getFunction(method)!;
    for (const { path, type } of numbersIn(inputs, args))
      for (const border of bordersOf(type)) {
        const outcome = await outcomeOf(scene.market.attempt(contract, who, method, ...replaced(args, path, border)));
        expect(['Panic', 'without reason'], `${row.call} ${path.join('.')} = ${border}`).not.toContain(outcome);
        tried++;
      }
    await outcomeOf(scene.market.send(contract, who, method, ...args));
  }
  expect(tried).toBeGreaterThan(300);
});

function outcomeOf(sent: Promise<unknown>): Promise<string> {
  return sent.then(
    () => DONE,
    (error: unknown) => (error instanceof Refused ? error.errorName : Promise.reject(error)),
  );
}

interface NumberPlace {
  readonly path: readonly (string | number)[];
  readonly type: string;
}

/** Places of all numbers, in structs and lists too. */
function numbersIn(types: readonly ParamType[], values: unknown): NumberPlace[] {
  return types.flatMap((type, i) => {
    const key = Array.isArray(values) ? i : type.name;
    return placesOf(type, (values as Record<string | number, unknown>)[key]).map(p => ({ ...p, path: [key, ...p.path] }));
  });
}

function placesOf(type: ParamType, value: unknown): NumberPlace[] {
  if (type.baseType === 'array') return numbersIn((value as unknown[]).map(() => type.arrayChildren!), value);
  if (type.baseType === 'tuple') return numbersIn(type.components!, value);
  return /^u?int/.test(type.type) ? [{ path: [], type: type.type }] : [];
}

function bordersOf(type: string): bigint[] {
  const bits = BigInt(type.replace(/\D/g, ''));
  return type.startsWith('u') ? [0n, (1n << bits) - 1n] : [-(1n << (bits - 1n)), 0n, (1n << (bits - 1n)) - 1n];
}

function replaced<T>(value: T, [key, ...rest]: readonly (string | number)[], by: bigint): T {
  if (key === undefined) return by as T;
  const inside = replaced((value as Record<string | number, unknown>)[key], rest, by);
  if (Array.isArray(value)) return value.with(key as number, inside) as T;
  return { ...value, [key]: inside };
}
