/**
 * A market day on the embedded chain: 1,000 participants, 96 intervals, 50,000 sealed trades, from commitment over verdicts,
 * signed readings and nets to gathered sums and closed intervals; the balances at the end are compared with sums made here.
 * Minutes long.
 */
import { randomBytes } from 'node:crypto';
import { encodeBytes32String, id, SigningKey, TypedDataEncoder, toBeHex, Wallet } from 'ethers';
import {
  type ContractName,
  DECISION,
  defaultRules,
  defaultTariff,
  deploymentAddresses,
  deploymentTransactions,
  digestOf,
  groupOfPoint,
  inBatchOrder,
  interfaces,
  leafOf,
  meteringDomain,
  netsOf,
  type OpenedTrade,
  openAsOperator,
  PartBook,
  packedDecisions,
  publicKeyOf,
  READING_TYPES,
  ROLE,
  rootOf,
  sealTrades,
  sealVerdicts,
  settledTrade,
  type TradeDetails,
  type VerdictEntry,
} from '../../contracts/bindings/index.ts';
import type { Figure } from './chain.bench.ts';
import { bytesOf } from './execution/bytes.ts';
import { signDigest } from './execution/crypto.ts';
import type { Hex } from './follower.ts';
import { FUNDED } from './testing/fixtures.ts';
import { GENESIS_TIME_S, type TestChain, testChain } from './testing/test-chain.ts';

const PARTICIPANTS = 1000;
const INTERVALS = 96;
const TRADES = 50_000;
const POINTS_PER_CALL = 100;
/** Numbers of the Ledger: the clearing balance, and the funded account, which is operator and retailer. */
const [CLEARING, FUNDED_NUMBER] = [0, 1];
const FEE_MICRO_EUR = 1500n;
const FIRST = Math.ceil(GENESIS_TIME_S / 900) * 900 + 7200;

export async function benchMarketDay(say: (line: string) => void = () => {}): Promise<Figure[]> {
  const day = await openDay();
  const started = performance.now();
  const before = day.world.chain.head.header.number;
  // A day ahead everything is traded and judged; then interval after interval is delivered and settled.
  for (let k = 0; k < INTERVALS; k++) await day.trade(FIRST + 900 * k, tradesIn(k));
  say(`market day: ${day.trades()} trades committed and judged`);
  for (let k = 0; k < INTERVALS; k++) {
    await day.settle(FIRST + 900 * k);
    if (k % 8 === 7) say(`market day: ${k + 1} of ${INTERVALS} intervals settled`);
  }
  const seconds = (performance.now() - started) / 1000;
  await day.compare();
  return [
    { name: 'market-day/seconds', value: Math.round(seconds), unit: 's' },
    { name: 'market-day/chain-seconds', value: Math.round(day.chainMs() / 1000), unit: 's' },
    { name: 'market-day/trades', value: day.trades(), unit: '' },
    { name: 'market-day/blocks', value: day.world.chain.head.header.number - before, unit: '' },
    { name: 'market-day/gas', value: Math.round(day.gas() / 1e6), unit: 'million' },
    { name: 'market-day/gas-a-trade', value: Math.round(day.tradeGas() / day.trades()), unit: '' },
  ];
}

/** 50,000 over the day, as even as integers allow. */
function tradesIn(k: number): number {
  return Math.floor((TRADES * (k + 1)) / INTERVALS) - Math.floor((TRADES * k) / INTERVALS);
}

async function openDay() {
  const world = await testChain();
  const contracts = deploymentAddresses(FUNDED.address, 0);
  const owner = (k: number): string => toBeHex(0x10_0000 + k, 20);
  const points = Array.from({ length: PARTICIPANTS }, (_, k) => encodeBytes32String(`POINT-${k}`));
  const meters = points.map((_, k) => new Wallet(id(`meter ${k}`)));
  const keys = points.map((_, k) => publicKeyOf(new SigningKey(id(`encryption ${k}`))));
  const operatorKey = new SigningKey(id('encryption of the operator'));
  const domain = meteringDomain(20261, contracts.Metering);
  const expected = new Map<number, bigint>();
  const parts = new PartBook();
  const judged = new Map<number, { batchId: bigint; opened: OpenedTrade[]; entries: VerdictEntry[] }>();
  let [gas, tradeGas, chainMs, count, sequence] = [0, 0, 0, 0, 0n];
  let nowS = GENESIS_TIME_S;

  /** Waits until everything sent stands in blocks, a second apart. */
  const mined = async (): Promise<number> => {
    let used = 0;
    const started = performance.now();
    while (world.chain.pool.size > 0) {
      nowS += 1;
      const block = await world.chain.produceBlock(nowS * 1000);
      const failed = block.receipts.find(r => !r.succeeded);
      if (failed !== undefined)
        throw new Error(`transaction ${failed.hash} failed in block ${block.header.number}`);
      for (const log of block.receipts.flatMap(r => r.logs)) {
        if (log.address !== contracts.NetSettlement.toLowerCase()) continue;
        const event = interfaces.NetSettlement.parseLog(log)!;
        parts.apply(event.name, event.args);
      }
      used += Number(block.header.gasUsed);
    }
    chainMs += performance.now() - started;
    gas += used;
    return used;
  };
  const send = async (contract: ContractName, method: string, ...args: readonly unknown[]): Promise<void> => {
    const data = interfaces[contract].encodeFunctionData(method, args);
    await world.send({ to: contracts[contract], data, gasLimit: 16_000_000n });
  };
  const read = async (contract: ContractName, method: string, ...args: readonly unknown[]) => {
    const outcome = await world.chain.call({
      from: FUNDED.address,
      to: contracts[contract] as Hex,
      data: bytesOf(interfaces[contract].encodeFunctionData(method, args) as Hex),
      valueWei: 0n,
      gasLimit: 1_000_000n,
    });
    return interfaces[contract].decodeFunctionResult(method, outcome.returned);
  };
  /** Gives the net of each point, Wh. */
  const giveNets = async (interval: number): Promise<bigint[]> => {
    const { batchId, opened, entries } = judged.get(interval)!;
    judged.delete(interval);
    const net = new Array<bigint>(PARTICIPANTS).fill(0n);
    const netTrades = opened.map(({ details, index }) => {
      const { energyWh, feeMicroEur } = entries[index]!;
      const leg = (connection: number) => ({ participant: connection + 1, point: connection });
      const trade = {
        seller: leg(details.sellerConnection),
        buyer: leg(details.buyerConnection),
        energyWh: details.energyWh,
        priceMicroEurPerKwh: details.priceMicroEurPerKwh,
        sellerSide: { energyWh, feeMicroEur },
        buyerSide: null,
      };
      const settled = settledTrade(trade, defaultTariff.feeCapMicroEurPerKwh);
      add(expected, trade.seller.participant, settled.amountMicroEur);
      add(expected, trade.buyer.participant, -settled.amountMicroEur - settled.sellerSideFeeMicroEur);
      add(expected, FUNDED_NUMBER, settled.sellerSideFeeMicroEur);
      net[details.sellerConnection - 1]! += settled.energyWh;
      net[details.buyerConnection - 1]! -= settled.energyWh;
      return trade;
    });
    const nets = netsOf(batchId, netTrades, defaultTariff.feeCapMicroEurPerKwh);
    await send('NetSettlement', 'settleBatch', nets);
    tradeGas += await mined();
    return net;
  };
  /** Readings, points and the close of an interval; gives the gas of the points. */
  const deliver = async (interval: number, net: readonly bigint[]): Promise<number> => {
    for (let k = 0; k < PARTICIPANTS; k += POINTS_PER_CALL) {
      const readings = points.slice(k, k + POINTS_PER_CALL).map((point, i) => {
        const n = k + i;
        const rest = BigInt(((n * 37 + interval / 900) % 101) - 50);
        const { feedInMicroEurPerKwh, retailMicroEurPerKwh } = defaultTariff;
        const restMicroEur =
          rest >= 0n ? (rest * feedInMicroEurPerKwh) / 1000n : -((-rest * retailMicroEurPerKwh) / 1000n);
        add(expected, n + 2, restMicroEur);
        add(expected, FUNDED_NUMBER, -restMicroEur);
        const reading = { point, interval, netWh: net[n]! + rest, revision: 0 };
        const digest = bytesOf(TypedDataEncoder.hash(domain, READING_TYPES, reading) as Hex);
        const signature = signDigest(digest, bytesOf(meters[n]!.privateKey as Hex));
        // The contract takes v as 27 or 28.
        signature[64]! += 27;
        return { reading, signature };
      });
      await send('Metering', 'report', readings);
    }
    await mined();
    // The time for objections ends for the last reading too.
    nowS += 300;
    for (const [group, ofGroup] of Map.groupBy(points, (_, k) => groupOfPoint(k + 1))) {
      const [state] = await read('NetSettlement', 'groupOf', interval, group);
      await send(
        'Settlement',
        'settlePoints',
        interval,
        parts.sheet(interval, group, String(state)),
        ofGroup,
      );
    }
    const used = await mined();
    await send('Settlement', 'closeInterval', interval);
    await mined();
    parts.forgetBefore(interval + 900);
    return used;
  };
  await setUp(world, send, mined, { owner, points, meters });
  // After the first interval everybody has a balance; the second shows what points cost where nobody traded.
  const nothing = new Array<bigint>(PARTICIPANTS).fill(0n);
  nowS = FIRST - 5400;
  await deliver(FIRST - 7200, nothing);
  const quietGas = await deliver(FIRST - 6300, nothing);
  [gas, chainMs] = [0, 0];

  return {
    world,
    gas: () => gas,
    tradeGas: () => tradeGas,
    chainMs: () => chainMs,
    trades: () => count,
    async trade(interval: number, trades: number): Promise<void> {
      const made = inBatchOrder(
        Array.from({ length: trades }, (_, k) => {
          const seller = (count + 7 * k) % PARTICIPANTS;
          const buyer = (seller + 1 + ((count + 31 * k) % (PARTICIPANTS - 1))) % PARTICIPANTS;
          const details: TradeDetails = {
            sellerConnection: seller + 1,
            buyerConnection: buyer + 1,
            energyWh: BigInt(200 + ((count + k) % 800)),
            priceMicroEurPerKwh: BigInt(100_000 + ((count + 13 * k) % 150_000)),
            attribute: k % 3,
            salt: BigInt(`0x${randomBytes(16).toString('hex')}`),
          };
          return { details, sellerKey: keys[seller]!, buyerKey: keys[buyer]! };
        }),
      );
      count += trades;
      const batchId = ++sequence;
      const leaves = made.map(t => leafOf(t.details));
      const envelope = sealTrades(made, [publicKeyOf(operatorKey)], randomBytes);
      const terms = { interval, kind: 0, sellerArea: 1, buyerArea: 1, sequence: batchId - 1n };
      await send('EnergyMarket', 'commitTrades', terms, leaves, envelope);
      tradeGas += await mined();

      // The operator reads the batch from the envelope, as its console does, and lets nine of ten trades through.
      const opened = openAsOperator(envelope, made.length, rootOf(leaves), operatorKey);
      const entries = opened.map(({ index, details }) => {
        const decision =
          index % 10 === 9 ? DECISION.REJECTED : index % 10 === 8 ? DECISION.REDUCED : DECISION.ACCEPTED;
        const energyWh =
          decision === DECISION.REJECTED
            ? 0n
            : decision === DECISION.REDUCED
              ? details.energyWh / 2n
              : details.energyWh;
        const feeMicroEur = decision === DECISION.REJECTED ? 0n : FEE_MICRO_EUR;
        return { index, decision, reasonCode: 0, energyWh, feeMicroEur, evidence: id(`${batchId} ${index}`) };
      });
      const keyOf = (index: number): string => opened[index]!.key;
      const round = {
        batchId,
        decisions: packedDecisions(entries),
        digest: digestOf(entries),
        envelope: sealVerdicts(entries, FUNDED.address, keyOf, randomBytes(8)),
      };
      await send('GridSupervision', 'giveVerdicts', [round]);
      tradeGas += await mined();
      judged.set(interval, { batchId, opened, entries });
    },
    async settle(interval: number): Promise<void> {
      nowS = Math.max(nowS, interval + 900);
      tradeGas += (await deliver(interval, await giveNets(interval))) - quietGas;
    },
    /** @throws Error when a balance is not the sum made here, to the micro-euro, or something is left in clearing */
    async compare(): Promise<void> {
      for (let number = CLEARING; number < PARTICIPANTS + 2; number++) {
        const [balance] = await read('Ledger', 'balanceOfNumber', number);
        if (balance !== (expected.get(number) ?? 0n))
          throw new Error(
            `number ${number} has ${balance} µ€ on chain, ${expected.get(number)} by our own sums`,
          );
      }
    },
  };
}

type Send = (contract: ContractName, method: string, ...args: readonly unknown[]) => Promise<void>;

/** The funded account is administrator, operator, broker, meter operator and retailer; the owners have a point each. */
async function setUp(
  world: TestChain,
  send: Send,
  mined: () => Promise<number>,
  of: { owner(k: number): string; points: readonly string[]; meters: readonly Wallet[] },
): Promise<void> {
  const parameters = {
    administrator: FUNDED.address,
    rules: defaultRules(FUNDED.address),
    tariff: defaultTariff,
  };
  for (const step of deploymentTransactions(FUNDED.address, 0, parameters))
    await world.send({ data: step.data, gasLimit: 16_000_000n });
  await mined();
  const roles = ROLE.DSO | ROLE.AGGREGATOR | ROLE.METER_OPERATOR | ROLE.RETAILER;
  await send('Registry', 'register', FUNDED.address, roles, 'operator');
  await send('Registry', 'openArea', FUNDED.address);
  for (let k = 0; k < PARTICIPANTS; k++) {
    await send('Registry', 'register', of.owner(k), ROLE.PROSUMER, `owner ${k}`);
    if (k % 100 === 99) await mined();
  }
  for (let k = 0; k < PARTICIPANTS; k += POINTS_PER_CALL) {
    const part = of.points.slice(k, k + POINTS_PER_CALL);
    await send(
      'Registry',
      'connectPoints',
      part,
      part.map((_, i) => of.owner(k + i)),
      1,
    );
    await send(
      'Registry',
      'setMeters',
      part,
      part.map((_, i) => of.meters[k + i]!.address),
    );
  }
  await mined();
}

function add(sums: Map<number, bigint>, key: number, value: bigint): void {
  sums.set(key, (sums.get(key) ?? 0n) + value);
}
