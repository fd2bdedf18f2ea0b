/** What chance alone hardly ever plays: places filled to the last, and one more. */
import { BID_OFFER_MIN_WH, OFFERS_PER_BID_MAX, OFFERS_PER_SELLER_MAX } from '../auction.ts';
import { on, ROLES } from '../market.ts';
import type { Operation } from '../operations.ts';
import { ORDERS_PER_POINT_MAX } from '../pool.ts';
import { CANDIDATES_MAX } from '../validators.ts';
import { intervalAhead, operation, operatorAt, ownerOf, type Scene } from './scene.ts';

/** Two buyers take eight places each of one point; a ninth and a seventeenth are one too many. */
export function fillsActivations(scene: Scene): void {
  const { m, draw, cast, script } = scene;
  const interval = intervalAhead(scene, 900, 1800);
  const point = cast.points.find(
    (id, k) =>
      k % 3 !== 0 &&
      m.positions.at(on(id, interval)).coverWh === 0n &&
      m.standing.at(on(id, interval)).length === 0,
  );
  if (!point) return;
  const position = m.positions.at(on(point, interval));
  const baselineNetWh = position.stated ? position.baselineNetWh : 500n;
  const priceMicroEurPerKwh = draw.big(10_000, 90_000);
  const term = {
    point,
    interval,
    product: 0,
    direction: 0,
    energyWh: 5000n,
    priceMicroEurPerKwh,
    baselineNetWh,
  };
  const operator = () => operatorAt(scene, m.points.at(point)!.area);
  const buy = (count: number, buyer: () => string) => () =>
    operation('purchase', buyer(), {
      interval,
      product: 0,
      offers: Array.from({ length: count }, () => offer),
      energiesWh: Array.from({ length: count }, () => 100n),
    });
  let offer = 0;
  script.push(
    () => operation('offerFlexibility', ownerOf(scene, point), { terms: [term] }),
    () => {
      offer = m.counts.at('offers');
      return buy(8, operator)();
    },
    buy(1, operator),
    buy(8, () => cast.tso),
    () => {
      const waiting = [...m.parts.rows].filter(
        ([, part]) => part?.offer === offer && part.state === 'waiting',
      );
      return operation('confirmParts', operator(), { parts: waiting.map(([id]) => Number(id)) });
    },
    buy(1, () => cast.tso),
    buy(1, operator),
  );
}

/** Nine orders of one point. */
export function fillsOrders(scene: Scene): void {
  const { draw, cast, script } = scene;
  const interval = intervalAhead(scene, 1600, 3000);
  const point = draw.pick(cast.points);
  for (let k = 0; k <= ORDERS_PER_POINT_MAX; k++)
    script.push(() => {
      const terms = {
        point,
        interval,
        side: 0,
        energyWh: 100n,
        limitPriceMicroEurPerKwh: draw.big(9, 14) * 10_000n,
        expiresAt: interval,
        nonce: draw.big(0, 2 ** 40),
      };
      return operation('placeOrders', ownerOf(scene, point), { orders: [{ terms, signed: null }] });
    });
}

/** Sixty-four offers to a bid, then a dearer and a cheaper one; four of one seller, then a fifth. */
export function fillsBid(scene: Scene): void {
  const { m, draw, cast, script } = scene;
  const interval = intervalAhead(scene, 2400, 3600);
  const own = cast.points.find(point => ownerOf(scene, point) === cast.aggregator);
  if (!own) return;
  let bid = 0;
  const offerOf = (point: string, priceMicroEurPerKwh: bigint): Operation =>
    operation('offerToBid', ownerOf(scene, point), {
      bid,
      point,
      energyWh: BID_OFFER_MIN_WH,
      priceMicroEurPerKwh,
    });
  const terms = { point: own, interval, energyWh: 3000n, maxPriceMicroEurPerKwh: 240_000n };
  script.push(() => operation('postBid', cast.aggregator, terms));
  const bySeller = [
    ...Map.groupBy(
      cast.points.filter(point => point !== own),
      point => ownerOf(scene, point),
    ).values(),
  ];
  const places = bySeller.flatMap(points => Array.from({ length: OFFERS_PER_SELLER_MAX }, () => points[0]!));
  for (const point of places.slice(0, OFFERS_PER_BID_MAX))
    script.push(() => {
      bid = m.counts.at('bids');
      return offerOf(point, draw.big(120_000, 200_000));
    });
  const last = places.at(-1) ?? own;
  script.push(
    () => offerOf(places[0]!, 110_000n),
    () => offerOf(last, 239_000n),
    () => offerOf(last, 110_000n),
    () => operation('closeBid', cast.aggregator, { bid }),
  );
}

/** Candidates to the last place, and one more. */
export function fillsCandidates(scene: Scene): void {
  const { m, cast, script } = scene;
  const missing = CANDIDATES_MAX + 1 - m.candidates.at('all').length;
  for (const account of cast.newcomers
    .filter(a => !m.candidates.at('all').includes(a))
    .slice(0, missing + 5)) {
    if (m.participants.at(account) === null)
      script.push(() => operation('register', cast.administrator, { account, roles: ROLES.aggregator }));
    script.push(() => operation('standForSeat', account, {}));
  }
}
