/** The contracts against the model (A31), and the figures of UFTP's worked example in the model (A32). */
import { expect, test } from 'vitest';
import { OPERATIONS, type OperationName, play } from './operations.ts';
import { flexibilityPay } from './points.ts';
import { operation } from './random/scene.ts';
import { opening } from './random-day.ts';
import { openMarket } from './state.ts';
import { CAST, RULES, TARIFF } from './testing/cast.ts';
import { playSideBySide, together } from './testing/side-by-side.ts';

const RUNS = Number(process.env['INTERLOCK_RUNS'] ?? 1);
/** One market long enough for every operation to succeed in it, and a short one under the other pricing rule of the pool. */
const MARKETS = [
  { seed: 4149, operations: 1350 },
  { seed: 36, operations: 150 },
];
const SEED = process.env['INTERLOCK_SEED'];

test('A31 random markets are equal to the unit on the model and on the contracts, and every operation succeeds in them', {
  timeout: 180_000 * RUNS,
}, async () => {
  const played = [];
  for (let run = 0; run < RUNS; run++)
    for (const { seed, operations } of MARKETS)
      played.push(await playSideBySide(seed + run + Number(SEED ?? 0), operations));
  const { succeeded, refused } = together(played);
  // Only the seeds above are known to reach everything; others are drawn in a long run.
  if (SEED !== undefined) return;
  const missing = Object.keys(OPERATIONS).filter(name => !succeeded.has(name) && !NEVER.has(name));
  expect(missing).toEqual([]);
  expect(times(succeeded)).toBeGreaterThan(700);
  expect(refused.size).toBeGreaterThan(100);
});

test('A32 realised 7, 8, 9, 10, 11 MW of a baseline of 10 with 2 sold pay 14, 14, -4, -22, -33 EUR', () => {
  // One MW over a quarter of an hour is 250 kWh: 7 and 11 EUR/MW are 28,000 and 44,000 micro-euro/kWh.
  const sold = [{ energyWh: 2n * MW, priceMicroEurPerKwh: 28_000n }];
  const paid = [7n, 8n, 9n, 10n, 11n].map(
    realised => flexibilityPay(sold, (10n - realised) * MW, 44_000n)[0]!.amountMicroEur,
  );
  expect(paid).toEqual([14_000_000n, 14_000_000n, -4_000_000n, -22_000_000n, -33_000_000n]);
});

test('a refused operation leaves nothing in the model, also where its first parts would have done', () => {
  const m = openMarket(
    {
      administrator: CAST.administrator,
      rules: RULES,
      tariff: TARIFF,
      founders: CAST.founders,
      leafOf: () => '0x',
    },
    1_800_000_000n,
  );
  for (const first of opening(CAST)) expect(play(m, first).done).toBe(true);
  const before = JSON.stringify([...m.points.rows], (_, value) =>
    typeof value === 'bigint' ? String(value) : value,
  );
  const [mine, yours] = [CAST.points[0]!, CAST.points[1]!];
  const its = { points: [mine, yours], owners: [CAST.owners[5]!, CAST.stranger], area: 1 };
  const outcome = play(m, operation('connectPoints', CAST.administrator, its));
  expect(outcome).toEqual({ done: false, refusal: 'NotRegistered' });
  expect(
    JSON.stringify([...m.points.rows], (_, value) => (typeof value === 'bigint' ? String(value) : value)),
  ).toBe(before);
});

const times = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((a, b) => a + b, 0);

const MW = 250_000n;
/** Doors that open to nobody. */
const NEVER: ReadonlySet<string> = new Set<OperationName>(['intrude']);
