/** A small market for tests: owners with a point each in one of two areas, a broker, operators; trades from agreement to settlement. */
import { encodeBytes32String, id, SigningKey, TypedDataEncoder, Wallet } from 'ethers';
import { defaultRules, defaultTariff } from '../deploy.ts';
import { DECISION, ROLE, TRADE_KIND } from '../generated/constants.ts';
import { interfaces } from '../generated/contracts.ts';
import type { Connection, Nets, Sheet } from '../generated/types.ts';
import { type NetTrade, netsOf } from '../nets.ts';
import { PartBook } from '../part-book.ts';
import {
  digestOf,
  inBatchOrder,
  leafOf,
  type OpenedTrade,
  openAsOperator,
  type PublicKey,
  packedDecisions,
  publicKeyOf,
  rootOf,
  sealTrades,
  sealVerdicts,
  type TradeDetails,
  type VerdictEntry,
} from '../sealing.ts';
import { TRADE_TERMS_TYPES, tradeTermsDomain } from '../signing.ts';
import { LocalMarket, type Sent } from './local-market.ts';

export const ADMIN = '0x00000000000000000000000000000000000000a1';
export const RETAILER = '0x00000000000000000000000000000000000000a3';
export const METERS = '0x00000000000000000000000000000000000000a5';
export const START = 1_800_000_000n;
export const SLOT = START + 7200n;
export const GATE = SLOT - 600n;
export const DELIVERED = SLOT + 900n;

export interface Floor {
  readonly market: LocalMarket;
  readonly owners: readonly Party[];
  /** Commits batches for others; owns no point. */
  readonly broker: Party;
  /** Operators of area 1 and 2. */
  readonly operators: readonly [Party, Party];
}

export interface Party {
  readonly wallet: Wallet;
  readonly encryption: SigningKey;
  readonly publicKey: PublicKey;
  readonly point: string;
  readonly connection: number;
  /** Numbers of the Registry. */
  readonly participant: number;
  readonly pointNumber: number;
  readonly area: number;
}

/** A trade between owners, by their places. */
export interface Wanted {
  readonly seller: number;
  readonly buyer: number;
  readonly energyWh: bigint;
  readonly priceMicroEurPerKwh?: bigint;
  readonly attribute?: number;
  /** Whose signature is left out. */
  readonly unsigned?: 'seller' | 'buyer';
}

export interface Committed {
  readonly batchId: bigint;
  readonly interval: bigint;
  readonly areas: readonly [number, number];
  readonly leaves: readonly string[];
  readonly envelope: string;
  readonly trades: readonly AgreedTrade[];
}

export interface AgreedTrade {
  readonly details: TradeDetails;
  readonly seller: Party;
  readonly buyer: Party;
  readonly sellerSignature: string;
  readonly buyerSignature: string;
}

export interface Said {
  readonly decision: number;
  readonly energyWh?: bigint;
  readonly feeMicroEur?: bigint;
}

/** @param areaOf area of an owner's point by its place; all in area 1 unless said */
export async function openFloor(ownerCount: number, areaOf: (k: number) => number = () => 1): Promise<Floor> {
  const parameters = { administrator: ADMIN, rules: defaultRules(RETAILER), tariff: defaultTariff };
  const market = await LocalMarket.deploy(parameters, START);
  const register = (who: string, roles: number) =>
    market.send('Registry', ADMIN, 'register', who, roles, 'somebody');
  await register(RETAILER, ROLE.RETAILER);
  await register(METERS, ROLE.METER_OPERATOR);
  const names = ['operator 1', 'operator 2', 'broker', ...Array.from({ length: ownerCount }, (_, k) => `owner ${k}`)];
  const roles = [ROLE.DSO, ROLE.DSO, ROLE.AGGREGATOR | ROLE.COMMUNITY | ROLE.SHARING_PROVIDER];
  const wallets = names.map(name => new Wallet(id(name)));
  const keys = names.map(name => new SigningKey(id(`encryption of ${name}`)));
  const parties: Party[] = [];
  for (const [k, wallet] of wallets.entries()) {
    const encryption = keys[k]!;
    await register(wallet.address, roles[k] ?? ROLE.PROSUMER);
    const publicKey = publicKeyOf(encryption);
    await market.send('Registry', wallet.address, 'publishEncryptionKey', publicKey.keyX, publicKey.keyOdd);
    if (k < 2) await market.send('Registry', ADMIN, 'openArea', wallet.address);
    const party = { wallet, encryption, publicKey, point: '', connection: 0, pointNumber: 0, area: 0 };
    if (k < 3) {
      parties.push({ ...party, participant: k + 3 });
      continue;
    }
    const point = encodeBytes32String(`POINT-${k - 3}`);
    const area = areaOf(k - 3);
    await market.send('Registry', ADMIN, 'connectPoints', [point], [wallet.address], area);
    const connection = k - 2;
    const found = (await market.send('Registry', ADMIN, 'connectionAt', connection)).result[0] as Connection;
    parties.push({
      ...party,
      point,
      connection,
      participant: Number(found.ownerNumber),
      pointNumber: Number(found.pointNumber),
      area,
    });
  }
  const [first, second, broker, ...owners] = parties as [Party, Party, Party, ...Party[]];
  return { market, owners, broker, operators: [first, second] };
}

/** Not random, but never the same twice in a run: what a test needs of randomness. */
export function randomFrom(seed: string): (bytes: number) => Uint8Array {
  let drawn = 0;
  return bytes => Uint8Array.from(Buffer.from(id(`${seed} ${drawn++}`).slice(2), 'hex').subarray(0, bytes));
}

/** Agreed, signed, sealed and committed by the broker. */
export async function commit(
  floor: Floor,
  wanted: readonly Wanted[],
  { interval = SLOT, kind = TRADE_KIND.BILATERAL as number, areas = [1, 1] as readonly [number, number] } = {},
): Promise<Committed> {
  const { market, broker } = floor;
  const sequence = (await market.send('EnergyMarket', ADMIN, 'nextSequence', broker.wallet.address))
    .result[0] as bigint;
  const random = randomFrom(`${broker.wallet.address} ${sequence}`);
  const domain = tradeTermsDomain(market.chainId, market.addresses.EnergyMarket);
  const agreed = wanted.map((want): AgreedTrade => {
    const [seller, buyer] = [floor.owners[want.seller]!, floor.owners[want.buyer]!];
    const details: TradeDetails = {
      sellerConnection: seller.connection,
      buyerConnection: buyer.connection,
      energyWh: want.energyWh,
      priceMicroEurPerKwh: want.priceMicroEurPerKwh ?? 150_000n,
      attribute: want.attribute ?? 0,
      salt: BigInt(`0x${Buffer.from(random(16)).toString('hex')}`),
    };
    const terms = {
      sellerPoint: seller.point,
      buyerPoint: buyer.point,
      interval,
      energyWh: details.energyWh,
      priceMicroEurPerKwh: details.priceMicroEurPerKwh,
      attribute: details.attribute,
      kind,
      broker: broker.wallet.address,
      sequence,
      salt: details.salt,
    };
    const sign = (party: Party, role: 'seller' | 'buyer'): string =>
      want.unsigned === role ? '0x' : signTyped(party.wallet, domain, terms);
    return { details, seller, buyer, sellerSignature: sign(seller, 'seller'), buyerSignature: sign(buyer, 'buyer') };
  });
  const trades = inBatchOrder(agreed);
  const leaves = trades.map(t => leafOf(t.details));
  const sealed = trades.map(t => ({
    details: t.details,
    sellerKey: t.seller.publicKey,
    buyerKey: t.buyer.publicKey,
  }));
  const operators = [...new Set(areas)].map(area => floor.operators[area - 1]!.publicKey);
  const envelope = sealTrades(sealed, operators, random);
  const terms = { interval, kind, sellerArea: areas[0], buyerArea: areas[1], sequence };
  const sent = await market.send('EnergyMarket', broker.wallet.address, 'commitTrades', terms, leaves, envelope);
  return { batchId: sent.result[0] as bigint, interval, areas, leaves, envelope, trades };
}

/** What an operator reads of a batch. */
export function readAs(operator: Party, batch: Committed): OpenedTrade[] {
  return openAsOperator(batch.envelope, batch.leaves.length, rootOf(batch.leaves), operator.encryption);
}

/** One round of verdicts; a trade without an entry of its own is left out. */
export async function give(
  floor: Floor,
  batch: Committed,
  operator: Party,
  said: readonly (Said | null)[],
): Promise<{ sent: Sent; entries: VerdictEntry[]; envelope: string }> {
  const entries = entriesOf(batch, said);
  const opened = readAs(operator, batch);
  const nonce = randomFrom(`verdicts ${batch.batchId} ${JSON.stringify(entries.map(String))}`)(8);
  const envelope = sealVerdicts(entries, operator.wallet.address, i => opened[i]!.key, nonce);
  const round = {
    batchId: batch.batchId,
    decisions: packedDecisions(entries),
    digest: digestOf(entries),
    envelope,
  };
  const sent = await floor.market.send('GridSupervision', operator.wallet.address, 'giveVerdicts', [round]);
  return { sent, entries, envelope };
}

export function entriesOf(batch: Committed, said: readonly (Said | null)[]): VerdictEntry[] {
  return said.flatMap((s, index) => {
    if (s === null) return [];
    const flows = s.decision === DECISION.ACCEPTED || s.decision === DECISION.REDUCED;
    return [
      {
        index,
        decision: s.decision,
        reasonCode: 7,
        energyWh: s.energyWh ?? (flows ? batch.trades[index]!.details.energyWh : 0n),
        feeMicroEur: s.feeMicroEur ?? 0n,
        evidence: id(`evidence ${index}`),
      },
    ];
  });
}

export function netTradesOf(
  batch: Committed,
  verdicts: readonly [readonly VerdictEntry[], readonly VerdictEntry[] | null],
): NetTrade[] {
  const side = (entries: readonly VerdictEntry[], index: number) => {
    const entry = entries.findLast(e => e.index === index && e.decision <= DECISION.REDUCED);
    return { energyWh: entry?.energyWh ?? 0n, feeMicroEur: entry?.feeMicroEur ?? 0n };
  };
  return batch.trades.map(({ details, seller, buyer }, index) => ({
    seller: { participant: seller.participant, point: seller.pointNumber },
    buyer: { participant: buyer.participant, point: buyer.pointNumber },
    energyWh: details.energyWh,
    priceMicroEurPerKwh: details.priceMicroEurPerKwh,
    sellerSide: side(verdicts[0], index),
    buyerSide: verdicts[1] === null ? null : side(verdicts[1], index),
  }));
}

export function netsFor(
  batch: Committed,
  verdicts: readonly [readonly VerdictEntry[], readonly VerdictEntry[] | null],
): Nets {
  const nets = netsOf(batch.batchId, netTradesOf(batch, verdicts), defaultTariff.feeCapMicroEurPerKwh);
  if (nets === null) throw new Error('no trade of the batch counts');
  return nets;
}

/** What a group of points traded, as whoever followed the chain so far brings it back. */
export async function sheetNow(market: LocalMarket, interval = SLOT, group = 0): Promise<Sheet> {
  const [state] = await market.read('NetSettlement', 'groupOf', interval, group);
  return partsNow(market).sheet(Number(interval), group, state as string);
}

export function partsNow(market: LocalMarket): PartBook {
  const book = new PartBook();
  for (const log of market.logs) {
    const event = interfaces.NetSettlement.parseLog(log);
    if (event) book.apply(event.name, event.args);
  }
  return book;
}

/** Opens a batch in daylight, verdicts first; each list of entries is one round. */
export async function openInDaylight(
  floor: Floor,
  batch: Committed,
  opener: string,
  rounds: readonly [readonly (readonly VerdictEntry[])[], readonly (readonly VerdictEntry[])[]],
  chunk = 200,
): Promise<void> {
  const { market } = floor;
  for (const [side, ofSide] of rounds.entries())
    for (const entries of ofSide) {
      for (let k = 0; k < entries.length; k += chunk) {
        const part = entries.slice(k, k + chunk);
        const isLast = k + chunk >= entries.length;
        await market.send('Daylight', opener, 'showVerdicts', batch.batchId, side, part, isLast);
      }
    }
  const details = batch.trades.map(t => ({
    trade: t.details,
    attribute: t.details.attribute,
    salt: t.details.salt,
    sellerSignature: t.sellerSignature,
    buyerSignature: t.buyerSignature,
  }));
  for (let k = 0; k < details.length; k += chunk)
    await market.send('Daylight', opener, 'showTrades', batch.batchId, details.slice(k, k + chunk));
}

function signTyped(wallet: Wallet, domain: ReturnType<typeof tradeTermsDomain>, terms: Record<string, unknown>): string {
  return wallet.signingKey.sign(TypedDataEncoder.hash(domain, TRADE_TERMS_TYPES, terms)).serialized;
}
