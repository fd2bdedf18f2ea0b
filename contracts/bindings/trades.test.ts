/** Trades from commitment to settlement on the deployed contracts, against the nets computed here. */
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { DECISION, TRADE_KIND } from './generated/constants.ts';
import type { Nets } from './generated/types.ts';
import { packPositions, type TradedPosition, unpackPositions } from './nets.ts';
import { digestOf, openAsParty, openVerdicts, packedDecisions } from './sealing.ts';
import { chainOf } from './sheets.ts';
import { Refused } from './testing/local-market.ts';
import {
  ADMIN,
  commit,
  DELIVERED,
  entriesOf,
  type Floor,
  GATE,
  give,
  METERS,
  netsFor,
  openFloor,
  openInDaylight,
  partsNow,
  readAs,
  SLOT,
  START,
  sheetNow,
} from './testing/trading-floor.ts';

const OWNERS = 6;
/** Number of the clearing balance. */
const CLEARING = 0;
let floor: Floor;
const refused = (name: string) => (error: unknown) => error instanceof Refused && error.errorName === name;
const expectRefused = async (name: string, attempt: Promise<unknown>) => {
  await expect(attempt).rejects.toSatisfy(refused(name), name);
};
const accepted = { decision: DECISION.ACCEPTED };

beforeEach(async () => {
  floor = await openFloor(OWNERS, k => (k < 4 ? 1 : 2));
});

describe('a committed batch', () => {
  test('T1 is read by buyer, seller and the operator of the area, and by nobody else', async () => {
    const batch = await commit(floor, [
      { seller: 0, buyer: 1, energyWh: 1000n, attribute: 1 },
      { seller: 2, buyer: 3, energyWh: 2000n },
    ]);
    const all = readAs(floor.operators[0], batch);
    expect(all.map(t => t.details)).toEqual(batch.trades.map(t => t.details));
    for (const place of [0, 1, 2, 3]) {
      const own = openAsParty(batch.envelope, batch.leaves, floor.owners[place]!.encryption);
      expect(own.map(t => t.details.energyWh)).toEqual([place < 2 ? 1000n : 2000n]);
    }
    expect(openAsParty(batch.envelope, batch.leaves, floor.owners[5]!.encryption)).toEqual([]);
    expect(() => readAs(floor.operators[1], batch)).toThrow('not for this key');
  });

  test('T1 across two areas is read by both operators', async () => {
    const batch = await commit(floor, [{ seller: 0, buyer: 4, energyWh: 1000n }], { areas: [1, 2] });
    for (const operator of floor.operators) expect(readAs(operator, batch)[0]!.details.energyWh).toBe(1000n);
  });

  test('T2 a wrong bit in the envelope is noticed by whoever reads it', async () => {
    const batch = await commit(floor, [{ seller: 0, buyer: 1, energyWh: 1000n }]);
    const at = batch.envelope.length - 2 * (66 - 10);
    const flipped = batch.envelope[at] === '0' ? '1' : '0';
    const envelope = batch.envelope.slice(0, at) + flipped + batch.envelope.slice(at + 1);
    expect(() => readAs(floor.operators[0], { ...batch, envelope })).toThrow('does not hold the trades committed');
    expect(openAsParty(envelope, batch.leaves, floor.owners[0]!.encryption)).toEqual([]);
  });

  test('T3 comes before the gate, in the order of the sender’s batches, of a kind its role allows, without a leaf twice', async () => {
    const { market, broker } = floor;
    const terms = { interval: SLOT, kind: 0, sellerArea: 1, buyerArea: 1, sequence: 0n };
    const leaf = (k: number) => `0x${String(k).padStart(64, '0')}`;
    const send = (change: object, leaves: string[], sender = broker.wallet.address) =>
      market.send('EnergyMarket', sender, 'commitTrades', { ...terms, ...change }, leaves, '0x');
    await expectRefused('SequenceInvalid', send({ sequence: 1n }, [leaf(1)]));
    await expectRefused('LeavesUnsorted', send({}, [leaf(2), leaf(1)]));
    await expectRefused('LeavesUnsorted', send({}, [leaf(1), leaf(1)]));
    await expectRefused('LeavesUnsorted', send({}, [leaf(0)]));
    await expectRefused('BatchEmpty', send({}, []));
    await expectRefused('BatchTooLarge', send({}, Array.from({ length: 1025 }, (_, k) => leaf(k + 1))));
    await expectRefused('AreaUnknown', send({ buyerArea: 3 }, [leaf(1)]));
    await expectRefused('IntervalInvalid', send({ interval: SLOT + 1n }, [leaf(1)]));
    await expectRefused('KindInvalid', send({ kind: TRADE_KIND.POOL }, [leaf(1)]));
    await expectRefused('RoleMissing', send({ kind: TRADE_KIND.COMMUNITY }, [leaf(1)], floor.owners[0]!.wallet.address));
    await expectRefused('RoleMissing', send({ kind: TRADE_KIND.SHARING }, [leaf(1)], floor.owners[0]!.wallet.address));
    await expectRefused('NotParticipant', send({}, [leaf(1)], ADMIN));
    await market.send('Registry', ADMIN, 'setPaused', true);
    await expectRefused('Paused', send({}, [leaf(1)]));
    await market.send('Registry', ADMIN, 'setPaused', false);
    market.nowS = GATE;
    await expectRefused('GateClosed', send({}, [leaf(1)]));
    market.nowS = GATE - 1n;
    await send({}, [leaf(1)]);
    await expectRefused('SequenceInvalid', send({}, [leaf(1)]));
  });
});

describe('a verdict', () => {
  test('G1 is the operator’s of the area alone, before the gate, on a trade that exists', async () => {
    const batch = await commit(floor, [{ seller: 0, buyer: 1, energyWh: 1000n }]);
    const [first, second] = floor.operators;
    const round = (decisions: string, batchId = batch.batchId) => [
      { batchId, decisions, digest: `0x${'0'.repeat(64)}`, envelope: '0x' },
    ];
    const send = (who: string, rounds: unknown) => floor.market.send('GridSupervision', who, 'giveVerdicts', rounds);
    await expectRefused('NotOperator', send(second.wallet.address, round('0x0000010000')));
    await expectRefused('NotOperator', send(floor.broker.wallet.address, round('0x0000010000')));
    await expectRefused('TradeUnknown', send(first.wallet.address, round('0x0001010000')));
    await expectRefused('DecisionInvalid', send(first.wallet.address, round('0x0000000000')));
    await expectRefused('DecisionInvalid', send(first.wallet.address, round('0x0000050000')));
    await expectRefused('DecisionsMalformed', send(first.wallet.address, round('0x00000100')));
    await expectRefused('RoundEmpty', send(first.wallet.address, round('0x')));
    await expectRefused('BatchUnknown', send(first.wallet.address, round('0x0000010000', 9n)));
    await floor.market.send('Registry', ADMIN, 'suspend', first.wallet.address, true);
    await expectRefused('NotOperator', send(first.wallet.address, round('0x0000010000')));
    await floor.market.send('Registry', ADMIN, 'suspend', first.wallet.address, false);
    floor.market.nowS = GATE;
    await expectRefused('GateClosed', send(first.wallet.address, round('0x0000010000')));
  });

  test('G2 is final; only a hold may be replaced, and pausing the market does not stop it', async () => {
    const batch = await commit(floor, [
      { seller: 0, buyer: 1, energyWh: 1000n },
      { seller: 2, buyer: 3, energyWh: 1000n },
    ]);
    const [operator] = floor.operators;
    await floor.market.send('Registry', ADMIN, 'setPaused', true);
    await give(floor, batch, operator, [{ decision: DECISION.HELD }, { decision: DECISION.REJECTED }]);
    await give(floor, batch, operator, [accepted, null]);
    for (const decision of [DECISION.REJECTED, DECISION.HELD, DECISION.ACCEPTED]) {
      await expectRefused('VerdictFinal', give(floor, batch, operator, [{ decision }, null]));
      await expectRefused('VerdictFinal', give(floor, batch, operator, [null, { decision }]));
    }
  });

  test('G3 on a trade between two areas needs both operators', async () => {
    const batch = await commit(floor, [{ seller: 0, buyer: 4, energyWh: 1000n }], { areas: [1, 2] });
    const due = async () =>
      (await floor.market.send('GridSupervision', ADMIN, 'isDue', batch.batchId)).result[0] as boolean;
    const dueBatches = async () =>
      (await floor.market.send('GridSupervision', ADMIN, 'dueBatchCount', SLOT)).result[0] as bigint;
    await give(floor, batch, floor.operators[0], [accepted]);
    expect([await due(), await dueBatches()]).toEqual([false, 0n]);
    await give(floor, batch, floor.operators[1], [accepted]);
    expect([await due(), await dueBatches()]).toEqual([true, 1n]);
  });

  test('G4 is read in full by those concerned; others see decision and reason', async () => {
    const batch = await commit(floor, [
      { seller: 0, buyer: 1, energyWh: 1000n },
      { seller: 2, buyer: 3, energyWh: 500n },
    ]);
    const [operator] = floor.operators;
    const said = [{ decision: DECISION.REDUCED, energyWh: 400n, feeMicroEur: -3n }, accepted];
    const { entries, envelope, sent } = await give(floor, batch, operator, said);
    const event = sent.events[0]!.args;
    const read = (keyOf: (index: number) => string | null) =>
      openVerdicts(event['decisions'], envelope, event['digest'], operator.wallet.address, keyOf);
    expect(read(i => readAs(operator, batch)[i]!.key)).toEqual(entries);
    const mine = openAsParty(batch.envelope, batch.leaves, batch.trades[0]!.seller.encryption)[0]!;
    expect(read(i => (i === mine.index ? mine.key : null))).toEqual([entries[mine.index]]);
    expect(read(() => null)).toEqual([]);
    const other = `${envelope.slice(0, -2)}${envelope.endsWith('00') ? '01' : '00'}`;
    expect(() =>
      openVerdicts(event['decisions'], other, event['digest'], operator.wallet.address, i => readAs(operator, batch)[i]!.key),
    ).toThrow('not those of the digest');
  });
});

describe('a batch settles', () => {
  async function judged() {
    const batch = await commit(floor, [
      { seller: 0, buyer: 1, energyWh: 1000n, priceMicroEurPerKwh: 100_001n },
      { seller: 2, buyer: 1, energyWh: 500n },
      { seller: 3, buyer: 0, energyWh: 700n },
    ]);
    const said = batch.trades.map((_, k) =>
      k === 1 ? { decision: DECISION.REJECTED } : { decision: DECISION.ACCEPTED, feeMicroEur: 1500n },
    );
    const { entries } = await give(floor, batch, floor.operators[0], said);
    return { batch, entries, nets: netsFor(batch, [entries, null]) };
  }
  const settle = (nets: Nets, who = floor.broker.wallet.address) =>
    floor.market.send('NetSettlement', who, 'settleBatch', nets);
  /** Of the owners, the broker, the operators, and the clearing balance. */
  const balances = async () => {
    const all = [...floor.owners, floor.broker, ...floor.operators].map(p => p.participant);
    const found: bigint[] = [];
    for (const number of [...all, CLEARING])
      found.push((await floor.market.read('Ledger', 'balanceOfNumber', number))[0] as bigint);
    return found;
  };
  /** What the balances must be when nothing but these nets settled, all of it in area 1. */
  const balancesOf = (nets: Nets) => {
    const sums = new Map<number, bigint>([[floor.operators[0].participant, nets.sellerSideFeeMicroEur]]);
    for (const { participant, amountMicroEur } of unpackPositions(nets.positions))
      sums.set(participant, (sums.get(participant) ?? 0n) + amountMicroEur);
    return [...floor.owners, floor.broker, ...floor.operators].map(p => sums.get(p.participant) ?? 0n).concat(0n);
  };
  const state = async (batchId: bigint) =>
    Number(((await floor.market.send('NetSettlement', ADMIN, 'settledOf', batchId)).result[0] as { state: bigint }).state);
  const openGroups = async () => (await floor.market.read('NetSettlement', 'openGroupCount', SLOT))[0] as bigint;
  const gather = async (interval = SLOT) =>
    floor.market.send('NetSettlement', ADMIN, 'gather', interval, await sheetNow(floor.market, interval));
  /** The same nets with other positions. */
  const changed = (nets: Nets, change: (positions: TradedPosition[]) => TradedPosition[]): Nets => ({
    ...nets,
    positions: packPositions(change(unpackPositions(nets.positions))),
  });
  /** Five micro-euro more for the last position, out of the fee. */
  const stealing = (nets: Nets): Nets => ({
    ...changed(nets, all => all.with(-1, { ...all.at(-1)!, amountMicroEur: all.at(-1)!.amountMicroEur + 5n })),
    sellerSideFeeMicroEur: nets.sellerSideFeeMicroEur - 5n,
  });

  test('N1 after delivery, once, by its submitter or an operator of its areas', async () => {
    const { nets } = await judged();
    floor.market.nowS = DELIVERED - 1n;
    await expectRefused('DeliveryRunning', settle(nets));
    floor.market.nowS = DELIVERED;
    await expectRefused('NotConcerned', settle(nets, floor.owners[0]!.wallet.address));
    await expectRefused('NotConcerned', settle(nets, floor.operators[1].wallet.address));
    await floor.market.send('Registry', ADMIN, 'setPaused', true);
    await settle(nets, floor.operators[0].wallet.address);
    await expectRefused('BatchStateInvalid', settle(nets));
    // The fee moves at once; what the trades cost and bring, when nothing can change any more.
    const [fee, nobody] = [nets.sellerSideFeeMicroEur, floor.owners.map(() => 0n)];
    expect(await balances()).toEqual([...nobody, 0n, fee, 0n, -fee]);
    await expectRefused('ObjectionTimeRunning', gather());
    floor.market.nowS += 300n;
    expect(await openGroups()).toBe(1n);
    await gather();
    expect([await openGroups(), await balances()]).toEqual([0n, balancesOf(nets)]);
    // Once: what was gathered moves nothing again.
    await gather();
    expect(await balances()).toEqual(balancesOf(nets));
  });

  test('N2 balanced, sorted, each leg once, of numbers that exist', async () => {
    const { nets } = await judged();
    floor.market.nowS = DELIVERED;
    const positions = unpackPositions(nets.positions);
    const [first, second] = positions as [TradedPosition, TradedPosition];
    const unsorted = (...all: TradedPosition[]) => `0x${all.map(p => packPositions([p]).slice(2)).join('')}`;
    await expectRefused('PositionsUnbalanced', settle(changed(nets, all => all.slice(1))));
    await expectRefused('NetsUnbalanced', settle({ ...nets, sellerSideFeeMicroEur: nets.sellerSideFeeMicroEur + 1n }));
    await expectRefused('NetsUnbalanced', settle({ ...nets, buyerSideFeeMicroEur: -1n }));
    await expectRefused('NetsUnbalanced', settle({ ...nets, positions: '0x' }));
    await expectRefused('PositionsMalformed', settle({ ...nets, positions: nets.positions.slice(0, -2) }));
    await expectRefused('PositionsUnsorted', settle({ ...nets, positions: unsorted(second, first, ...positions.slice(2)) }));
    await expectRefused('PositionsUnsorted', settle({ ...nets, positions: unsorted(first, ...positions) }));
    const nothing = { netWh: 0n, amountMicroEur: 0n };
    const nobody = { ...nothing, point: first.point, participant: 0 };
    await expectRefused('PositionsUnsorted', settle(changed(nets, all => [...all, nobody])));
    const ghost = { ...nothing, point: first.point, participant: 0xffff };
    await expectRefused('NumberUnknown', settle(changed(nets, all => [...all, ghost])));
    await expectRefused('PointUnknown', settle(changed(nets, all => [...all, { ...ghost, point: 0xffff, participant: 1 }])));
    await settle(nets);
  });

  test('N3 not at all when no side let anything through, or nobody gave the nets in time', async () => {
    const held = await commit(floor, [{ seller: 0, buyer: 1, energyWh: 1000n }]);
    const { batch, nets } = await judged();
    floor.market.nowS = DELIVERED;
    await expectRefused('BatchNotDue', settle({ ...nets, batchId: held.batchId }));
    await expectRefused('BatchNotDue', floor.market.send('NetSettlement', ADMIN, 'voidUnsettled', held.batchId));
    await expectRefused('BatchesOpen', floor.market.send('NetSettlement', ADMIN, 'requireFinal', SLOT));
    floor.market.nowS = DELIVERED + 14_400n - 1n;
    await expectRefused('TooEarly', floor.market.send('NetSettlement', ADMIN, 'voidUnsettled', batch.batchId));
    floor.market.nowS += 1n;
    await expectRefused('TooLate', settle(nets));
    await floor.market.send('NetSettlement', ADMIN, 'voidUnsettled', batch.batchId);
    await floor.market.send('NetSettlement', ADMIN, 'requireFinal', SLOT);
    expect([await openGroups(), partsNow(floor.market).groups(Number(SLOT))]).toEqual([0n, []]);
    expect((await balances()).every(b => b === 0n)).toBe(true);
  });

  test('N4 an objection in time holds the interval; proven right, it costs who objected', async () => {
    const { batch, entries, nets } = await judged();
    floor.market.nowS = DELIVERED;
    await settle(nets);
    await expectRefused('ObjectionTimeRunning', floor.market.send('NetSettlement', ADMIN, 'requireFinal', SLOT));
    const objector = floor.owners[5]!.wallet.address;
    await expectRefused('NotRegistered', floor.market.send('NetSettlement', ADMIN, 'objectTo', batch.batchId));
    const before = await balances();
    await floor.market.send('NetSettlement', objector, 'objectTo', batch.batchId);
    await expectRefused('BatchStateInvalid', floor.market.send('NetSettlement', objector, 'objectTo', batch.batchId));
    floor.market.nowS += 299n;
    await expectRefused('ObjectionsOpen', floor.market.send('NetSettlement', ADMIN, 'requireFinal', SLOT));
    const opener = floor.broker.wallet.address;
    await openInDaylight(floor, batch, opener, [[entries], []], 2);
    await expectRefused('NetsDiffer', floor.market.send('Daylight', opener, 'finish', { ...nets, positions: '0x' }, nets));
    await floor.market.send('Daylight', opener, 'finish', nets, nets);
    const after = await balances();
    expect(after[5]! - before[5]!).toBe(-1_000_000n);
    expect(after[6]! - before[6]!).toBe(1_000_000n);
    floor.market.nowS += 1n;
    await floor.market.send('NetSettlement', ADMIN, 'requireFinal', SLOT);
    await expectRefused('NotObjected', floor.market.send('Daylight', opener, 'showTrades', batch.batchId, []));
    // What was given was right and is gathered once.
    expect((await sheetNow(floor.market)).parts).toHaveLength(1);
    await gather();
    const costs = balancesOf(nets);
    [costs[5], costs[6]] = [-1_000_000n, 1_000_000n];
    expect(await balances()).toEqual(costs);
  });

  test('N5 an objection too late is refused', async () => {
    const { batch, nets } = await judged();
    floor.market.nowS = DELIVERED;
    await settle(nets);
    floor.market.nowS += 300n;
    await expectRefused('TooLate', floor.market.send('NetSettlement', floor.owners[0]!.wallet.address, 'objectTo', batch.batchId));
    await floor.market.send('NetSettlement', ADMIN, 'requireFinal', SLOT);
  });

  test('N6 an objection that nobody answers voids the batch and takes its nets back', async () => {
    const { batch, nets } = await judged();
    floor.market.nowS = DELIVERED;
    await settle(nets);
    await floor.market.send('NetSettlement', floor.owners[0]!.wallet.address, 'objectTo', batch.batchId);
    await expectRefused('TooEarly', floor.market.send('NetSettlement', ADMIN, 'voidObjected', nets));
    floor.market.nowS += 300n;
    await expectRefused('NetsDiffer', floor.market.send('NetSettlement', ADMIN, 'voidObjected', { ...nets, positions: '0x' }));
    await floor.market.send('NetSettlement', ADMIN, 'voidObjected', nets);
    expect(await state(batch.batchId)).toBe(4);
    expect((await balances()).every(b => b === 0n)).toBe(true);
    await floor.market.send('NetSettlement', ADMIN, 'requireFinal', SLOT);
    // Given and taken back: the group is open until somebody shows that nothing is left of it.
    await expectRefused('PointsOpen', floor.market.send('Settlement', METERS, 'closeInterval', SLOT));
    await floor.market.send('Settlement', ADMIN, 'settlePoints', SLOT, await sheetNow(floor.market), []);
    expect((await balances()).every(b => b === 0n)).toBe(true);
    await floor.market.send('Settlement', METERS, 'closeInterval', SLOT);
  });

  test('N7 false nets are put right in daylight, to the unit', async () => {
    const { batch, entries, nets } = await judged();
    floor.market.nowS = DELIVERED;
    const false_ = stealing(nets);
    await settle(false_);
    await floor.market.send('NetSettlement', floor.owners[0]!.wallet.address, 'objectTo', batch.batchId);
    const opener = floor.operators[0].wallet.address;
    await openInDaylight(floor, batch, opener, [[entries], []]);
    await expectRefused('NotTheNets', floor.market.send('Daylight', opener, 'finish', false_, false_));
    await floor.market.send('Daylight', opener, 'finish', false_, nets);
    expect((await balances()).at(-3)).toBe(nets.sellerSideFeeMicroEur);
    floor.market.nowS += 300n;
    expect((await sheetNow(floor.market)).parts.map(part => part.sign)).toEqual([1n, -1n, 1n]);
    await gather();
    expect(await balances()).toEqual(balancesOf(nets));
  });

  test('N8 a trade that an owner did not sign, or outside the corridor, counts for nothing in daylight; a fee is cut to its cap', async () => {
    const batch = await commit(floor, [
      { seller: 0, buyer: 1, energyWh: 1000n },
      { seller: 2, buyer: 1, energyWh: 500n, unsigned: 'buyer' },
      { seller: 3, buyer: 0, energyWh: 700n, unsigned: 'seller' },
      { seller: 3, buyer: 2, energyWh: 300n, priceMicroEurPerKwh: 320_001n },
      { seller: 2, buyer: 3, energyWh: 300n, priceMicroEurPerKwh: 79_999n },
    ]);
    const { entries } = await give(floor, batch, floor.operators[0], batch.trades.map(() => ({ ...accepted, feeMicroEur: 1_000_000n })));
    floor.market.nowS = DELIVERED;
    const posted = netsFor(batch, [entries, null]);
    await settle(posted);
    await floor.market.send('NetSettlement', floor.owners[1]!.wallet.address, 'objectTo', batch.batchId);
    const opener = floor.broker.wallet.address;
    await openInDaylight(floor, batch, opener, [[entries], []]);
    const good = batch.trades.findIndex(t => t.details.energyWh === 1000n);
    const right = netsFor(batch, [entries.filter(e => e.index === good), null]);
    expect(right.sellerSideFeeMicroEur).toBe(100_000n);
    await floor.market.send('Daylight', opener, 'finish', posted, right);
  });

  test('N9 a sealed verdict that says another thing than the open decision counts for nothing', async () => {
    const batch = await commit(floor, [
      { seller: 0, buyer: 1, energyWh: 1000n },
      { seller: 2, buyer: 3, energyWh: 500n },
    ]);
    const [operator] = floor.operators;
    const honest = entriesOf(batch, [accepted, accepted]);
    const sealed = [honest[0]!, { ...honest[1]!, decision: DECISION.REJECTED, energyWh: 0n }];
    const round = { batchId: batch.batchId, decisions: packedDecisions(honest), digest: digestOf(sealed), envelope: '0x' };
    await floor.market.send('GridSupervision', operator.wallet.address, 'giveVerdicts', [round]);
    floor.market.nowS = DELIVERED;
    const posted = netsFor(batch, [honest, null]);
    await settle(posted);
    await floor.market.send('NetSettlement', floor.owners[2]!.wallet.address, 'objectTo', batch.batchId);
    const opener = operator.wallet.address;
    await openInDaylight(floor, batch, opener, [[sealed], []]);
    await floor.market.send('Daylight', opener, 'finish', posted, netsFor(batch, [[honest[0]!], null]));
  });

  test('N10 another trade, verdict or order of trades than committed opens nothing, and nobody spoils another’s session', async () => {
    const { batch, entries, nets } = await judged();
    floor.market.nowS = DELIVERED;
    await settle(nets);
    await floor.market.send('NetSettlement', floor.owners[0]!.wallet.address, 'objectTo', batch.batchId);
    const vandal = floor.owners[5]!.wallet.address;
    await expectRefused('VerdictsNotShown', floor.market.send('Daylight', vandal, 'showTrades', batch.batchId, []));
    const wrong = entries.map(e => ({ ...e, energyWh: e.energyWh + 1n }));
    await expectRefused('VerdictsNotShown', openInDaylight(floor, batch, vandal, [[wrong], []]));
    const opener = floor.broker.wallet.address;
    const shuffled = { ...batch, trades: batch.trades.toReversed() };
    await openInDaylight(floor, shuffled, opener, [[entries], []]);
    await expectRefused('NotTheTrades', floor.market.send('Daylight', opener, 'finish', nets, nets));
    const second = floor.operators[0].wallet.address;
    await openInDaylight(floor, batch, second, [[entries], []]);
    await floor.market.send('Daylight', second, 'finish', nets, nets);
  });

  test('N12 fees are taken back from whom they went to, and put right with it, also when the area has another operator since', async () => {
    const first = await judged();
    const second = await judged();
    floor.market.nowS = DELIVERED;
    const [before, after] = floor.operators.map(p => p.wallet.address) as [string, string];
    const objector = floor.owners[0]!.wallet.address;
    for (const { nets } of [first, second]) {
      await settle(stealing(nets));
      await floor.market.send('NetSettlement', objector, 'objectTo', nets.batchId);
    }
    await floor.market.send('Registry', ADMIN, 'assignArea', 1, after);
    const opener = floor.broker.wallet.address;
    await openInDaylight(floor, second.batch, opener, [[second.entries], []]);
    await floor.market.send('Daylight', opener, 'finish', stealing(second.nets), second.nets);
    floor.market.nowS += 300n;
    await floor.market.send('NetSettlement', ADMIN, 'voidObjected', stealing(first.nets));
    const of = async (who: string) => (await floor.market.send('Ledger', ADMIN, 'balanceOf', who)).result[0] as bigint;
    expect([await of(before), await of(after)]).toEqual([second.nets.sellerSideFeeMicroEur, 0n]);
  });

  test('N13 all other money moves when nothing can change any more, all at once or newest first in steps', async () => {
    const [first, second] = [await judged(), await judged()];
    floor.market.nowS = DELIVERED;
    for (const { nets } of [first, second]) await settle(nets);
    floor.market.nowS += 300n;
    const sheet = await sheetNow(floor.market);
    const [older, newer] = [sheet.parts.slice(0, 1), sheet.parts.slice(1)];
    await floor.market.send('NetSettlement', ADMIN, 'gather', SLOT, { ...sheet, rest: chainOf(older), parts: newer });
    const ofSecond = balancesOf(second.nets);
    const fee = first.nets.sellerSideFeeMicroEur;
    expect(await balances()).toEqual([...ofSecond.slice(0, -3), ofSecond.at(-3)! + fee, 0n, -fee]);
    expect([await openGroups(), (await sheetNow(floor.market)).parts]).toEqual([1n, older]);
    await gather();
    const both = balancesOf(first.nets).map((amount, k) => amount + ofSecond[k]!);
    expect([await openGroups(), await balances()]).toEqual([0n, both]);
  });

  test('N14 nets name two positions a trade at most', async () => {
    const { nets } = await judged();
    floor.market.nowS = DELIVERED;
    // Three trades, one of them rejected.
    const legs = [1, 2, 3, 4, 5, 6, 7].map(participant => ({ point: 1, participant, netWh: 0n, amountMicroEur: 0n }));
    const noFee = { ...nets, sellerSideFeeMicroEur: 0n };
    await expectRefused('TooManyPositions', settle(changed(noFee, () => legs)));
    await settle(changed(noFee, () => legs.slice(1)));
  });

  test('N11 daylight and the nets computed off chain agree to the unit on random batches and verdicts', { timeout: 120_000 }, async () => {
    let slot = SLOT;
    const side = fc.record({
      decision: fc.integer({ min: 1, max: 4 }),
      share: fc.bigInt({ min: 1n, max: 1200n }),
      feeMicroEur: fc.bigInt({ min: -200_000n, max: 200_000n }),
    });
    const trade = fc.record({
      seller: fc.nat(3),
      buyer: fc.nat(3),
      energyWh: fc.bigInt({ min: 1n, max: 3_000_000n }),
      priceMicroEurPerKwh: fc.bigInt({ min: 80_000n, max: 320_000n }),
      sides: fc.tuple(side, side),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(trade, { minLength: 1, maxLength: 6 }), fc.boolean(), async (trades, twoAreas) => {
        slot += 900n;
        floor.market.nowS = slot - 5000n > START ? slot - 5000n : START;
        // Sellers 0..3 in area 1; buyers 4, 5 in area 2, or another of area 1.
        const wanted = trades.map(t => ({ ...t, buyer: twoAreas ? 4 + (t.buyer & 1) : (t.seller + 1 + (t.buyer % 3)) % 4 }));
        const batch = await commit(floor, wanted, { interval: slot, areas: twoAreas ? [1, 2] : [1, 1] });
        const said = (which: 0 | 1) =>
          batch.trades.map(t => {
            const { sides } = wanted.find(w => w.energyWh === t.details.energyWh && floor.owners[w.seller] === t.seller)!;
            const { decision, share, feeMicroEur } = sides[which];
            return decision > 2
              ? { decision }
              : { decision, feeMicroEur, energyWh: decision === 1 ? t.details.energyWh : (t.details.energyWh * share) / 1000n };
          });
        const first = (await give(floor, batch, floor.operators[0], said(0))).entries;
        const second = twoAreas ? (await give(floor, batch, floor.operators[1], said(1))).entries : null;
        const due = (await floor.market.send('GridSupervision', ADMIN, 'isDue', batch.batchId)).result[0];
        if (!due) return;
        floor.market.nowS = slot + 900n;
        let nets: Nets;
        try {
          nets = netsFor(batch, [first, second]);
        } catch {
          return; // the sides let different trades through: nothing counts
        }
        await settle(nets);
        await floor.market.send('NetSettlement', floor.owners[0]!.wallet.address, 'objectTo', batch.batchId);
        const opener = floor.broker.wallet.address;
        await openInDaylight(floor, batch, opener, [[first], second === null ? [] : [second]]);
        await floor.market.send('Daylight', opener, 'finish', nets, nets);
        expect((await balances()).reduce((a, b) => a + b)).toBe(0n);
        floor.market.nowS += 300n;
        await gather(slot);
        // The clearing balance is empty again.
        expect((await balances()).at(-1)).toBe(0n);
      }),
      { numRuns: 25 * Number(process.env['INTERLOCK_RUNS'] ?? 1) },
    );
  });
});
