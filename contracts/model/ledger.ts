/** Who owes whom: one balance a participant and one for clearing, micro-euro; what is posted sums to zero. */
import { must } from './market.ts';
import type { Market } from './state.ts';

/** Posts amounts of one kind of event. @param postings participant number and amount, received positive */
export function post(
  m: Market,
  postings: Iterable<readonly [participant: number, amountMicroEur: bigint]>,
): void {
  let total = 0n;
  for (const [participant, amount] of postings) {
    total += amount;
    if (amount === 0n) continue;
    const balance = m.balances.at(participant) + amount;
    must(balance <= BALANCE_MAX && balance >= -BALANCE_MAX, 'AmountTooLarge');
    m.balances.set(participant, balance);
  }
  must(total === 0n, 'Unbalanced');
}

/** Stands in for the participants of groups that nobody gathered yet. */
export const CLEARING = 0;
const BALANCE_MAX = 2n ** 126n;
