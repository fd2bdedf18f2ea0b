/**
 * The simulated world beside the console: a true grid that is measured, and participants that trade on the chain.
 * Speaks JSON-RPC with signed transactions and the telemetry protocol, nothing else. Ends with its standard input.
 */
import { readFileSync } from 'node:fs';
import { encodeBytes32String } from 'ethers';
import { z } from 'zod';
import { contractNames, interfaces, type MarketAddresses, publicKeyOf } from '../contracts/bindings/index.ts';
import { type ChainLink, chainLink, messageOf } from './chain/link.ts';
import { marketClock } from './clock.ts';
import { BalancingOffers } from './market/balancing-offers.ts';
import { type Book, book as newBook } from './market/book.ts';
import { Neighbour, readerFor } from './market/neighbour.ts';
import { Quarrels } from './market/quarrels.ts';
import { Settling } from './market/settling.ts';
import { epochSecondsOf, Standing } from './market/standing.ts';
import { Trading, type TradingParts } from './market/trading.ts';
import { Transmission } from './market/transmission.ts';
import { NEIGHBOUR_POINTS } from './neighbour-points.ts';
import { type Options, type RunOptions, readOptions } from './options.ts';
import { everybodyIn, roster as makeRoster, type Roster, rosterFile } from './participants.ts';
import { trueGrid } from './physical/grid.ts';
import { INTERVAL_S, readSetting, type Setting } from './setting.ts';
import { forecasts as newForecasts } from './telemetry/forecasts.ts';
import type { Frame } from './telemetry/frames.ts';
import { serveTelemetry } from './telemetry/server.ts';

const log = (message: string): void => {
  process.stderr.write(`simulator: ${message}\n`);
};

main().catch(error => {
  log(messageOf(error));
  process.exitCode = 1;
  process.exit();
});

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), process.env);
  const setting = readSetting(options);
  const roster = makeRoster(setting);
  if (options.run === null) {
    process.stdout.write(`${JSON.stringify(rosterFile(setting, roster))}\n`);
    return;
  }
  await live(options, options.run, setting, roster);
}

async function live(options: Options, run: RunOptions, setting: Setting, roster: Roster): Promise<void> {
  const { chainId, contracts: addresses } = readDeployment(run.deploymentFile);
  const clock = marketClock(run.speed, () => performance.now());
  const keys = new Map(everybodyIn(roster).map(p => [p.wallet.address, p.encryptionKey]));
  const book = newBook(addresses, ({ submitter }) => keys.get(submitter) ?? null);
  const neighbourBook = newBook(addresses, readerFor(roster.neighbour.operator));
  const offers = new BalancingOffers(addresses);
  const followed = { lasting: [addresses.Registry], all: Object.values(addresses) };
  const link = chainLink(run.rpcUrl, chainId, followed, block => {
    clock.head(block.timestampS);
    for (const event of block.logs) {
      book.apply(event, block.timestampS);
      neighbourBook.apply(event, block.timestampS);
      offers.apply(event);
    }
  });
  const grid = trueGrid(setting);
  const forecasts = newForecasts(setting);
  let readings: Frame | null = null;
  const pointIds = setting.points.map(p => p.id);
  const telemetry = await serveTelemetry(run.telemetryToken, () => [
    {
      type: 'hello',
      protocol: 'interlock-telemetry/1',
      simulated: true,
      network: setting.network.name,
      points: pointIds,
      signals: grid.signals.map(id => ({ id })),
    },
    ...forecasts.current(),
    ...(readings === null ? [] : [readings]),
  ]);
  process.stdout.write(`telemetry ${telemetry.url}\n`);
  endWithParent(async () => {
    link.close();
    await telemetry.close();
  });

  const market = await openMarket(link, addresses, roster);
  await publishKeys(link, addresses, roster, book);
  const startS = Math.ceil(clock.nowMs() / 1000 / INTERVAL_S) * INTERVAL_S;
  const parts = { setting, roster, link, addresses, chainId, book, log };
  const marginS = Math.max(MARGIN_MARKET_S, MARGIN_REAL_S * run.speed);
  const trading = new Trading({ ...parts, ...market, marginS });
  const neighbour = new Neighbour({ ...parts, book: neighbourBook, gateLeadS: market.gateLeadS });
  const transmission = new Transmission({ ...parts, offers, marginS });
  const quarrels = new Quarrels({ ...parts, objectionS: market.objectionS });
  const standing = new Standing({ ...parts, epochS: await epochSecondsOf(link, addresses) });
  const settling = new Settling({
    ...parts,
    objectionS: market.objectionS,
    settlementS: market.settlementS,
    onReadings: (interval, netWh) => {
      readings = { type: 'readings', interval, points: pointIds, netWh: Array.from(netWh) };
      telemetry.send(readings);
    },
  });
  log(
    `${setting.network.name}, ${options.scenario}, seed ${setting.seed}: ${pointIds.length} points, ${grid.signals.length} signals`,
  );
  const { stress } = setting.scenario;
  if (stress !== null)
    log(`the evening will be cold behind ${stress.element}: ${stress.loadingPercent.toFixed(0)} %`);

  let sequence = 0;
  repeat(MEASURE_MS, async () => {
    const nowMs = clock.nowMs();
    for (const frame of forecasts.advance(nowMs)) telemetry.send(frame);
    const interval = Math.floor(nowMs / 1000 / INTERVAL_S) * INTERVAL_S;
    const measured = grid.measure(nowMs, book.at(interval));
    if (measured === null) return log('the power flow of the true grid has no solution: nothing is measured');
    sequence += 1;
    telemetry.send({
      type: 'values',
      atMs: Math.round(nowMs),
      sequence,
      ids: [...grid.signals],
      ...measured,
    });
  });
  repeat(TRADE_MS, async () => {
    const nowMs = clock.nowMs();
    trading.step(nowMs);
    neighbour.step(nowMs);
    settling.step(nowMs, startS);
    transmission.step(nowMs);
    quarrels.step(nowMs);
    standing.step(nowMs);
    offers.forgetBefore(nowMs / 1000 - BOOK_S);
    book.forgetBefore(nowMs / 1000 - BOOK_S);
    neighbourBook.forgetBefore(nowMs / 1000 - BOOK_S);
  });
  repeat(FOLLOW_MS, async () => {
    await link.follow();
  });
}

/** Everybody names the key that details meant for it are encrypted for, once. */
async function publishKeys(
  link: ChainLink,
  addresses: MarketAddresses,
  roster: Roster,
  book: Book,
): Promise<void> {
  const silent = everybodyIn(roster).filter(p => book.registry.keyOf(p.wallet.address) === null);
  const published = silent.map(({ wallet, encryptionKey }) => {
    const { keyX, keyOdd } = publicKeyOf(encryptionKey);
    const data = interfaces.Registry.encodeFunctionData('publishEncryptionKey', [keyX, keyOdd]);
    return link.submit(wallet, addresses.Registry, data, 150_000, 'publishEncryptionKey');
  });
  // Somebody has to follow the chain for transactions to be seen in it.
  let isDone = false;
  const done = Promise.all(published).finally(() => {
    isDone = true;
  });
  while (!isDone) {
    await link.follow();
    await Promise.race([done, new Promise(resolve => setTimeout(resolve, FOLLOW_MS))]);
  }
  await done;
}

type RuleNumber =
  | 'gateLeadSeconds'
  | 'poolLeadSeconds'
  | 'poolPricing'
  | 'objectionSeconds'
  | 'settlementSeconds';

/** Waits until the chain answers and the deployer has registered everybody. @throws Error after a bounded wait */
async function openMarket(
  link: ChainLink,
  addresses: MarketAddresses,
  roster: Roster,
): Promise<
  Pick<TradingParts, 'gateLeadS' | 'poolLeadS' | 'poolPricing'> & {
    readonly objectionS: number;
    readonly settlementS: number;
  }
> {
  const untilMs = performance.now() + REGISTRATION_MS_MAX;
  let problem = 'the participants are still not registered';
  while (performance.now() < untilMs) {
    try {
      // Caught up first: older blocks would turn the clock back.
      if ((await link.follow()) && (await isRegistered(link, addresses, roster))) {
        const rules = interfaces.MarketRules;
        const ask = async (name: RuleNumber): Promise<number> => {
          const answer = await link.call(addresses.MarketRules, rules.encodeFunctionData(name));
          return Number(rules.decodeFunctionResult(name, answer)[0]);
        };
        return {
          gateLeadS: await ask('gateLeadSeconds'),
          poolLeadS: await ask('poolLeadSeconds'),
          poolPricing: await ask('poolPricing'),
          objectionS: await ask('objectionSeconds'),
          settlementS: await ask('settlementSeconds'),
        };
      }
    } catch (error) {
      problem = messageOf(error);
    }
    await new Promise(resolve => setTimeout(resolve, FOLLOW_MS));
  }
  throw new Error(`no market after ${REGISTRATION_MS_MAX / 1000} s: ${problem}`);
}

async function isRegistered(link: ChainLink, addresses: MarketAddresses, roster: Roster): Promise<boolean> {
  const registry = interfaces.Registry;
  const ask = async (method: 'active' | 'meterOf', args: readonly unknown[]): Promise<unknown> => {
    const answer = await link.call(addresses.Registry, registry.encodeFunctionData(method, [...args]));
    return registry.decodeFunctionResult(method, answer)[0];
  };
  const isActive = await ask('active', [everybodyIn(roster).at(-1)!.wallet.address]);
  // Meters come last, those next door after ours.
  const point = NEIGHBOUR_POINTS.at(-1)!.id;
  const meter = await ask('meterOf', [encodeBytes32String(point)]);
  return isActive === true && meter === roster.meterAt(point).address;
}

/** Runs the work, waits, runs it again: never twice at once. A failure of the work ends the process. */
function repeat(everyMs: number, work: () => Promise<void> | void): void {
  const turn = async (): Promise<void> => {
    try {
      await work();
    } catch (error) {
      log(messageOf(error));
      process.exit(1);
    }
    setTimeout(turn, everyMs);
  };
  void turn();
}

/** The console holds our standard input open: when it goes, we go. A process of Electron's has none and is ended by it. */
function endWithParent(close: () => Promise<void>): void {
  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(0), CLOSE_MS_MAX).unref();
    close().finally(() => process.exit(0));
  };
  if (!Reflect.has(process, 'parentPort'))
    process.stdin.on('end', end).on('close', end).on('error', end).resume();
  process.on('SIGTERM', end).on('SIGINT', end);
}

function readDeployment(file: string): { readonly chainId: number; readonly contracts: MarketAddresses } {
  const address = z.string().regex(/^0x[0-9a-fA-F]{40}$/);
  const schema = z.object({
    chainId: z.number().int().positive(),
    contracts: z.object(Object.fromEntries(contractNames.map(name => [name, address]))),
  });
  const parsed = schema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    throw new Error(`${file}: ${issue.path.join('.')}: ${issue.message}`);
  }
  return { chainId: parsed.data.chainId, contracts: parsed.data.contracts as MarketAddresses };
}

const MEASURE_MS = 2000;
const TRADE_MS = 500;
const FOLLOW_MS = 250;
/** An auction needs four blocks from bid to close; then the operator checks, and all before the gate. */
const MARGIN_MARKET_S = 120;
const MARGIN_REAL_S = 10;
const BOOK_S = 24 * 3600;
const REGISTRATION_MS_MAX = 180_000;
const CLOSE_MS_MAX = 2000;
