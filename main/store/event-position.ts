/** Where on the chain an event of the market stands. */
import type { ChainPosition, MarketEvent } from '../records/market.ts';

export function positionOf(event: MarketEvent): ChainPosition {
  switch (event.type) {
    case 'trade':
      return event.trade.proposedAt;
    case 'verdict':
    case 'verdict-of-other-side':
      return event.verdict.recordedAt;
    case 'offer':
      return event.offer.offeredAt;
    case 'reservation':
      return event.reservation.orderedAt;
    case 'activation':
      return event.activation.orderedAt;
    case 'curtailment':
      return event.order.orderedAt;
    case 'reading':
      return event.reading.recordedAt;
    default:
      return event.at;
  }
}
