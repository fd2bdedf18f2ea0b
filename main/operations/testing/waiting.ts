/** Parts of flexibility that others bought and that wait for our answer, as events of the chain. */
import type { Activation, MarketEvent } from '../../records/market.ts';
import type { IntervalStart } from '../../records/units.ts';
import { BEHIND, offer } from './evening.ts';

export const AT = { blockNumber: 2, blockHash: '0x', transactionHash: '0x', logIndex: 0, atMs: 0 };

export function waitingEvents(
  partId: string,
  interval: IntervalStart,
  over: Partial<Pick<Activation, 'point' | 'direction' | 'energyWh'>> = {},
): MarketEvent[] {
  const { point = BEHIND[0]!, direction = 'up', energyWh = 1000n } = over;
  const offered = offer(`offer ${partId}`, interval, { product: 'balancing', point, direction, energyWh });
  const reservation: Activation = {
    partId,
    orderId: `order ${partId}`,
    offerId: offered.id,
    point,
    interval,
    direction,
    energyWh,
    priceMicroEurPerKwh: offered.priceMicroEurPerKwh,
    orderedAt: AT,
  };
  return [
    { type: 'offer', offer: offered },
    {
      type: 'flexibility-order',
      orderId: reservation.orderId,
      buyer: '0xtso',
      interval,
      product: 'balancing',
      element: '',
      evidence: '',
      beneficiaryPoint: '',
      at: AT,
    },
    { type: 'reservation', reservation },
  ];
}
