/** Carries the participants' plans to the chain, one round per delivery interval. */
import { encodeBytes32String, type Wallet } from 'ethers';
import {
  DIRECTION,
  interfaces,
  type MarketAddresses,
  ORDER_SIDE,
  ORDER_TYPES,
  orderDomain,
  PRODUCT,
  TRADE_KIND,
  TRADE_TERMS_TYPES,
  tradeTermsDomain,
} from '../../contracts/bindings/index.ts';
import { atLocalMinute, localTime } from '../../grid-models/demonstration/local-time.ts';
import { baselineKw, COLD_KNOWN_MINUTE, coldWeight } from '../../grid-models/demonstration/scenarios.ts';
import { type ChainLink, messageOf, type Receipt } from '../chain/link.ts';
import type { Roster } from '../participants.ts';
import { INTERVAL_S, type Setting } from '../setting.ts';
import type { Book } from './book.ts';
import {
  type Corridor,
  flexibilityOffers,
  type Plan,
  type PlannedAuction,
  type PlannedOrder,
  type PlannedTrade,
  plan,
} from './plans.ts';
import { clearing } from './pool-clearing.ts';

export interface TradingParts {
  readonly setting: Setting;
  readonly roster: Roster;
  readonly link: ChainLink;
  readonly addresses: MarketAddresses;
  readonly chainId: number;
  readonly book: Book;
  /** Time between market moves and the gate that a round needs, market seconds. */
  readonly marginS: number;
  readonly gateLeadS: number;
  /** The pool of an interval closes so long before its gate, and is cleared from then on, market seconds. */
  readonly poolLeadS: number;
  /** One of POOL_PRICING. */
  readonly poolPricing: number;
  log(message: string): void;
}

export class Trading {
  readonly #p: TradingParts;
  readonly #traded = new Set<number>();
  readonly #offered = new Set<number>();
  readonly #cleared = new Set<number>();
  /** Tail of the rounds: one at a time, so that a burst at the start does not starve the physical world. */
  #tail: Promise<unknown> = Promise.resolve();

  constructor(parts: TradingParts) {
    this.#p = parts;
  }

  /** Starts the rounds whose time has come. */
  step(nowMs: number): void {
    const nowS = nowMs / 1000;
    const { marginS, gateLeadS, book } = this.#p;
    const first = (Math.floor(nowS / INTERVAL_S) + 1) * INTERVAL_S;
    for (let interval = first; interval <= nowS + FLEXIBILITY_AHEAD_S; interval += INTERVAL_S) {
      const isOpen = nowS < interval - gateLeadS - marginS;
      if (isOpen && interval <= nowS + TRADING_AHEAD_S && !this.#traded.has(interval)) {
        this.#traded.add(interval);
        // After a restart: what was traded before is on the chain.
        if (book.at(interval).trades.size === 0)
          this.#queue(interval, 'trading', () => this.#trade(interval, nowS));
      }
      if (this.#isClearing(interval, nowS) && !this.#cleared.has(interval)) {
        this.#cleared.add(interval);
        this.#queue(interval, 'clearing', () => this.#clear(interval));
      }
      if (nowS < interval - marginS && nowS >= this.#offeringS(interval) && !this.#offered.has(interval)) {
        this.#offered.add(interval);
        this.#queue(interval, 'flexibility', () => this.#offerFlexibility(interval, nowS));
      }
    }
    for (const set of [this.#traded, this.#offered, this.#cleared])
      for (const interval of set) if (interval < nowS - INTERVAL_S) set.delete(interval);
  }

  /** Waits for the rounds under way. */
  async settled(): Promise<void> {
    await this.#tail;
  }

  /** From the pool's closure on, as long as the operator has time to check what was matched. */
  #isClearing(interval: number, nowS: number): boolean {
    const { gateLeadS, poolLeadS, marginS } = this.#p;
    const gateS = interval - gateLeadS;
    return nowS >= gateS - poolLeadS && nowS < gateS - Math.min(marginS, poolLeadS / 2);
  }

  /** Baselines are stated once per interval: for a cold evening not before the cold is in the forecast. */
  #offeringS(interval: number): number {
    const cold = this.#p.setting.scenario.stress !== null && coldWeight(localTime(interval).minuteOfDay) > 0;
    return cold ? atLocalMinute(interval, COLD_KNOWN_MINUTE) : 0;
  }

  #queue(interval: number, what: string, round: () => Promise<void>): void {
    this.#tail = this.#tail.then(round).catch(error => {
      this.#p.log(`${what} for ${interval}: ${messageOf(error)}`);
    });
  }

  async #trade(interval: number, nowS: number): Promise<void> {
    const { setting, roster, marginS, gateLeadS, poolLeadS } = this.#p;
    const poolIsOpen = nowS < interval - gateLeadS - poolLeadS - marginS;
    const corridor = await this.#corridor(interval);
    const planned = plan(setting, roster, interval, corridor);
    const parts = await Promise.allSettled([
      this.#bilateral(planned.bilateral),
      this.#community(planned.community),
      this.#pool(interval, poolIsOpen ? planned.pool : []),
      ...(planned.auction === null ? [] : [this.#auction(interval, planned.auction)]),
    ]);
    for (const part of parts)
      if (part.status === 'rejected') this.#p.log(`round ${interval}: ${messageOf(part.reason)}`);
    this.#report(interval, planned);
  }

  #report(interval: number, planned: Plan): void {
    const auction =
      planned.auction === null ? 'no auction' : `auction with ${planned.auction.offers.length} offers`;
    this.#p.log(
      `round ${interval}: ${planned.bilateral.length} bilateral, ${planned.community.length} community, ` +
        `${planned.pool.length} pool orders, ${auction}`,
    );
  }

  async #corridor(interval: number): Promise<Corridor> {
    const rules = interfaces.MarketRules;
    const data = rules.encodeFunctionData('tariffAt', [interval]);
    const answer = await this.#p.link.call(this.#p.addresses.MarketRules, data);
    const tariff = rules.decodeFunctionResult('tariffAt', answer)[0];
    return {
      feedInMicroEurPerKwh: Number(tariff.feedInMicroEurPerKwh),
      retailMicroEurPerKwh: Number(tariff.retailMicroEurPerKwh),
    };
  }

  /** Both owners sign, the aggregator submits. */
  async #bilateral(trades: readonly PlannedTrade[]): Promise<void> {
    const { roster, addresses, chainId } = this.#p;
    const domain = tradeTermsDomain(chainId, addresses.EnergyMarket);
    for (const batch of chunks(trades, TRADES_PER_BATCH)) {
      const terms = batch.map(t => this.#terms(t));
      const sign = (wallet: Wallet, k: number): Promise<string> =>
        wallet.signTypedData(domain, TRADE_TERMS_TYPES, terms[k]!);
      const sellers: string[] = [];
      const buyers: string[] = [];
      for (const [k, trade] of batch.entries()) {
        sellers.push(await sign(roster.ownerOf[trade.seller]!.wallet, k));
        buyers.push(await sign(roster.ownerOf[trade.buyer]!.wallet, k));
      }
      const args = [terms, sellers, buyers, TRADE_KIND.BILATERAL];
      await this.#market(roster.aggregator.wallet, 'proposeTrades', args, 200_000 + 150_000 * batch.length);
    }
  }

  /** The manager owns both sides and submits: no signatures. */
  async #community(trades: readonly PlannedTrade[]): Promise<void> {
    if (trades.length === 0) return;
    const none = trades.map(() => '0x');
    const args = [trades.map(t => this.#terms(t)), none, none, TRADE_KIND.COMMUNITY];
    await this.#market(
      this.#p.roster.community.wallet,
      'proposeTrades',
      args,
      200_000 + 150_000 * trades.length,
    );
  }

  /** Owners sign their orders, the aggregator submits them in one transaction. */
  async #pool(interval: number, orders: readonly PlannedOrder[]): Promise<void> {
    const { roster, addresses, chainId, book } = this.#p;
    // After a restart: what was placed before stands.
    if (orders.length === 0 || book.at(interval).orders.size > 0) return;
    const domain = orderDomain(chainId, addresses.PoolMarket);
    const terms = orders.map(order => ({
      point: this.#point(order.point),
      interval,
      side: order.side === 'sell' ? ORDER_SIDE.SELL : ORDER_SIDE.BUY,
      energyWh: order.energyWh,
      limitPriceMicroEurPerKwh: order.limitPriceMicroEurPerKwh,
      expiresAt: interval,
      // One order of a point in an interval.
      nonce: interval / INTERVAL_S,
    }));
    const signatures: string[] = [];
    for (const [k, order] of orders.entries())
      signatures.push(
        await roster.ownerOf[order.point]!.wallet.signTypedData(domain, ORDER_TYPES, terms[k]!),
      );
    await this.#toPool('placeOrders', [terms, signatures], 150_000 + 120_000 * orders.length);
  }

  /** Once the pool is closed, the aggregator sorts what stands in it and claims what the rule gives. */
  async #clear(interval: number): Promise<void> {
    const { book, poolPricing } = this.#p;
    const { orders, poolCleared } = book.at(interval);
    if (orders.size === 0 || poolCleared) return;
    const standing = await Promise.all(
      [...orders.values()].map(async order => ({
        ...order,
        energyWh: (await this.#isActive(order.owner)) ? order.energyWh : 0,
      })),
    );
    const result = clearing(standing, await this.#corridor(interval), poolPricing);
    const { sells, buys, priceMicroEurPerKwh, energyWh } = result;
    const claim = [sells, buys, priceMicroEurPerKwh, energyWh];
    await this.#toPool('clearPool', [interval, claim], 300_000 + 150_000 * orders.size);
    this.#p.log(`pool ${interval}: ${orders.size} orders, ${result.trades.length} trades, ${energyWh} Wh`);
  }

  async #isActive(account: string): Promise<boolean> {
    const registry = interfaces.Registry;
    const data = registry.encodeFunctionData('active', [account]);
    return registry.decodeFunctionResult(
      'active',
      await this.#p.link.call(this.#p.addresses.Registry, data),
    )[0];
  }

  /** The reverse auction: the aggregator asks, prosumers offer, the cheapest are taken. */
  async #auction(interval: number, auction: PlannedAuction): Promise<void> {
    const aggregator = this.#p.roster.aggregator.wallet;
    const post = [this.#point(auction.point), interval, auction.energyWh, auction.maxPriceMicroEurPerKwh];
    const bidId = idIn(await this.#market(aggregator, 'postBid', post, 300_000), 'BidPosted', 'bidId');
    await Promise.all(
      auction.offers.map(offer => {
        const args = [bidId, this.#point(offer.point), offer.energyWh, offer.priceMicroEurPerKwh];
        return this.#market(this.#p.roster.ownerOf[offer.point]!.wallet, 'offerToBid', args, 300_000);
      }),
    );
    await this.#market(aggregator, 'closeBid', [bidId], 400_000 + 150_000 * auction.offers.length);
  }

  async #offerFlexibility(interval: number, nowS: number): Promise<void> {
    const { setting, roster, link, addresses, book } = this.#p;
    const planned = plan(setting, roster, interval, await this.#corridor(interval));
    const baseline = baselineKw(setting.scenario, setting.points, interval, nowS);
    // After a restart: a second offer of the same store would sell it twice.
    const { offeredPoints } = book.at(interval);
    const offers = flexibilityOffers(setting, roster, interval, baseline, planned).filter(
      o => !offeredPoints.has(setting.points[o.point]!.id),
    );
    const byOwner = new Map<Wallet, typeof offers>();
    for (const offer of offers) {
      const { wallet } = roster.ownerOf[offer.point]!;
      byOwner.set(wallet, [...(byOwner.get(wallet) ?? []), offer]);
    }
    const sends = [...byOwner].flatMap(([wallet, own]) =>
      chunks(own, OFFERS_PER_BATCH).map(batch => {
        const terms = batch.map(o => ({
          point: this.#point(o.point),
          interval,
          product: o.product === 'balancing' ? PRODUCT.BALANCING : PRODUCT.CONGESTION,
          direction: o.direction === 'up' ? DIRECTION.UP : DIRECTION.DOWN,
          energyWh: o.energyWh,
          priceMicroEurPerKwh: o.priceMicroEurPerKwh,
          baselineNetWh: o.baselineWh,
        }));
        const data = interfaces.Flexibility.encodeFunctionData('offer', [terms]);
        return link.submit(wallet, addresses.Flexibility, data, 150_000 + 170_000 * batch.length, 'offer');
      }),
    );
    const failed = (await Promise.allSettled(sends)).filter(s => s.status === 'rejected');
    for (const failure of failed.slice(0, 3))
      this.#p.log(`flexibility for ${interval}: ${messageOf((failure as PromiseRejectedResult).reason)}`);
    this.#p.log(`flexibility for ${interval}: ${offers.length} offers of ${byOwner.size} sellers`);
  }

  #terms(trade: PlannedTrade) {
    return {
      sellerPoint: this.#point(trade.seller),
      buyerPoint: this.#point(trade.buyer),
      interval: Math.floor(trade.nonce / 8) * INTERVAL_S,
      energyWh: trade.energyWh,
      priceMicroEurPerKwh: trade.priceMicroEurPerKwh,
      nonce: trade.nonce,
    };
  }

  #point(k: number): string {
    return encodeBytes32String(this.#p.setting.points[k]!.id);
  }

  #toPool(method: string, args: readonly unknown[], gasLimit: number): Promise<Receipt> {
    const { roster, link, addresses } = this.#p;
    const data = interfaces.PoolMarket.encodeFunctionData(method, [...args]);
    return link.submit(roster.aggregator.wallet, addresses.PoolMarket, data, gasLimit, method);
  }

  #market(sender: Wallet, method: string, args: readonly unknown[], gasLimit: number): Promise<Receipt> {
    const data = interfaces.EnergyMarket.encodeFunctionData(method, [...args]);
    return this.#p.link.submit(sender, this.#p.addresses.EnergyMarket, data, gasLimit, method);
  }
}

/** The id that an event of a transaction carries. */
function idIn(receipt: Receipt, event: string, argument: string): bigint {
  for (const log of receipt.logs) {
    const parsed = interfaces.EnergyMarket.parseLog({ topics: [...log.topics], data: log.data });
    if (parsed?.name === event) return parsed.args.getValue(argument);
  }
  throw new Error(`${event} is missing in a receipt`);
}

export function chunks<T>(list: readonly T[], size: number): T[][] {
  const parts: T[][] = [];
  for (let k = 0; k < list.length; k += size) parts.push(list.slice(k, k + size));
  return parts;
}

/** Trades are made up to 90 min, flexibility is offered up to 3 h before delivery. */
const TRADING_AHEAD_S = 90 * 60;
const FLEXIBILITY_AHEAD_S = 180 * 60;
/** About 60 kB of call data: half of what a transaction may carry. */
const TRADES_PER_BATCH = 120;
const OFFERS_PER_BATCH = 60;
