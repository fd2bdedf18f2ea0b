import { encodeBytes32String, id, type Result, Wallet } from 'ethers';
import { expect, test } from 'vitest';
import { defaultRules, defaultTariff } from './deploy.ts';
import { ORDER_SIDE, ROLE } from './generated/constants.ts';
import { ORDER_TYPES, orderDomain } from './signing.ts';
import { LocalMarket } from './testing/local-market.ts';

const ADMIN = '0x00000000000000000000000000000000000000a1';
const OPERATOR = '0x00000000000000000000000000000000000000a4';
const START = 1_800_000_000n;
/** Half of them sell, half buy, each one order: two orders to a trade, and no two of one owner. */
const OWNERS = 256;
const PRICE = 150_000n;
const ENERGY = BigInt(OWNERS / 2) * 500n;

const wallets = Array.from({ length: OWNERS }, (_, k) => new Wallet(id(`owner ${k}`)));
const points = wallets.map((_, k) => encodeBytes32String(`POINT-${k}`));
const numbers = wallets.map((_, k) => k + 1);
const [sells, buys] = [0, 1].map(side => numbers.filter((_, k) => k % 2 === side));

test('gas of orders, clearing and the trades it records is what the committed file says', { timeout: 120_000 }, async () => {
  const gas: Record<string, number> = {};
  const per = (what: string, items: number, used: bigint) => {
    gas[what] = Math.round(Number(used) / items);
  };
  const market = await openMarket();
  const send = (method: string, ...args: unknown[]) => market.send('PoolMarket', OPERATOR, method, ...args);
  for (const [round, interval] of [START + 36_000n, START + 36_900n].entries()) {
    market.nowS = interval - 7200n;
    // The second interval is the ordinary case: numbers and counts have their slots.
    const placed = await send('placeOrders', ...(await signedOrders(market, interval, round)));
    per(`placeOrders, signed, an order, ${round === 0 ? 'first' : 'later'} interval`, OWNERS, placed.gas);
    market.nowS = interval - 2000n;
    if (round === 0) {
      await send('beginClearing', interval);
      const walked = await send('stepClearing', interval, sells, buys);
      per('stepClearing, an order', OWNERS, walked.gas);
      await send('finishClearing', interval, PRICE, ENERGY);
      const matched = (walked.events[0]!.args.getValue('trades') as Result).toArray(true);
      per('recordTrades, a trade', OWNERS / 2, (await send('recordTrades', interval, 0, [matched])).gas);
    } else {
      const cleared = await send('clearPool', interval, [sells, buys, PRICE, ENERGY]);
      per('clearPool, an order, half a trade', OWNERS, cleared.gas);
      // An ordinary interval clears in one transaction, within the cap of a transaction from Osaka on.
      expect(cleared.gas).toBeLessThan(16_700_000n);
    }
  }
  await expect(`${JSON.stringify(gas, null, 2)}\n`).toMatchFileSnapshot('../gas-pool.json');
});

async function openMarket(): Promise<LocalMarket> {
  const market = await LocalMarket.deploy(
    { administrator: ADMIN, rules: defaultRules(ADMIN), tariff: defaultTariff },
    START,
  );
  const send = (method: string, ...args: unknown[]) => market.send('Registry', ADMIN, method, ...args);
  await send('register', OPERATOR, ROLE.AGGREGATOR | ROLE.DSO, 'operator');
  await send('openArea', OPERATOR);
  for (const { address } of wallets) await send('register', address, ROLE.PROSUMER, 'owner');
  await send('connectPoints', points, wallets.map(wallet => wallet.address), 1);
  return market;
}

async function signedOrders(market: LocalMarket, interval: bigint, nonce: number) {
  const domain = orderDomain(market.chainId, market.addresses.PoolMarket);
  const orders = points.map((point, k) => ({
    point,
    interval,
    side: k % 2 === 0 ? ORDER_SIDE.SELL : ORDER_SIDE.BUY,
    energyWh: 500n,
    limitPriceMicroEurPerKwh: PRICE,
    expiresAt: interval,
    nonce,
  }));
  const signatures = await Promise.all(
    orders.map((order, k) => wallets[k]!.signTypedData(domain, ORDER_TYPES, order)),
  );
  return [orders, signatures];
}
