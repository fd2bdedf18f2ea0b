import { encodeBytes32String, id, TypedDataEncoder, Wallet } from 'ethers';
import { expect, test } from 'vitest';
import { defaultRules, defaultTariff } from './deploy.ts';
import { ROLE } from './generated/constants.ts';
import { LocalMarket } from './local-market.ts';
import { meteringDomain, READING_TYPES, TRADE_TERMS_TYPES, tradeTermsDomain } from './signing.ts';

const ADMIN = '0x00000000000000000000000000000000000000a1';
const seller = new Wallet(id('seller'));
const buyer = new Wallet(id('buyer'));
const stranger = new Wallet(id('stranger'));
const terms = {
  sellerPoint: encodeBytes32String('SUN-1'),
  buyerPoint: encodeBytes32String('HOME-2'),
  interval: 1_800_007_200n,
  energyWh: 1000n,
  priceMicroEurPerKwh: 120_000n,
  nonce: 0n,
};

async function market(): Promise<LocalMarket> {
  const local = await LocalMarket.deploy(
    { administrator: ADMIN, rules: defaultRules(ADMIN, ADMIN), tariff: defaultTariff },
    1_800_000_000n,
  );
  for (const [account, point] of [
    [seller, 'SUN-1'],
    [buyer, 'HOME-2'],
    [stranger, 'FAR-3'],
  ] as const) {
    await local.send('Registry', ADMIN, 'register', account.address, ROLE.PROSUMER | ROLE.DSO, point);
    await local.send('Registry', ADMIN, 'openArea', account.address);
    await local.send('Registry', ADMIN, 'connectPoints', [encodeBytes32String(point)], [account.address], 1);
  }
  return local;
}

test('terms signed by ethers are the terms the contract checks', async () => {
  const local = await market();
  const domain = tradeTermsDomain(local.chainId, local.addresses.EnergyMarket);
  const digest = await local.send('EnergyMarket', ADMIN, 'tradeDigest', terms);
  expect(digest.result[0]).toBe(TypedDataEncoder.hash(domain, TRADE_TERMS_TYPES, terms));

  const bySeller = await seller.signTypedData(domain, TRADE_TERMS_TYPES, terms);
  const byBuyer = await buyer.signTypedData(domain, TRADE_TERMS_TYPES, terms);
  const byStranger = await stranger.signTypedData(domain, TRADE_TERMS_TYPES, terms);
  const propose = (sellerSignature: string, buyerSignature: string) =>
    local.send('EnergyMarket', stranger.address, 'proposeTrades', [terms], [sellerSignature], [buyerSignature], 0);
  await expect(propose(bySeller, byStranger)).rejects.toThrow('BuyerSignatureInvalid(0)');
  const sent = await propose(bySeller, byBuyer);
  expect(sent.events[0]?.name).toBe('TradeProposed');
  expect(sent.events[0]?.args['buyer']).toBe(buyer.address);
  await expect(propose(bySeller, byBuyer)).rejects.toThrow('NonceUsed');
});

test('a signature for another chain is refused', async () => {
  const local = await market();
  const domain = tradeTermsDomain(local.chainId + 1, local.addresses.EnergyMarket);
  const bySeller = await seller.signTypedData(domain, TRADE_TERMS_TYPES, terms);
  await expect(
    local.send('EnergyMarket', buyer.address, 'proposeTrades', [terms], [bySeller], ['0x'], 0),
  ).rejects.toThrow('SellerSignatureInvalid(0)');
});

test('a reading signed by ethers with the key of its meter is recorded; a stranger’s is refused', async () => {
  const local = await market();
  const point = encodeBytes32String('SUN-1');
  const meter = new Wallet(id('meter'));
  await local.send('Registry', ADMIN, 'register', ADMIN, ROLE.METER_OPERATOR, 'meters');
  await local.send('Registry', ADMIN, 'setMeters', [point], [meter.address]);
  const reading = { point, interval: 1_800_000_900n, netWh: -250n, revision: 0n };
  local.nowS = reading.interval + 900n;
  const domain = meteringDomain(local.chainId, local.addresses.Metering);
  const report = async (signer: Wallet) =>
    local.send('Metering', ADMIN, 'report', [
      { reading, signature: await signer.signTypedData(domain, READING_TYPES, reading) },
    ]);
  await expect(report(stranger)).rejects.toThrow('MeterSignatureInvalid');
  const sent = await report(meter);
  expect(sent.events[0]?.args.toObject()).toMatchObject({ netWh: -250n, revision: 0n });
});
