import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CurtailmentOrder, MarketEvent } from '../records/market.ts';
import { Schedules } from './schedule.ts';
import { Market } from './service.ts';
import {
  at,
  INTERVAL,
  meterEvent,
  network,
  own,
  recorded,
  rulesEvent,
  TIMES,
  trade,
  tradeEvent,
} from './testing/builders.ts';

const street = network(4);
const baseline = () => ({ pKw: Float64Array.of(5, -3, -2, 0), issuedAtMs: 1 });
const start = (INTERVAL - 3600) * 1000;

function market(): Market {
  const made = new Market(TIMES, street.network, street.points);
  made.setForecast(INTERVAL, baseline());
  return made;
}

const offer: MarketEvent = {
  type: 'offer',
  offer: {
    product: 'congestion',
    id: '7',
    point: 'P2',
    interval: INTERVAL,
    direction: 'up',
    energyWh: 500n,
    priceMicroEurPerKwh: 200_000n,
    seller: '0xs',
    offeredAt: at(1),
  },
};

function activation(energyWh: bigint): MarketEvent {
  return {
    type: 'activation',
    activation: {
      partId: '1',
      orderId: '1',
      offerId: '7',
      point: 'P2',
      interval: INTERVAL,
      direction: 'up',
      energyWh,
      priceMicroEurPerKwh: 200_000n,
      orderedAt: at(3),
    },
  };
}

const curtailed: CurtailmentOrder = {
  id: '1',
  point: 'P0',
  interval: INTERVAL,
  direction: 'down',
  energyWh: 250n,
  legalRank: 'renewable',
  reasonCode: 1,
  marketOverride: '',
  reason: 'line 4 over its rating',
  compensationMicroEur: 1n,
  evidence: '0x',
  orderedAt: at(4),
};

describe('flexibility that others bought', () => {
  const order: MarketEvent = {
    type: 'flexibility-order',
    orderId: '1',
    buyer: '0xTSO',
    interval: INTERVAL,
    product: 'balancing',
    element: '',
    evidence: '',
    beneficiaryPoint: 'P3',
    at: at(2),
  };
  const bought = activation(400n) as Extract<MarketEvent, { type: 'activation' }>;
  const reserved: MarketEvent = { type: 'reservation', reservation: bought.activation };
  const reservedMarket = () => {
    const made = market();
    made.applyBlock(start, [offer, order, reserved]);
    return made;
  };

  test('waits with its buyer and purpose, out of its offer and in no schedule', () => {
    const made = reservedMarket();
    expect(made.flexibility.waiting()).toMatchObject([
      { part: { partId: '1', energyWh: 400n }, order: { buyer: '0xTSO', beneficiaryPoint: 'P3' } },
    ]);
    expect(made.flexibility.openOffers(INTERVAL).map(o => o.remainingWh)).toEqual([100n]);
    expect([...made.schedule(INTERVAL)!.changeKw]).toEqual([0, 0, 0, 0]);
  });

  test('waits no more once it stands or is given back', () => {
    const stands = reservedMarket();
    stands.applyBlock(start, [bought]);
    expect(stands.flexibility.waiting()).toEqual([]);
    expect(stands.schedule(INTERVAL)!.changeKw[2]).toBe(1.6);
    const back = reservedMarket();
    back.applyBlock(start, [{ type: 'reservation-ended', partId: '1', at: at(4) }]);
    expect(back.flexibility.waiting()).toEqual([]);
    expect(back.flexibility.isWaiting('1')).toBe(false);
    expect(back.flexibility.openOffers(INTERVAL).map(o => o.remainingWh)).toEqual([500n]);
  });

  test('is answered by the operator of the area as it is now, however its address is written', () => {
    const made = market();
    const point = { point: 'P2', owner: '0xs', connection: 1, pointNumber: 1, area: 4, at: at(1) };
    expect(made.areas.isOperatedBy('P2', '0xOps')).toBe(false);
    made.applyBlock(start, [
      { type: 'area', area: 4, operator: '0xOps', at: at(1) },
      { type: 'point', ...point },
    ]);
    expect(made.areas.isOperatedBy('P2', '0xOPS')).toBe(true);
    expect(made.areas.isOperatedBy('P3', '0xOps')).toBe(false);
    made.applyBlock(start, [{ type: 'area', area: 4, operator: '0xnew', at: at(2) }]);
    expect(made.areas.isOperatedBy('P2', '0xops')).toBe(false);
  });
});

describe('schedule', () => {
  test('is baseline + accepted trades + activations − curtailment, in power over a quarter hour', () => {
    const made = market();
    made.applyBlock(start, [
      tradeEvent(trade('1')),
      offer,
      activation(500n),
      { type: 'curtailment', order: curtailed },
    ]);
    made.decide([own(trade('1'), 'reduced')]);
    const schedule = made.schedule(INTERVAL);
    // 500 Wh in 15 min are 2 kW.
    expect([...(schedule?.changeKw ?? [])]).toEqual([2 - 1, -2, 2, 0]);
    const injection = made.injection(INTERVAL);
    expect([...(injection?.pMw ?? [])].map(p => p.toFixed(6))).toEqual([
      '0.006000',
      '-0.005000',
      '0.000000',
      '0.000000',
    ]);
    // Reactive power is that of the baseline's consumption alone: 0.4 of it.
    expect([...(injection?.qMvar ?? [])].map(q => q.toFixed(6))).toEqual([
      '0.000000',
      '-0.001200',
      '-0.000800',
      '0.000000',
    ]);
  });

  test('an interval without forecast has no schedule, whatever was traded', () => {
    const made = new Market(TIMES, street.network, street.points);
    made.applyBlock(start, [tradeEvent(trade('1'))]);
    made.decide([own(trade('1'), 'accepted')]);
    expect(made.injection(INTERVAL)).toBeNull();
    expect(made.schedule(INTERVAL)).toBeNull();
  });

  test('energy of any order of additions is the same to the last digit, and trades move none in sum', () => {
    const leg = fc.record({
      seller: fc.nat({ max: 3 }),
      buyer: fc.nat({ max: 3 }),
      wh: fc.bigInt({ min: 1n, max: 10n ** 12n }),
    });
    fc.assert(
      fc.property(fc.array(leg, { maxLength: 30 }), legs => {
        const ways = [legs, [...legs].reverse()].map(order => {
          const schedules = new Schedules(TIMES, street.network, street.points);
          schedules.setBaseline(INTERVAL, baseline());
          for (const { seller, buyer, wh } of order) {
            schedules.add(`P${seller}`, INTERVAL, wh);
            schedules.add(`P${buyer}`, INTERVAL, -wh);
          }
          return schedules.ofPoints(INTERVAL)?.changeKw ?? new Float64Array();
        });
        expect(ways[0]).toEqual(ways[1]);
        // Back to whole Wh: only the conversion to kW rounds, the energies behind it are exact.
        const wh = [...(ways[0] ?? [])].map(kw => Math.round(kw * 250));
        expect(wh.reduce((a, b) => a + b, 0)).toBe(0);
      }),
    );
  });

  test('of a trade with an end in another area the own end moves, the foreign one has a place in words and no contract flow', () => {
    const made = market();
    const operator = { account: '0xNORD', number: 9, name: 'Nordwerk', roles: ['dso'], suspended: false };
    const abroad = trade('1', { buyerPoint: 'N1', otherArea: 2 });
    made.applyBlock(start, [
      { type: 'participant', participant: operator, at: at(1) },
      { type: 'area', area: 2, operator: '0xNORD', at: at(1) },
      { type: 'point', point: 'N1', owner: '0xbuyer', connection: 9, pointNumber: 9, area: 2, at: at(1) },
      tradeEvent(abroad),
    ]);
    made.decide([own(abroad, 'accepted')]);
    expect(made.schedule(INTERVAL)?.changeKw).toEqual(Float64Array.from([4, 0, 0, 0]));
    expect(made.row(made.trade('1')!)).toMatchObject({ sellerPlace: null, buyerPlace: 'area 2, Nordwerk' });
    expect(made.contractFlows(INTERVAL, 10)).toEqual([]);
    const answers = [
      [abroad, 'N1'],
      [abroad, 'P0'],
      [abroad, 'nowhere'],
      // Nobody but this operator is asked about it, or another area than the point's.
      [trade('2'), 'N1'],
      [trade('3', { otherArea: 3 }), 'N1'],
    ] as const;
    expect(answers.map(([of, point]) => made.isAbroad(of, point))).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  test('an older forecast never replaces a newer one', () => {
    const made = market();
    made.setForecast(INTERVAL, { pKw: new Float64Array(4), issuedAtMs: 0 });
    expect(made.schedule(INTERVAL)?.baselineKw[0]).toBe(5);
    expect(() =>
      made.setForecast(INTERVAL, { pKw: Float64Array.of(1, Number.NaN, 0, 0), issuedAtMs: 9 }),
    ).toThrow(RangeError);
  });
});

test('replaying the chain with the own verdicts gives the market that was', () => {
  const live = market();
  const events: MarketEvent[][] = [
    [tradeEvent(trade('1')), tradeEvent(trade('2', { sellerPoint: 'P3' })), offer],
    [{ type: 'verdict', verdict: recorded(trade('1'), 'accepted') }, activation(200n)],
    [{ type: 'verdict', verdict: recorded(trade('2'), 'reduced', 300n) }],
  ];
  const verdicts = [own(trade('1'), 'accepted'), own(trade('2'), 'reduced')];
  live.applyBlock(start, events[0] ?? []);
  live.decide(verdicts);
  live.applyBlock(start + 1000, events[1] ?? []);
  live.applyBlock(start + 2000, events[2] ?? []);
  const again = market();
  events.forEach((block, k) => {
    again.applyBlock(start + k * 1000, block);
  });
  again.decide(verdicts);
  expect(again.schedule(INTERVAL)?.changeKw).toEqual(live.schedule(INTERVAL)?.changeKw);
  expect(again.totals()).toEqual(live.totals());
  expect(again.flexibility.openOffers(INTERVAL)).toEqual(live.flexibility.openOffers(INTERVAL));
  expect(again.flexibility.openOffers(INTERVAL)).toMatchObject([{ remainingWh: 300n }]);
});

test('contract flows sum trades between the same two buses, largest first', () => {
  const made = market();
  made.applyBlock(start, [
    tradeEvent(trade('1')),
    tradeEvent(trade('2')),
    tradeEvent(trade('3', { sellerPoint: 'P3' })),
    tradeEvent(trade('4', { sellerPoint: 'P3' })),
  ]);
  made.decide([own(trade('3'), 'reduced'), own(trade('4'), 'rejected')]);
  expect(made.contractFlows(INTERVAL, 10)).toEqual([
    { fromBus: 0, toBus: 1, kw: 8, trades: 2, kind: 'bilateral' },
    { fromBus: 3, toBus: 1, kw: 2, trades: 1, kind: 'bilateral' },
  ]);
});

test('more than is left of an offer cannot be activated', () => {
  expect(() => market().applyBlock(start, [offer, activation(501n)])).toThrow(/which has less/);
});

describe('flexibility that waits for the operator of its area', () => {
  const waiting = (activation(200n) as Extract<MarketEvent, { type: 'activation' }>).activation;
  const reserved: MarketEvent = { type: 'reservation', reservation: waiting };
  const ended: MarketEvent = { type: 'reservation-ended', partId: '1', at: at(5) };
  const left = (made: Market) => made.flexibility.openOffers(INTERVAL).map(o => o.remainingWh);

  test('is taken out of its offer and changes no schedule until it stands', () => {
    const made = market();
    made.applyBlock(start, [offer, reserved]);
    expect(left(made)).toEqual([300n]);
    expect(made.flexibility.activations(INTERVAL)).toEqual([]);
    expect(made.schedule(INTERVAL)?.changeKw.every(kw => kw === 0)).toBe(true);
    made.applyBlock(start + 1000, [activation(200n)]);
    expect(left(made)).toEqual([300n]);
    expect(made.flexibility.activations(INTERVAL)).toHaveLength(1);
    expect(made.schedule(INTERVAL)?.changeKw.some(kw => kw > 0)).toBe(true);
  });

  test('is open again when it is refused or lapses, but not of an offer withdrawn since', () => {
    const made = market();
    made.applyBlock(start, [offer, reserved, ended]);
    expect(left(made)).toEqual([500n]);
    const gone = market();
    gone.applyBlock(start, [offer, reserved, { type: 'offer-withdrawn', offerId: '7', at: at(4) }, ended]);
    expect(left(gone)).toEqual([]);
  });
});

test('a hundred thousand trades are taken in, and a sorted page is answered', () => {
  const made = market();
  const events = Array.from({ length: 100_000 }, (_, k) =>
    tradeEvent(
      trade(String(k), { interval: INTERVAL + 900 * (k % 96), energyWh: BigInt((k * 7919) % 10_007) + 1n }),
    ),
  );
  made.applyBlock(start, events);
  const page = made.page({ decision: ['pending'] }, { by: 'energyWh', descending: true }, 50_000, 100);
  expect(page.total).toBe(100_000);
  expect(page.rows).toHaveLength(100);
});

test('of several readings of a point the latest stands', () => {
  const made = market();
  const reading = (netWh: bigint, revision: number): MarketEvent => ({
    type: 'reading',
    reading: { point: 'P1', interval: INTERVAL, netWh, revision, recordedAt: at(5 + revision) },
  });
  made.applyBlock(start, [reading(-100n, 0), reading(-90n, 1)]);
  expect([...made.readings(INTERVAL).values()]).toMatchObject([{ netWh: -90n, revision: 1 }]);
});

test('a point has a meter from the moment it is set until it is taken away, and no other point has', () => {
  const made = market();
  expect(made.hasMeter('P1')).toBe(false);
  made.applyBlock(start, [meterEvent('P1')]);
  expect([made.hasMeter('P1'), made.hasMeter('P2')]).toEqual([true, false]);
  made.applyBlock(start, [meterEvent('P1', '0xanother'), meterEvent('P2', null)]);
  expect([made.hasMeter('P1'), made.hasMeter('P2')]).toEqual([true, false]);
  made.applyBlock(start, [meterEvent('P1', null)]);
  expect(made.hasMeter('P1')).toBe(false);
});

test('rules are unknown until the chain tells them, and fit only where they are the times of this console', () => {
  const made = market();
  expect(made.rules).toBeNull();
  expect(made.rulesMismatch()).toContain('not known yet');
  made.applyBlock(start, [rulesEvent({ objectionSeconds: 60 })]);
  expect(made.rules).toMatchObject({ objectionSeconds: 60, objectionCostMicroEur: 1_000_000n });
  expect(made.rulesMismatch()).toBeNull();
  const other = market();
  other.applyBlock(start, [rulesEvent({ gateLeadSeconds: 300 })]);
  expect(other.rulesMismatch()).toContain('gates 300 s before delivery');
});
