import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Decision } from '../records/market.ts';
import { REASON } from '../records/supervision.ts';
import { gateClosesAtMs } from './gates.ts';
import { Names } from './names.ts';
import { INTERVAL, own, recorded, TIMES, trade } from './testing/builders.ts';
import { decisionOf, isUndecided, scheduledWh, TradeBook, type TradeEntry } from './trade-book.ts';
import { matches, rowOf, sorted } from './trade-rows.ts';

type Step =
  | { type: 'own' | 'recorded'; id: number; decision: Decision }
  | { type: 'settle'; id: number }
  | { type: 'advance'; intervals: number };

const TRADES = Array.from({ length: 6 }, (_, k) => trade(String(k), { interval: INTERVAL + 900 * (k % 3) }));
const id = fc.nat({ max: TRADES.length - 1 });
const decision = fc.constantFrom<Decision>('accepted', 'reduced', 'rejected', 'held');
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ type: fc.constantFrom('own' as const, 'recorded' as const), id, decision }),
  fc.record({ type: fc.constant('settle' as const), id }),
  fc.record({ type: fc.constant('advance' as const), intervals: fc.nat({ max: 4 }) }),
);

test('a book kept step by step equals one counted anew, and its changes add up to what is scheduled', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), steps => {
      const book = new TradeBook(TIMES);
      for (const of of TRADES) book.propose(of);
      const sum = new Map(TRADES.map(t => [t.id, 0n]));
      const add = (id: string, wh: bigint) => sum.set(id, (sum.get(id) ?? 0n) + wh);
      for (const s of steps) {
        if (s.type === 'own') add(String(s.id), book.decide(own(TRADES[s.id]!, s.decision)).changeWh);
        else if (s.type === 'recorded')
          add(String(s.id), book.record(recorded(TRADES[s.id]!, s.decision)).changeWh);
        else if (s.type === 'settle') book.settle(String(s.id), 5n, 1n);
        else if (s.type === 'advance')
          for (const change of book.advance(gateClosesAtMs(TIMES, INTERVAL + 900 * (s.intervals - 1))))
            add(change.trade.id, change.changeWh);
      }
      const entries = [...book.entries()];
      for (const entry of entries) expect(sum.get(entry.trade.id)).toBe(scheduledWh(entry));
      const count = (d: string) => entries.filter(e => decisionOf(e) === d).length;
      for (const [name, n] of Object.entries(book.totals())) expect(n).toBe(count(name));
      const waiting = entries
        .filter(isUndecided)
        .sort((a, b) => a.trade.interval - b.trade.interval || Number(a.trade.id) - Number(b.trade.id));
      expect(book.undecided()).toEqual(waiting);
    }),
  );
});

describe('what holds of a trade', () => {
  const of = trade('1');
  const bookOf = () => {
    const book = new TradeBook(TIMES);
    book.propose(of);
    return book;
  };
  const entry = (book: TradeBook) => book.entry('1') as TradeEntry;

  test('an accepted trade counts in the schedule at once, and no more when the gate closes without a record', () => {
    const book = bookOf();
    expect(book.decide(own(of, 'accepted')).changeWh).toBe(1000n);
    expect(book.advance(gateClosesAtMs(TIMES, INTERVAL))).toMatchObject([{ changeWh: -1000n }]);
    expect(rowOf(entry(book), TIMES, new Names(), () => null).reason).toMatch(
      /not recorded before the gate closed/,
    );
  });

  test('of a trade between two areas the lesser of both sides counts, and no word of the other side at the gate is nothing', () => {
    const crossing = trade('1', { otherArea: 2 });
    const made = () => {
      const book = new TradeBook(TIMES);
      book.propose(crossing);
      book.record(recorded(crossing, 'accepted', 700n));
      return book;
    };
    const gate = gateClosesAtMs(TIMES, INTERVAL);
    const silent = made();
    expect(scheduledWh(entry(silent))).toBe(700n);
    expect(silent.advance(gate)).toMatchObject([{ changeWh: -700n }]);
    const heard = made();
    expect(heard.recordOther('0xnord', recorded(crossing, 'held')).changeWh).toBe(0n);
    expect(heard.recordOther('0xnord', recorded(crossing, 'reduced', 400n)).changeWh).toBe(-300n);
    expect(heard.advance(gate)).toEqual([]);
    expect([scheduledWh(entry(heard)), rowOf(entry(heard), TIMES, new Names(), () => null).decision]).toEqual(
      [400n, 'accepted'],
    );
    const refused = made();
    expect(refused.recordOther('0xnord', recorded(crossing, 'rejected')).changeWh).toBe(-700n);
    const reasons = [silent, heard, refused].map(
      book => rowOf(entry(book), TIMES, new Names(), () => null).reason,
    );
    expect(reasons).toEqual([
      expect.stringMatching(/The operator of area 2 gave no verdict before the gate: it will not settle\.$/),
      expect.stringMatching(/The operator of area 2 lets 400 Wh of it through\.$/),
      expect.stringMatching(/The operator of area 2 rejected it: it will not settle\.$/),
    ]);
    expect(rowOf(entry(made()), TIMES, new Names(), () => null).reason).not.toContain('area 2');
    const more = made();
    expect(more.recordOther('0xnord', recorded(crossing, 'accepted')).changeWh).toBe(0n);
  });

  test('the chain has the last word: a recorded reduction outlives the own acceptance', () => {
    const book = bookOf();
    book.decide(own(of, 'accepted'));
    expect(book.record(recorded(of, 'reduced', 400n)).changeWh).toBe(-600n);
    book.advance(gateClosesAtMs(TIMES, INTERVAL));
    expect(scheduledWh(entry(book))).toBe(400n);
    expect(rowOf(entry(book), TIMES, new Names(), () => null)).toMatchObject({
      decision: 'reduced',
      safeWh: '400',
      record: 'on-chain',
    });
  });

  test('a hold on chain is not the end: a later own verdict replaces it', () => {
    const book = bookOf();
    book.record(recorded(of, 'held'));
    expect(book.undecided()).toHaveLength(1);
    book.decide(own(of, 'accepted'));
    expect(decisionOf(entry(book))).toBe('accepted');
    expect(book.undecided()).toHaveLength(0);
  });

  test('a verdict on a trade that was never proposed is our mistake and says so', () => {
    expect(() => new TradeBook(TIMES).record(recorded(of, 'held'))).toThrow(
      /trade 1, which is not in the book/,
    );
  });
});

describe('rows', () => {
  const names = new Names();
  names.setParticipant({ account: '0xseller', number: 1, name: 'Solar Nord', roles: [], suspended: false });
  const book = new TradeBook(TIMES);
  const binding = (margin: number) => ({
    limit: 'line-loading' as const,
    element: `line ${margin}`,
    value: 0,
    limitValue: 0,
    margin,
    unit: '%',
    leg: 'both' as const,
  });
  for (const [k, energyWh] of [300n, 2n ** 60n, 100n].entries()) book.propose(trade(String(k), { energyWh }));
  book.decide(own(trade('0'), 'rejected', { binding: binding(-2) }));
  book.decide(own(trade('1'), 'accepted', { binding: binding(5) }));
  const all = [...book.entries()];
  const ids = (entries: readonly TradeEntry[]) => entries.map(e => e.trade.id);

  test('sort by every column, what has no value last either way', () => {
    expect(ids(sorted(all, { by: 'energyWh', descending: false }))).toEqual(['2', '0', '1']);
    expect(ids(sorted(all, { by: 'margin', descending: false }))).toEqual(['0', '1', '2']);
    expect(ids(sorted(all, { by: 'margin', descending: true }))).toEqual(['1', '0', '2']);
    expect(ids(sorted(all, { by: 'id', descending: true }))).toEqual(['2', '1', '0']);
    expect(ids(sorted(all, { by: 'decision', descending: false }))).toEqual(['2', '0', '1']);
  });

  test('filter by decision, element and the names of the parties', () => {
    const found = (filter: Parameters<typeof matches>[1]) => ids(all.filter(e => matches(e, filter, names)));
    expect(found({ decision: ['rejected', 'pending'] })).toEqual(['0', '2']);
    expect(found({ element: 'line 5' })).toEqual(['1']);
    expect(found({ text: ' solar NORD ' })).toEqual(['0', '1', '2']);
    expect(found({ text: 'nobody' })).toEqual([]);
  });

  test('a verdict of before this console is told in words, whatever its reason', () => {
    const reasons = Object.values(REASON).map(reasonCode => {
      const old = new TradeBook(TIMES);
      old.propose(trade('1'));
      old.record({ ...recorded(trade('1'), 'held'), reasonCode });
      return rowOf(old.entry('1')!, TIMES, names, () => null).reason;
    });
    expect(reasons.filter(reason => /reason \d/.test(reason))).toEqual([]);
    expect(reasons).toContain('recorded on chain: a connection point had no meter');
    expect(new Set(reasons).size).toBe(reasons.length);
  });

  test('integers reach the screen to the last digit', () => {
    const row = rowOf(all[1] as TradeEntry, TIMES, names, () => null);
    expect(row).toMatchObject({
      energyWh: '1152921504606846976',
      feeMicroEur: '10',
      sellerName: 'Solar Nord',
      buyerName: '0xbuyer',
    });
  });
});
