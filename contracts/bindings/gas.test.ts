import { encodeBytes32String, id, Wallet } from 'ethers';
import { expect, test } from 'vitest';
import { defaultRules, defaultTariff } from './deploy.ts';
import { DECISION, DIRECTION, ORDER_SIDE, PRODUCT, ROLE } from './generated/constants.ts';
import { LocalMarket } from './local-market.ts';
import { TRADE_TERMS_TYPES, tradeTermsDomain } from './signing.ts';

const ADMIN = '0x00000000000000000000000000000000000000a1';
const GRID = '0x00000000000000000000000000000000000000a2';
const RETAILER = '0x00000000000000000000000000000000000000a3';
const AGGREGATOR = '0x00000000000000000000000000000000000000a4';
const OWNERS = 100;
const BATCH = 100;
const START = 1_800_000_000n;
const wallets = Array.from({ length: OWNERS }, (_, i) => new Wallet(id(`owner ${i}`)));
const point = (i: number) => encodeBytes32String(`POINT-${i}`);

/** Gas per trade (or order, reading, point) in transactions of 100, a hundred owners with one point each. */
async function measure(): Promise<Record<string, number>> {
  const market = await LocalMarket.deploy(
    { administrator: ADMIN, rules: defaultRules(GRID, RETAILER), tariff: defaultTariff },
    START,
  );
  await market.send('Registry', ADMIN, 'register', AGGREGATOR, ROLE.AGGREGATOR | ROLE.DSO | ROLE.METER_OPERATOR, 'all');
  await market.send('Registry', ADMIN, 'openArea', AGGREGATOR);
  for (const [i, wallet] of wallets.entries()) {
    await market.send('Registry', ADMIN, 'register', wallet.address, ROLE.PROSUMER, `owner ${i}`);
  }
  const owners = wallets.map(wallet => wallet.address);
  await market.send('Registry', ADMIN, 'connectPoints', owners.map((_, i) => point(i)), owners, 1);

  const gas: Record<string, number> = {};
  const perTrade = (name: string, used: bigint) => {
    gas[name] = Math.round(Number(used) / BATCH);
  };
  // The second interval is the ordinary case: balances and nonces have their slots.
  for (const [round, interval] of [START + 7200n, START + 9000n].entries()) {
    market.nowS = START + 1800n * BigInt(round);
    const when = round === 0 ? 'first interval' : 'later interval';
    const domain = tradeTermsDomain(market.chainId, market.addresses.EnergyMarket);
    const terms = Array.from({ length: BATCH }, (_, i) => ({
      sellerPoint: point(i),
      buyerPoint: point((i + 1) % OWNERS),
      interval,
      energyWh: 1234n,
      priceMicroEurPerKwh: 123_456n,
      nonce: BigInt(round),
    }));
    const bySellers = await Promise.all(
      terms.map((term, i) => wallets[i]!.signTypedData(domain, TRADE_TERMS_TYPES, term)),
    );
    const byBuyers = await Promise.all(
      terms.map((term, i) => wallets[(i + 1) % OWNERS]!.signTypedData(domain, TRADE_TERMS_TYPES, term)),
    );
    const proposed = await market.send('EnergyMarket', AGGREGATOR, 'proposeTrades', terms, bySellers, byBuyers, 0);
    perTrade(`proposeTrades, both signed, ${when}`, proposed.gas);
    const first = proposed.result[0] as bigint;
    const ids = terms.map((_, i) => first + BigInt(i));
    const verdicts = ids.map(tradeId => ({
      tradeId,
      decision: DECISION.ACCEPTED,
      energyWh: 1234n,
      feeMicroEur: 1500n,
      reasonCode: 0,
      evidence: id(`evidence ${tradeId}`),
    }));
    perTrade(`giveVerdicts, ${when}`, (await market.send('GridSupervision', AGGREGATOR, 'giveVerdicts', verdicts)).gas);
    market.nowS = interval + 900n;
    perTrade(`settleTrades, ${when}`, (await market.send('Settlement', AGGREGATOR, 'settleTrades', interval, ids)).gas);
    const readings = owners.map((_, i) => ({ point: point(i), interval, netWh: 100n * BigInt(i) - 4000n }));
    perTrade(`report, ${when}`, (await market.send('Metering', AGGREGATOR, 'report', readings)).gas);
    const points = readings.map(reading => reading.point);
    perTrade(`settlePoints, ${when}`, (await market.send('Settlement', AGGREGATOR, 'settlePoints', interval, points)).gas);
  }

  // One owner of all points (an aggregator's customers) submits without signatures.
  const own = Array.from({ length: OWNERS }, (_, i) => encodeBytes32String(`OWN-${i}`));
  await market.send('Registry', ADMIN, 'connectPoints', own, own.map(() => AGGREGATOR), 1);
  const interval = START + 18_000n;
  const ownTerms = own.map((sellerPoint, i) => ({
    sellerPoint,
    buyerPoint: own[(i + 1) % OWNERS]!,
    interval,
    energyWh: 1234n,
    priceMicroEurPerKwh: 123_456n,
    nonce: 0n,
  }));
  const unsigned = own.map(() => '0x');
  await market.send('EnergyMarket', AGGREGATOR, 'proposeTrades', ownTerms, unsigned, unsigned, 0);
  const again = ownTerms.map(term => ({ ...term, nonce: 1n }));
  const sent = await market.send('EnergyMarket', AGGREGATOR, 'proposeTrades', again, unsigned, unsigned, 0);
  perTrade('proposeTrades, submitter owns the points', sent.gas);

  const orders = (side: number) =>
    own.map(owned => ({ point: owned, interval, side, energyWh: 500n, limitPriceMicroEurPerKwh: 150_000n }));
  const sells = await market.send('EnergyMarket', AGGREGATOR, 'placeOrders', orders(ORDER_SIDE.SELL));
  perTrade('placeOrders', sells.gas);
  const buys = await market.send('EnergyMarket', AGGREGATOR, 'placeOrders', orders(ORDER_SIDE.BUY));
  const idsFrom = (firstId: bigint, shift: number) => own.map((_, i) => firstId + BigInt((i + shift) % OWNERS));
  const cleared = await market.send(
    'EnergyMarket',
    AGGREGATOR,
    'clearPool',
    interval,
    idsFrom(sells.result[0] as bigint, 0),
    idsFrom(buys.result[0] as bigint, 1),
    own.map(() => 500n),
    150_000n,
  );
  perTrade('clearPool', cleared.gas);
  await measureFlexibility(market, own, START + 27_000n, perTrade);
  return gas;
}

/** A hundred offers of a hundred points, bought by the operator of their area and by another, then settled; and a curtailment. */
async function measureFlexibility(
  market: LocalMarket,
  points: readonly string[],
  interval: bigint,
  perItem: (name: string, used: bigint) => void,
): Promise<void> {
  const offers = points.map(owned => ({
    point: owned,
    interval,
    product: PRODUCT.BALANCING,
    direction: DIRECTION.UP,
    energyWh: 500n,
    priceMicroEurPerKwh: 150_000n,
    baselineNetWh: 0n,
  }));
  const offered = await market.send('Flexibility', AGGREGATOR, 'offer', offers);
  perItem('offer flexibility', offered.gas);
  const ids = points.map((_, i) => (offered.result[0] as bigint) + BigInt(i));
  const purchase = [interval, PRODUCT.BALANCING, ids, ids.map(() => 200n), id('T1'), id('need')];
  perItem('purchase, own area', (await market.send('Flexibility', AGGREGATOR, 'purchase', ...purchase)).gas);
  await market.send('Registry', ADMIN, 'register', RETAILER, ROLE.TSO, 'another');
  perItem('purchase, other area', (await market.send('Flexibility', RETAILER, 'purchase', ...purchase)).gas);
  const parts = ids.map((_, i) => BigInt(ids.length + i + 1));
  perItem('confirm', (await market.send('Flexibility', AGGREGATOR, 'confirm', parts)).gas);
  const terms = points.map(point => ({
    point,
    interval: interval + 900n,
    energyWh: 200n,
    direction: DIRECTION.DOWN,
    legalRank: 3,
    reasonCode: 1,
    compensationMicroEur: 1000n,
    evidence: id('need'),
  }));
  perItem('curtail', (await market.send('Curtailment', AGGREGATOR, 'order', terms, 'limit', '')).gas);
  market.nowS = interval + 900n;
  const readings = points.map(point => ({ point, interval, netWh: 400n }));
  await market.send('Metering', AGGREGATOR, 'report', readings);
  const settled = await market.send('Settlement', AGGREGATOR, 'settlePoints', interval, points);
  perItem('settlePoints, two activations each', settled.gas);
}

test('gas per item in transactions of 100 is what the committed file says', async () => {
  await expect(`${JSON.stringify(await measure(), null, 2)}\n`).toMatchFileSnapshot('../gas.json');
});
