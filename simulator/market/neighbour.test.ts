import { randomBytes } from 'node:crypto';
import { decodeBytes32String, verifyTypedData, ZeroHash } from 'ethers';
import { expect, test } from 'vitest';
import {
  DECISION,
  digestOf,
  interfaces,
  meteringDomain,
  POOL_PRICING,
  packedDecisions,
  READING_TYPES,
  sealVerdicts,
  TRADE_KIND,
  unpackPositions,
} from '../../contracts/bindings/index.ts';
import { NEIGHBOUR_POINTS } from '../neighbour-points.ts';
import { roster } from '../participants.ts';
import { type ChainDouble, chainDouble, OPERATOR } from '../testing/chain-double.ts';
import { january, town } from '../testing/settings.ts';
import { BORDER_WH_MAX } from './border-rule.ts';
import { openingOf } from './daylight.ts';
import { Neighbour } from './neighbour.ts';
import { commitment } from './sealed-batch.ts';
import { Settling } from './settling.ts';
import { Trading } from './trading.ts';

const setting = town(1);
const people = roster(setting);
const INTERVAL = january(14, 12);
const GATE_LEAD_S = 600;
const OBJECTION_S = 300;
const SETTLEMENT_S = 4 * 3600;
const CHAIN_ID = 20261;
const HERE = people.community.points.map(k => setting.points[k]!.id);
const THERE = NEIGHBOUR_POINTS.map(p => p.id);
const NEIGHBOUR = people.neighbour.operator.wallet.address;
const PRICE = 200_000;

test('the sharing provider commits both ways over the border, for both operators to read, and the neighbour judges its side', async () => {
  const { chain, trade, judge } = world();
  await trade(INTERVAL - 5000);
  await judge(INTERVAL - 4900);
  const crossing = chain.book.at(INTERVAL).batches.filter(b => b.sellerArea !== b.buyerArea);
  expect(crossing.map(b => [b.kind, b.submitter, b.sellerArea, b.buyerArea])).toEqual([
    [TRADE_KIND.SHARING, people.community.wallet.address, 1, 2],
    [TRADE_KIND.SHARING, people.community.wallet.address, 2, 1],
  ]);
  const read = chain.neighbourBook.at(INTERVAL).batches;
  expect(read.map(b => [b.id, b.trades])).toEqual(crossing.map(b => [b.id, b.trades]));
  for (const batch of crossing) {
    expect([...batch.rounds.keys()]).toEqual([NEIGHBOUR]);
    const [entries] = batch.rounds.get(NEIGHBOUR)!;
    expect(entries!.map(e => e.index)).toEqual([...batch.trades.keys()]);
  }
  // Nothing flows on one operator's word.
  expect(chain.book.at(INTERVAL).acceptedWh.size).toBe(0);
});

test('what the border takes in an interval is shared by all batches of one direction, and each is judged once, also after a restart', async () => {
  const { chain, commit, judge } = world();
  const most = Number(BORDER_WH_MAX);
  await commit([[HERE[0]!, THERE[3]!, most - 300]]);
  await commit([[HERE[1]!, THERE[4]!, 500]]);
  await commit([[THERE[0]!, HERE[2]!, 400]]);
  await judge(INTERVAL - 5000);
  await judge(INTERVAL - 4990);
  const said = () => chain.book.at(INTERVAL).batches.map(b => b.rounds.get(NEIGHBOUR));
  const [first, second, back] = [BORDER_WH_MAX - 300n, 300n, 400n].map(energyWh => [[{ energyWh }]]);
  expect(said()).toMatchObject([first, second, back]);
  expect(said().map(rounds => rounds![0]![0]!.decision)).toEqual([
    DECISION.ACCEPTED,
    DECISION.REDUCED,
    DECISION.ACCEPTED,
  ]);
  const restarted = neighbourOn(chain);
  restarted.step((INTERVAL - 4000) * 1000);
  await restarted.settled();
  expect(chain.sent.filter(s => s.method === 'giveVerdicts')).toHaveLength(3);
});

test('after the gate the neighbour says nothing, and batches that are not of its area it leaves alone', async () => {
  const { chain, commit, judge } = world();
  await commit([[HERE[0]!, HERE[1]!, 500]]);
  await judge(INTERVAL - 5000);
  await commit([[HERE[0]!, THERE[3]!, 500]]);
  await judge(INTERVAL - GATE_LEAD_S);
  expect(chain.sent.filter(s => s.method === 'giveVerdicts')).toEqual([]);
});

test('the lesser energy of both sides flows, each operator gets its fee for that, and the interval closes with the points next door metered', async () => {
  const { chain, commit, judge, accept, settle } = world();
  await commit([
    [HERE[0]!, THERE[3]!, 1000],
    [HERE[1]!, THERE[4]!, 2000],
  ]);
  await judge(INTERVAL - 5000);
  const [batch] = chain.book.at(INTERVAL).batches;
  const wishes = new Map(batch!.trades.map((t, index) => [index, BigInt(t.energyWh === 1000 ? 1000 : 500)]));
  await accept(batch!.id, wishes, 90n);
  const flowing = batch!.trades.map(t => [t.id, t.energyWh === 1000 ? 1000 : 500] as const);
  expect([...chain.book.at(INTERVAL).acceptedWh]).toEqual(flowing);
  await settle(INTERVAL + 961);
  const nets = chain.sent.find(s => s.method === 'settleBatch')!.args[0] as readonly [
    bigint,
    bigint,
    bigint,
    string,
  ];
  // Ours 90 µ€ a trade; the neighbour's 4 µ€ a Wh, for what flows.
  expect([nets[1], nets[2]]).toEqual([180n, 6000n]);
  const positions = unpackPositions(nets[3]);
  expect(positions.reduce((sum, p) => sum + p.netWh, 0n)).toBe(0n);
  expect(positions.reduce((sum, p) => sum + p.amountMicroEur, 0n)).toBe(-6180n);
  const number = (point: string) => chain.book.registry.connectionOf(point)!.pointNumber;
  expect(positions.map(p => p.point)).toEqual(
    [HERE[0]!, HERE[1]!, THERE[3]!, THERE[4]!].map(number).sort((a, b) => a - b),
  );
  const domain = meteringDomain(CHAIN_ID, chain.addresses.Metering);
  const readings = chain.sent.find(s => s.method === 'report')!.args[0] as readonly [
    readonly [string, bigint, bigint, bigint],
    string,
  ][];
  const signers = readings.map(([[point, interval, netWh, revision], signature]) => [
    decodeBytes32String(point),
    verifyTypedData(domain, READING_TYPES, { point, interval, netWh, revision }, signature),
  ]);
  expect(signers).toEqual(signers.map(([point]) => [point, people.meterAt(point!).address]));
  expect(signers.map(([point]) => point)).toEqual(expect.arrayContaining([THERE[3]!, THERE[4]!]));
  await settle(INTERVAL + 961 + OBJECTION_S + 60);
  expect(chain.book.at(INTERVAL).closed).toBe(true);
});

test('after an objection both sides’ verdicts are shown, and the trades with the signatures of owners on both sides', async () => {
  const { chain, commit, judge, accept } = world();
  await commit([[HERE[0]!, THERE[3]!, 1000]]);
  await judge(INTERVAL - 5000);
  const [batch] = chain.book.at(INTERVAL).batches;
  await accept(batch!.id, new Map([[0, 1000n]]), 0n);
  const parts = {
    roster: people,
    link: chain.link,
    addresses: chain.addresses,
    chainId: CHAIN_ID,
    book: chain.book,
  };
  const calls = await openingOf(batch!, parts, people.community.wallet.address);
  expect(calls.map(c => [c.method, c.method === 'showVerdicts' ? c.args[1] : null])).toEqual([
    ['showVerdicts', 0],
    ['showVerdicts', 1],
    ['showTrades', null],
  ]);
  const [shown] = calls[2]!.args[1] as readonly { sellerSignature: string; buyerSignature: string }[];
  // The seller's owner is the broker itself.
  expect([shown!.sellerSignature, shown!.buyerSignature.length]).toEqual(['0x', 132]);
});

test('a batch of which each side lets another trade through settles nothing and is made void when it may be', async () => {
  const { chain, commit, judge, accept, settle } = world();
  await commit([
    [HERE[0]!, THERE[3]!, Number(BORDER_WH_MAX)],
    [HERE[1]!, THERE[4]!, Number(BORDER_WH_MAX)],
  ]);
  await judge(INTERVAL - 5000);
  const [batch] = chain.book.at(INTERVAL).batches;
  const refused = batch!.rounds
    .get(NEIGHBOUR)!
    .flat()
    .find(e => e.decision === DECISION.REJECTED)!.index;
  await accept(batch!.id, new Map([[refused, 500n]]), 0n);
  // Another interval's business goes on meanwhile.
  await settle(INTERVAL + 961 + OBJECTION_S + 60);
  expect(chain.sent.filter(s => s.method === 'settleBatch')).toEqual([]);
  expect(chain.book.at(INTERVAL).closed).toBe(false);
  await settle(INTERVAL + 900 + SETTLEMENT_S);
  expect(chain.sent.some(s => s.method === 'voidUnsettled')).toBe(true);
  expect(chain.book.at(INTERVAL).closed).toBe(true);
  expect(chain.book.at(INTERVAL + 900).closed).toBe(true);
});

function neighbourOn(chain: ChainDouble): Neighbour {
  return new Neighbour({
    roster: people,
    link: chain.link,
    addresses: chain.addresses,
    book: chain.neighbourBook,
    gateLeadS: GATE_LEAD_S,
    log: () => {},
  });
}

type Crossing = readonly [seller: string, buyer: string, energyWh: number];

/** Traders, the neighbour and those who settle, on a chain double; the console's operator is the test. */
function world() {
  const chain = chainDouble({ setting, roster: people });
  const parts = {
    setting,
    roster: people,
    link: chain.link,
    addresses: chain.addresses,
    chainId: CHAIN_ID,
    book: chain.book,
  };
  const log = () => {};
  const trading = new Trading({
    ...parts,
    marginS: 120,
    gateLeadS: GATE_LEAD_S,
    poolLeadS: 1800,
    poolPricing: POOL_PRICING.UNIFORM,
    log,
  });
  const neighbour = neighbourOn(chain);
  const settling = new Settling({
    ...parts,
    objectionS: OBJECTION_S,
    settlementS: SETTLEMENT_S,
    onReadings: () => {},
    log,
  });
  return {
    chain,
    trade: async (nowS: number) => {
      trading.step(nowS * 1000);
      await trading.settled();
    },
    judge: async (nowS: number) => {
      neighbour.step(nowS * 1000);
      await neighbour.settled();
    },
    settle: async (nowS: number) => {
      chain.blockS = nowS;
      for (let turn = 0; turn < TURNS; turn++) {
        settling.step(nowS * 1000, INTERVAL);
        await settling.settled();
      }
    },
    /** A batch of the sharing provider. */
    commit: async (trades: readonly Crossing[]) => {
      const { wallet, encryptionKey } = people.community;
      const broker = { address: wallet.address, encryptionKey };
      const head = { interval: INTERVAL, kind: TRADE_KIND.SHARING, sequence: 0n, broker };
      const agreed = trades.map(([seller, buyer, energyWh]) => ({
        ...{ seller, buyer, energyWh },
        ...{ priceMicroEurPerKwh: PRICE, attribute: 0 },
      }));
      const args = commitment(head, agreed, chain.book.registry, randomBytes);
      const data = interfaces.EnergyMarket.encodeFunctionData('commitTrades', [...args]);
      await chain.link.submit(wallet, chain.addresses.EnergyMarket, data, 0, 'commitTrades');
    },
    /** The console's operator lets so much through of some trades of a batch, and refuses the rest. */
    accept: async (batchId: bigint, energies: ReadonlyMap<number, bigint>, feeMicroEur: bigint) => {
      const { trades } = chain.book.at(INTERVAL).batches.find(b => b.id === batchId)!;
      const entries = trades.map((_, index) => {
        const energyWh = energies.get(index) ?? 0n;
        const decision = energyWh > 0n ? DECISION.REDUCED : DECISION.REJECTED;
        const fee = energyWh > 0n ? feeMicroEur : 0n;
        return { index, decision, reasonCode: 1, energyWh, feeMicroEur: fee, evidence: ZeroHash };
      });
      const sealed = sealVerdicts(entries, OPERATOR.account, k => trades[k]!.key, randomBytes(8));
      const round = [
        batchId,
        INTERVAL,
        OPERATOR.account,
        packedDecisions(entries),
        digestOf(entries),
        sealed,
      ];
      chain.emit('GridSupervision', 'VerdictsGiven', round);
    },
  };
}

/** Above the intervals and attempts of any test. */
const TURNS = 30;
