/** The calls that open a batch after an objection: its verdicts by side, then its trades with what both owners signed. */
import { interfaces, type VerdictEntry } from '../../contracts/bindings/index.ts';
import type { BookedBatch } from './batch-book.ts';
import type { MarketParts } from './parts.ts';
import { signTrade } from './sealed-batch.ts';
import { chunks } from './trading.ts';

type DaylightParts = Pick<MarketParts, 'roster' | 'link' | 'addresses' | 'chainId' | 'book'>;

export interface DaylightCall {
  readonly method: 'showVerdicts' | 'showTrades';
  readonly args: readonly unknown[];
  readonly gas: number;
}

/** In the order in which they must be sent. */
export async function openingOf(
  batch: BookedBatch,
  parts: DaylightParts,
  broker: string,
): Promise<DaylightCall[]> {
  const calls: DaylightCall[] = [];
  const areas = [...new Set([batch.sellerArea, batch.buyerArea])];
  for (const [side, area] of areas.entries())
    for (const round of batch.rounds.get(parts.book.registry.operatorOf(area) ?? '') ?? [])
      calls.push(...verdictCalls(batch.id, side, round));
  const sequence = batch.trades[0]?.key === null ? 0n : await sequenceOf(batch, parts);
  const details = await Promise.all(
    batch.trades.map(trade => openedTrade(trade, batch, parts, broker, sequence)),
  );
  for (const chunk of chunks(details, TRADES_PER_CALL))
    calls.push({
      method: 'showTrades',
      args: [batch.id, chunk],
      gas: 300_000 + 160_000 * chunk.length,
    });
  return calls;
}

function verdictCalls(batchId: bigint, side: number, round: readonly VerdictEntry[]): DaylightCall[] {
  const parts = chunks(round, VERDICTS_PER_CALL);
  return parts.map((part, k) => ({
    method: 'showVerdicts',
    args: [batchId, side, part, k === parts.length - 1],
    gas: 200_000 + 40_000 * part.length,
  }));
}

/** Public trades need no signatures: the market itself made them of what was signed there. */
async function openedTrade(
  { details, sellerPoint, buyerPoint, key }: BookedBatch['trades'][number],
  batch: BookedBatch,
  { roster, addresses, chainId }: DaylightParts,
  broker: string,
  sequence: bigint,
): Promise<unknown> {
  const market = { chainId, energyMarket: addresses.EnergyMarket };
  const head = { interval: batch.interval, kind: batch.kind, sequence, broker };
  const sign = async (point: string): Promise<string> => {
    const owner = roster.ownerAt(point);
    if (key === null || !owner || owner.wallet.address === broker) return '0x';
    return signTrade(owner.wallet, market, head, { seller: sellerPoint, buyer: buyerPoint }, details);
  };
  return {
    trade: details,
    attribute: details.attribute,
    salt: details.salt,
    sellerSignature: await sign(sellerPoint),
    buyerSignature: await sign(buyerPoint),
  };
}

async function sequenceOf(batch: BookedBatch, { link, addresses }: DaylightParts): Promise<bigint> {
  const market = interfaces.EnergyMarket;
  const data = market.encodeFunctionData('sequenceOf', [batch.id]);
  return market.decodeFunctionResult(
    'sequenceOf',
    await link.call(addresses.EnergyMarket, data),
  )[0] as bigint;
}

const VERDICTS_PER_CALL = 300;
const TRADES_PER_CALL = 80;
