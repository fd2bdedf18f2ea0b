/** Blocks, trades and intents for tests; a test states only what matters to it. */
import type { ChainPosition, MarketEvent, Trade } from '../../records/market.ts';
import type { AuditNote, BlockEvents, NewIntent } from '../types.ts';

export function position(blockNumber: number, logIndex = 0): ChainPosition {
  return {
    blockNumber,
    blockHash: `0xb${blockNumber}`,
    transactionHash: `0x${blockNumber}-${logIndex}`,
    logIndex,
    atMs: blockNumber * 1000,
  };
}

export function tradeEvent(id: number, at: ChainPosition, over: Partial<Trade> = {}): MarketEvent {
  return {
    type: 'trade',
    trade: {
      id: String(id),
      kind: 'bilateral',
      interval: 900,
      sellerPoint: 'S',
      buyerPoint: 'B',
      seller: '0xs',
      buyer: '0xb',
      energyWh: 1000n,
      priceMicroEurPerKwh: 150_000n,
      attribute: 'none',
      submitter: '0xbroker',
      otherArea: null,
      sealKey: null,
      proposedAt: at,
      ...over,
    },
  };
}

export function block(number: number, events = 1): BlockEvents {
  return {
    number,
    hash: `0xb${number}`,
    atMs: number * 1000,
    events: Array.from({ length: events }, (_, k) => tradeEvent(number * 10_000 + k, position(number, k))),
  };
}

export function note(action = 'purchase flexibility', subject = 'T3'): AuditNote {
  return {
    atMs: 1000,
    wallClock: '2026-01-14T08:00:00.000Z',
    who: 'operator',
    action,
    subject,
    detail: '{"a":1}',
  };
}

export function intent(id: string, energyWh = 500n): NewIntent {
  return {
    id,
    by: 'operator',
    command: {
      type: 'purchase-flexibility',
      interval: 900,
      product: 'congestion',
      parts: [{ offerId: '7', energyWh }],
      element: 'T3',
      evidence: '0xe',
    },
    recordedAtMs: 1000,
    expiresAtMs: 900_000,
  };
}
