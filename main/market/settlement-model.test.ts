import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  DECISION,
  defaultRules,
  defaultTariff,
  ORDER_SIDE,
  PRODUCT,
  ROLE,
} from '../../contracts/bindings/index.ts';
import { LocalMarket } from '../../contracts/bindings/local-market.ts';
import {
  amountMicroEur,
  type IntervalRecords,
  type SettlementRules,
  settleInterval,
} from './settlement-model.ts';

const account = (n: number) => `0x${n.toString(16).padStart(40, '0')}`;
const ADMIN = account(0xa1);
const GRID = account(0xa2);
const RETAILER = account(0xa3);
const DSO = account(0xa4);
const TSO = account(0xa5);
const METERS = account(0xa6);
const POOL = account(0xa7);
const OWNERS = [account(0xb1), account(0xb2), account(0xb3), account(0xb4)];
const ACCOUNTS = [GRID, RETAILER, DSO, TSO, ...OWNERS];
/** Six points of four owners: two owners have two each, so that some trades are with oneself. */
const POINTS = ['P-0', 'P-1', 'P-2', 'P-3', 'P-4', 'P-5'];
const ownerOf = (point: number) => OWNERS[point % OWNERS.length]!;
const START = 1_800_000_000n;
/** The contract stores a fee in 56 bits. */
const FEE_MAX = 2n ** 55n - 1n;
/** Random intervals compared with the contract; more on request, for the long runs. */
const CASES = Number(process.env['SETTLEMENT_CASES'] ?? 20);

const rules: SettlementRules = {
  feedInMicroEurPerKwh: defaultTariff.feedInMicroEurPerKwh,
  retailMicroEurPerKwh: defaultTariff.retailMicroEurPerKwh,
  flexibilityPenaltyMicroEurPerKwh: defaultRules(GRID, RETAILER).flexibilityPenaltyMicroEurPerKwh,
  gridOperator: GRID,
  retailer: RETAILER,
};
const empty: IntervalRecords = {
  trades: [],
  verdicts: [],
  readings: [],
  flexibility: [],
  baselineNetWh: new Map(),
  curtailments: [],
};

const energyWh = fc.oneof(
  fc.bigInt(1n, 20_000n),
  fc.bigInt(1n, 10n ** 12n),
  fc.constantFrom(1n, 2n ** 53n + 1n),
);
const pointIndex = fc.integer({ min: 0, max: POINTS.length - 1 });
const intervalCase = fc.record({
  trades: fc.array(
    fc
      .record({
        seller: pointIndex,
        buyer: pointIndex,
        energyWh,
        price: fc.bigInt(rules.feedInMicroEurPerKwh, rules.retailMicroEurPerKwh),
        decision: fc.constantFrom('accepted', 'accepted', 'reduced', 'rejected', 'held', null),
        share: fc.bigInt(1n, 999n),
        feePerMille: fc.bigInt(-1000n, 1000n),
      })
      .filter(trade => trade.seller !== trade.buyer),
    { maxLength: 7 },
  ),
  flexibility: fc.array(
    fc.record({
      point: pointIndex,
      // The least that may be offered.
      energyWh: energyWh.map(wh => wh + 99n),
      price: fc.bigInt(0n, 500_000n),
      boughtPerMille: fc.bigInt(1n, 1000n),
      by: fc.constantFrom('dso' as const, 'tso' as const, 'customer' as const),
    }),
    { maxLength: 4 },
  ),
  down: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
  curtailments: fc.array(
    fc.record({
      point: pointIndex,
      energyWh: fc.bigInt(1n, 50_000n),
      down: fc.boolean(),
      compensationPerMille: fc.bigInt(0n, 1000n),
    }),
    { maxLength: 3 },
  ),
  baselinesWh: fc.array(fc.bigInt(-30_000n, 30_000n), { minLength: 6, maxLength: 6 }),
  metersWh: fc.array(fc.oneof(fc.bigInt(-40_000n, 40_000n), fc.bigInt(-(10n ** 12n), 10n ** 12n)), {
    minLength: 6,
    maxLength: 6,
  }),
  splitAt: fc.integer({ min: 0, max: 6 }),
});
type IntervalCase = typeof intervalCase extends fc.Arbitrary<infer T> ? T : never;

describe('the contract and the model', () => {
  let market: LocalMarket;
  let interval = START;

  beforeAll(async () => {
    const parameters = { administrator: ADMIN, rules: defaultRules(GRID, RETAILER), tariff: defaultTariff };
    market = await LocalMarket.deploy(parameters, START);
    const roles = [
      [DSO, ROLE.DSO],
      [TSO, ROLE.TSO],
      [METERS, ROLE.METER_OPERATOR],
      [POOL, ROLE.AGGREGATOR],
      ...OWNERS.map(owner => [owner, ROLE.PROSUMER] as const),
    ] as const;
    for (const [who, role] of roles) await market.send('Registry', ADMIN, 'register', who, role, who);
    const owners = POINTS.map((_, i) => ownerOf(i));
    await market.send('Registry', ADMIN, 'openArea', DSO);
    await market.send('Registry', ADMIN, 'connectPoints', POINTS.map(bytes32), owners, 1);
  });

  test(`agree to the last micro-euro on ${CASES} random intervals`, {
    timeout: 60_000 + CASES * 3000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(intervalCase, async given => {
        interval += 7200n;
        const before = await balances(market);
        const records = await play(market, interval, given);
        const model = settleInterval(records, rules);
        const after = await balances(market);
        for (const [i, who] of ACCOUNTS.entries()) {
          expect(after[i]! - before[i]!, `balance of ${who}`).toBe(model.balanceMicroEur.get(who) ?? 0n);
        }
        expect(model.pointsWithoutReading).toEqual([]);
      }),
      { numRuns: CASES, seed: Number(process.env['SETTLEMENT_SEED'] ?? 31) },
    );
  });
});

/** Plays one interval on the contracts up to its close, and returns what was put on record. */
async function play(market: LocalMarket, interval: bigint, given: IntervalCase): Promise<IntervalRecords> {
  market.nowS = interval - 3600n;
  const trades = await tradeAll(market, interval, given);
  const verdicts = given.trades.flatMap((trade, i) => {
    let decision = trade.decision;
    if (decision === null) return [];
    if (decision === 'reduced' && trade.energyWh === 1n) decision = 'accepted';
    let safeWh = decision === 'accepted' ? trade.energyWh : 0n;
    if (decision === 'reduced') safeWh = (trade.energyWh * trade.share) / 1000n || 1n;
    const perEnergy = (safeWh * defaultTariff.feeCapMicroEurPerKwh) / 1000n;
    const capMicroEur = perEnergy < FEE_MAX ? perEnergy : FEE_MAX;
    return [
      {
        tradeId: trades[i]!.id,
        decision,
        energyWh: safeWh,
        feeMicroEur: (capMicroEur * trade.feePerMille) / 1000n,
      },
    ];
  });
  await market.send('GridSupervision', DSO, 'giveVerdicts', verdicts.map(verdictTerms));

  const flexibility = await buyFlexibility(market, interval, given);
  const curtailments = given.curtailments.map((order, i) => ({
    id: String(i),
    point: POINTS[order.point]!,
    owner: ownerOf(order.point),
    orderedBy: DSO,
    direction: order.down ? ('down' as const) : ('up' as const),
    energyWh: order.energyWh,
    compensationMicroEur: order.energyWh * order.compensationPerMille,
  }));
  const terms = curtailments.map(order => ({
    ...order,
    point: bytes32(order.point),
    interval,
    direction: order.direction === 'up' ? 0 : 1,
    legalRank: 3,
    reasonCode: 1,
    evidence: bytes32(''),
  }));
  await market.send('Curtailment', DSO, 'order', terms, 'limit', 'open offers are not the question here');

  market.nowS = interval + 900n;
  const readings = POINTS.map((point, i) => ({ point, owner: ownerOf(i), netWh: given.metersWh[i]! }));
  await market.send(
    'Metering',
    METERS,
    'report',
    readings.map(r => ({ ...r, point: bytes32(r.point), interval })),
  );
  const settleable = verdicts
    .filter(v => v.decision === 'accepted' || v.decision === 'reduced')
    .map(v => v.tradeId);
  for (const chunk of [settleable.slice(0, given.splitAt), settleable.slice(given.splitAt)]) {
    await market.send('Settlement', POOL, 'settleTrades', interval, chunk);
  }
  // Points that others cover wait for those.
  const offering = new Set(flexibility.map(part => part.point));
  const inOrder = [...POINTS].sort((a, b) => Number(offering.has(b)) - Number(offering.has(a)));
  for (const chunk of [inOrder.slice(0, given.splitAt), inOrder.slice(given.splitAt)]) {
    await market.send('Settlement', POOL, 'settlePoints', interval, chunk.map(bytes32));
  }
  await market.send('Settlement', DSO, 'closeInterval', interval);
  const baselineNetWh = new Map(POINTS.map((point, i) => [point, given.baselinesWh[i]!]));
  return { trades, verdicts, readings, flexibility, baselineNetWh, curtailments };
}

async function tradeAll(market: LocalMarket, interval: bigint, given: IntervalCase) {
  const trades: IntervalRecords['trades'][number][] = [];
  for (const trade of given.trades) {
    const place = async (side: number, point: number, limitPriceMicroEurPerKwh: bigint) => {
      const order = {
        point: bytes32(POINTS[point]!),
        interval,
        side,
        energyWh: trade.energyWh,
        limitPriceMicroEurPerKwh,
      };
      return (await market.send('EnergyMarket', ownerOf(point), 'placeOrders', [order])).result[0] as bigint;
    };
    const sell = await place(ORDER_SIDE.SELL, trade.seller, trade.price);
    const buy = await place(ORDER_SIDE.BUY, trade.buyer, trade.price);
    const args = [interval, [sell], [buy], [trade.energyWh], trade.price];
    const cleared = await market.send('EnergyMarket', POOL, 'clearPool', ...args);
    trades.push({
      id: String(cleared.result[0]),
      sellerPoint: POINTS[trade.seller]!,
      buyerPoint: POINTS[trade.buyer]!,
      seller: ownerOf(trade.seller),
      buyer: ownerOf(trade.buyer),
      energyWh: trade.energyWh,
      priceMicroEurPerKwh: trade.price,
    });
  }
  return trades;
}

async function buyFlexibility(market: LocalMarket, interval: bigint, given: IntervalCase) {
  const bought: IntervalRecords['flexibility'][number][] = [];
  const offering = new Set(given.flexibility.map(part => part.point));
  const idle = POINTS.findIndex((_, i) => !offering.has(i));
  let coverLeftWh = 25_000n;
  for (const part of given.flexibility) {
    const seller = ownerOf(part.point);
    const down = given.down[part.point]!;
    const offer = {
      point: bytes32(POINTS[part.point]!),
      interval,
      product: PRODUCT.BALANCING,
      direction: down ? 1 : 0,
      energyWh: part.energyWh,
      priceMicroEurPerKwh: part.price,
      baselineNetWh: given.baselinesWh[part.point]!,
    };
    const offerId = (await market.send('Flexibility', seller, 'offer', [offer])).result[0] as bigint;
    const shareWh = (part.energyWh * part.boughtPerMille) / 1000n;
    const takenWh = shareWh < 100n ? 100n : shareWh;
    const covers = part.by === 'customer' && takenWh <= coverLeftWh;
    if (covers) coverLeftWh -= takenWh;
    const buyer = covers ? ownerOf(idle) : part.by === 'dso' ? DSO : TSO;
    const order = covers
      ? await market.send(
          'Flexibility',
          buyer,
          'cover',
          interval,
          bytes32(POINTS[idle]!),
          [offerId],
          [takenWh],
        )
      : await market.send(
          'Flexibility',
          buyer,
          'purchase',
          interval,
          PRODUCT.BALANCING,
          [offerId],
          [takenWh],
          bytes32('T1'),
          bytes32(''),
        );
    const partId = (await market.send('Flexibility', ADMIN, 'partCount')).result[0] as bigint;
    if (buyer !== DSO) await market.send('Flexibility', DSO, 'confirm', [partId]);
    bought.push({
      orderId: String(order.result[0]),
      offerId: String(offerId),
      point: POINTS[part.point]!,
      direction: down ? 'down' : 'up',
      energyWh: takenWh,
      priceMicroEurPerKwh: part.price,
      seller,
      buyer,
      beneficiaryPoint: covers ? POINTS[idle]! : null,
    });
  }
  return bought;
}

function verdictTerms(verdict: IntervalRecords['verdicts'][number]) {
  const decision = {
    accepted: DECISION.ACCEPTED,
    reduced: DECISION.REDUCED,
    rejected: DECISION.REJECTED,
    held: DECISION.HELD,
  };
  return { ...verdict, decision: decision[verdict.decision], reasonCode: 0, evidence: bytes32('') };
}

async function balances(market: LocalMarket): Promise<bigint[]> {
  const all: bigint[] = [];
  for (const who of ACCOUNTS)
    all.push((await market.send('Ledger', ADMIN, 'balanceOf', who)).result[0] as bigint);
  return all;
}

function bytes32(text: string): string {
  return `0x${Buffer.from(text, 'ascii').toString('hex').padEnd(64, '0')}`;
}

describe('settlement of an interval', () => {
  const sale = {
    id: '1',
    sellerPoint: 'SUN',
    buyerPoint: 'HOME',
    seller: 'alice',
    buyer: 'bob',
    energyWh: 1000n,
    priceMicroEurPerKwh: 120_999n,
  };

  test('is empty when nothing was traded and nothing metered', () => {
    expect(settleInterval(empty, rules).payments).toEqual([]);
  });

  test('rounds every payment down, so that nobody pays a fraction more', () => {
    expect(amountMicroEur(1n, 120_999n)).toBe(120n);
    expect(() => amountMicroEur(-1n, 1n)).toThrow(RangeError);
  });

  test('pays only for the energy of the verdict and names points that still lack a reading', () => {
    const verdict = { tradeId: '1', decision: 'reduced', energyWh: 500n, feeMicroEur: -7n } as const;
    const settled = settleInterval({ ...empty, trades: [sale], verdicts: [verdict] }, rules);
    expect(settled.balanceMicroEur.get('alice')).toBe(60_499n);
    expect(settled.balanceMicroEur.get('bob')).toBe(-60_492n);
    expect(settled.pointsWithoutReading).toEqual(['SUN', 'HOME']);
  });

  test('of a trade held, rejected or never judged is nothing', () => {
    for (const decision of ['held', 'rejected'] as const) {
      const verdicts = [{ tradeId: '1', decision, energyWh: 0n, feeMicroEur: 0n }];
      expect(settleInterval({ ...empty, trades: [sale], verdicts }, rules).payments).toEqual([]);
    }
    expect(settleInterval({ ...empty, trades: [sale] }, rules).payments).toEqual([]);
  });

  // The worked example of UFTP: 10 MW consumed without activation, 2 MW sold at 7 EUR/MW, penalty 11 EUR/MW; 1 MW = 250 kWh.
  test.each([
    [7n, 14n],
    [8n, 14n],
    [9n, -4n],
    [10n, -22n],
    [11n, -33n],
  ])('of flexibility with %i MW realised pays %i EUR', (realisedMw, eur) => {
    const mwh = 250_000n;
    const part = {
      orderId: '1',
      offerId: '1',
      point: 'HOME',
      direction: 'up',
      energyWh: 2n * mwh,
      priceMicroEurPerKwh: 28_000n,
      seller: 'bob',
      buyer: 'dso',
      beneficiaryPoint: null,
    } as const;
    const settled = settleInterval(
      {
        ...empty,
        readings: [{ point: 'HOME', owner: 'bob', netWh: -realisedMw * mwh }],
        flexibility: [part],
        baselineNetWh: new Map([['HOME', -10n * mwh]]),
      },
      { ...rules, flexibilityPenaltyMicroEurPerKwh: 44_000n },
    );
    expect(settled.balanceMicroEur.get('dso')).toBe(-eur * 1_000_000n);
  });
});
