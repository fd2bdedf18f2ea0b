/** The console's words and the contracts': what it sends they take, what they say it understands. */
import { ZeroAddress } from 'ethers';
import { expect, test } from 'vitest';
import { type Nets, netsOf } from '../../../contracts/bindings/index.ts';
import {
  ADMIN,
  commit,
  DELIVERED,
  type Floor,
  netTradesOf,
  openFloor,
  openInDaylight,
} from '../../../contracts/bindings/testing/trading-floor.ts';
import { Batches } from '../../market/batches.ts';
import { Names } from '../../market/names.ts';
import { TradeBook } from '../../market/trade-book.ts';
import type { MarketEvent } from '../../records/market.ts';
import type { Hex } from '../follower.ts';
import { argumentsOf } from '../sender/market-commands.ts';
import { MarketDecoder } from './decode.ts';

const FEE_CAP = 100_000n;
const EVIDENCE = 'e'.repeat(64);

async function console_(areaOf: (k: number) => number = () => 1) {
  const floor = await openFloor(4, areaOf);
  const [operator] = floor.operators;
  const account = operator.wallet.address;
  const decoder = new MarketDecoder(floor.market.addresses, { account, encryptionKey: operator.encryption });
  const events: MarketEvent[] = [];
  let read = 0;
  /** Reads what the chain has said since. */
  const follow = (): MarketEvent[] => {
    const logs = floor.market.logs.slice(read).map((log, logIndex) => ({
      address: log.address as Hex,
      topics: log.topics as Hex[],
      data: log.data as Hex,
      transactionHash: '0xaa' as Hex,
      logIndex: read + logIndex,
    }));
    read = floor.market.logs.length;
    const fresh = decoder.decode({ number: read, hash: '0xbb', timestampS: Number(floor.market.nowS), logs });
    events.push(...fresh);
    return fresh;
  };
  const sealKeyOf = (tradeId: string): string | null => {
    const event = events.find(e => e.type === 'trade' && e.trade.id === tradeId);
    return event?.type === 'trade' ? event.trade.sealKey : null;
  };
  const random = (bytes: number): Uint8Array => new Uint8Array(bytes).fill(read);
  const judge = async (
    verdicts: readonly { id: string; decision: 'accepted' | 'reduced' | 'rejected'; wh: bigint }[],
  ) => {
    const command = {
      type: 'give-verdicts' as const,
      verdicts: verdicts.map(({ id, decision, wh }) => ({
        tradeId: id,
        decision,
        energyWh: wh,
        feeMicroEur: decision === 'rejected' ? 0n : 250n,
        reasonCode: 0,
        evidence: EVIDENCE,
      })),
    };
    const args = argumentsOf(command, { account, sealKeyOf, random });
    await floor.market.send('GridSupervision', account, 'giveVerdicts', ...args);
  };
  return { floor, follow, judge };
}

async function settleWith(floor: Floor, nets: Nets): Promise<void> {
  floor.market.nowS = DELIVERED;
  await floor.market.send('NetSettlement', floor.broker.wallet.address, 'settleBatch', nets);
}

test('a new market tells its rules once, and which points have a meter', async () => {
  const { floor, follow } = await console_();
  const told = follow();
  expect(told.filter(e => e.type === 'rules')).toMatchObject([
    { rules: { intervalSeconds: 900, gateLeadSeconds: 600, objectionSeconds: 300 } },
  ]);
  expect(told.filter(e => e.type === 'meter')).toEqual([]);
  const [first, second] = floor.owners.map(owner => owner.point) as [string, string];
  const meter = floor.broker.wallet.address;
  await floor.market.send('Registry', ADMIN, 'setMeters', [first, second], [meter, meter]);
  await floor.market.send('Registry', ADMIN, 'setMeters', [second], [ZeroAddress]);
  expect(follow()).toMatchObject([
    { type: 'meter', point: 'POINT-0', meter },
    { type: 'meter', point: 'POINT-1', meter },
    { type: 'meter', point: 'POINT-1', meter: null },
  ]);
});

test('a batch is read, judged in two rounds, and its settlement recognised trade by trade', async () => {
  const { floor, follow, judge } = await console_();
  const batch = await commit(floor, [
    { seller: 0, buyer: 1, energyWh: 1000n, attribute: 1 },
    { seller: 2, buyer: 3, energyWh: 500n },
    { seller: 3, buyer: 0, energyWh: 700n },
  ]);
  const trades = follow().flatMap(e => (e.type === 'trade' ? [e.trade] : []));
  expect(trades.map(t => t.energyWh)).toEqual(batch.trades.map(t => t.details.energyWh));
  const [first, second, third] = trades.map(t => t.id) as [string, string, string];
  await judge([
    { id: third, decision: 'rejected', wh: 0n },
    { id: first, decision: 'accepted', wh: trades[0]!.energyWh },
  ]);
  await judge([{ id: second, decision: 'reduced', wh: 100n }]);
  const verdicts = follow().flatMap(e => (e.type === 'verdict' ? [e.verdict] : []));
  expect(verdicts.map(v => [v.tradeId, v.decision, v.energyWh])).toEqual([
    [first, 'accepted', trades[0]!.energyWh],
    [third, 'rejected', 0n],
    [second, 'reduced', 100n],
  ]);
  expect(verdicts[0]!.evidence).toBe(`0x${EVIDENCE}`);

  const entries = verdicts.map(v => ({
    index: Number(BigInt(v.tradeId) % 1024n),
    decision: v.decision === 'accepted' ? 1 : v.decision === 'reduced' ? 2 : 3,
    reasonCode: v.reasonCode,
    energyWh: v.energyWh,
    feeMicroEur: v.feeMicroEur,
    evidence: v.evidence,
  }));
  const nets = netsOf(batch.batchId, netTradesOf(batch, [entries, null]), FEE_CAP)!;
  await settleWith(floor, nets);
  const settled = follow();
  expect(settled).toMatchObject([
    { type: 'batch-settled', problem: '' },
    { type: 'trade-settled', tradeId: first, feeMicroEur: 250n },
    { type: 'trade-settled', tradeId: second, amountMicroEur: 15_000n },
  ]);
});

test('an objection to right nets ends with the opening of the batch, and its trouble with it', async () => {
  const { floor, follow, judge } = await console_();
  const batch = await commit(floor, [{ seller: 0, buyer: 1, energyWh: 1000n }]);
  const [trade] = follow().flatMap(e => (e.type === 'trade' ? [e.trade] : []));
  await judge([{ id: trade!.id, decision: 'accepted', wh: 1000n }]);
  const entries = [
    { index: 0, decision: 1, reasonCode: 0, energyWh: 1000n, feeMicroEur: 250n, evidence: `0x${EVIDENCE}` },
  ];
  const nets = netsOf(batch.batchId, netTradesOf(batch, [entries, null]), FEE_CAP)!;
  await settleWith(floor, nets);
  await floor.market.send('NetSettlement', floor.owners[2]!.wallet.address, 'objectTo', batch.batchId);
  const troubles = new Batches(new Names());
  for (const event of follow()) troubles.apply(event);
  expect(troubles.troubles()).toMatchObject([{ kind: 'objected' }]);

  const broker = floor.broker.wallet.address;
  await openInDaylight(floor, batch, broker, [[entries], []]);
  await floor.market.send('Daylight', broker, 'finish', nets, nets);
  for (const event of follow()) troubles.apply(event);
  expect(troubles.troubles()).toEqual([]);
});

test('false nets are noticed, objected to by command, and void when nobody proves them', async () => {
  const { floor, follow, judge } = await console_();
  const batch = await commit(floor, [{ seller: 0, buyer: 1, energyWh: 1000n }]);
  const [trade] = follow().flatMap(e => (e.type === 'trade' ? [e.trade] : []));
  await judge([{ id: trade!.id, decision: 'accepted', wh: 1000n }]);
  follow();
  const said = [
    { index: 0, decision: 1, reasonCode: 0, energyWh: 1000n, feeMicroEur: 0n, evidence: `0x${EVIDENCE}` },
  ];
  // The fee of the operator is left out.
  const false_ = netsOf(batch.batchId, netTradesOf(batch, [said, null]), FEE_CAP)!;
  await settleWith(floor, false_);
  const [noticed] = follow();
  expect(noticed).toMatchObject({ type: 'batch-settled', problem: 'grid fees of 0 µ€ instead of 250 µ€' });

  const operator = floor.operators[0].wallet.address;
  const sealing = { account: operator, sealKeyOf: () => null, random: () => new Uint8Array(8) };
  const command = {
    type: 'object-to-batch' as const,
    batchId: String(batch.batchId),
    interval: trade!.interval,
    problem: 'grid fees',
  };
  const args = argumentsOf(command, sealing);
  await floor.market.send('NetSettlement', operator, 'objectTo', ...args);
  expect(follow()).toMatchObject([{ type: 'batch-objected', objector: operator }]);
  floor.market.nowS += 300n;
  await floor.market.send('NetSettlement', ADMIN, 'voidObjected', false_);
  const events = follow();
  expect(events).toMatchObject([{ type: 'batch-voided', batchId: String(batch.batchId) }]);

  const book = new TradeBook({ intervalSeconds: 900, gateLeadSeconds: 600 });
  book.propose(trade!);
  book.settle(trade!.id, 1n, 1n);
  book.void(String(batch.batchId), trade!.interval);
  expect(book.entry(trade!.id)?.settled).toBeNull();
});
