import { describe, expect, test } from 'vitest';
import type { LimitReading } from '../../grid-models/security/assessment.ts';
import type { IntervalRoom } from '../supervision/solver/grid-core.ts';
import { type MeritOffer, meritOrder, offerBlock } from './merit-order.ts';

describe('what blocks an offer', () => {
  const overload: LimitReading = {
    limit: 'transformer-loading',
    element: 'T3',
    value: 98.24,
    limitValue: 100,
    margin: 1.76,
    unit: '%',
    used: 0.9824,
  };
  const voltage: LimitReading = {
    limit: 'voltage-high',
    element: 'B7',
    value: 1.1012,
    limitValue: 1.1,
    margin: -0.0012,
    unit: 'p.u.',
    used: 1.012,
  };
  const room: IntervalRoom = {
    missing: null,
    segments: [
      { segment: 'Mill Road', up: voltage, down: overload },
      { segment: 'Harbour', up: null, down: overload },
    ],
  };
  const up = { point: 'P1', direction: 'up' } as const;
  const down = { point: 'P1', direction: 'down' } as const;

  test('each direction is blocked by the limit it would use more of, named with value and limit', () => {
    expect(offerBlock(up, 'Mill Road', room)).toEqual({
      blockedBy: 'B7: high voltage 1.1012 p.u., limit 1.1000 p.u.',
      blockedElement: 'B7',
    });
    expect(offerBlock(down, 'Mill Road', room)).toEqual({
      blockedBy: 'T3: transformer loading 98.2 %, limit 100.0 %',
      blockedElement: 'T3',
    });
  });

  test('an offer that relieves the limit of its segment is free', () => {
    expect(offerBlock(up, 'Harbour', room)).toEqual({ blockedBy: null, blockedElement: null });
  });

  test('an interval without a solution blocks every offer, and says why there is none', () => {
    const unsolved = { missing: 'There is no forecast for this interval yet.', segments: [] };
    for (const offer of [up, down])
      expect(offerBlock(offer, 'Harbour', unsolved)).toEqual({
        blockedBy: 'unknown: There is no forecast for this interval yet',
        blockedElement: null,
      });
  });

  test('a segment the state says nothing of and a point the network does not know are unknown, never free', () => {
    expect(offerBlock(up, 'Quarry', room).blockedBy).toBe('unknown: no limit of segment Quarry has a value');
    expect(offerBlock(up, '', room).blockedBy).toBe('unknown: no limit of segment Station has a value');
    expect(offerBlock(up, null, room).blockedBy).toBe('unknown: connection point P1 is not in this network');
  });
});

describe('the merit order', () => {
  const offer = (offerId: string, direction: MeritOffer['direction'], price: number): MeritOffer => ({
    offerId,
    point: 'P1',
    sellerName: 'Bakery',
    direction,
    kw: 10,
    energyWh: '2500',
    elsewhere: false,
    priceMicroEurPerKwh: String(price),
    blockedBy: null,
    blockedElement: null,
  });

  test('the cheapest stands first, and equal prices go by id', () => {
    const offers = [offer('c', 'up', 9), offer('b', 'up', -5), offer('a', 'up', 9)];
    expect(meritOrder(offers).meritOrder.map(o => o.offerId)).toEqual(['b', 'a', 'c']);
  });

  test('many cheap offers of one direction leave the other its place; what is cut is counted by direction', () => {
    const offers = [
      ...[1, 2, 3, 4].map(price => offer(`down ${price}`, 'down', price)),
      ...[50, 60].map(price => offer(`up ${price}`, 'up', price)),
    ];
    const { meritOrder: shown, notShown } = meritOrder(offers, 2);
    expect(shown.map(o => o.offerId)).toEqual(['up 50', 'up 60', 'down 1', 'down 2']);
    expect(notShown).toEqual({ up: 0, down: 2 });
  });
});
