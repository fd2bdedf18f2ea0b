/** Carries the participants' plans to the chain, one round per delivery interval. */
import { randomBytes } from 'node:crypto';
import { encodeBytes32String, type Wallet } from 'ethers';
import {
  DIRECTION,
  interfaces,
  ORDER_SIDE,
  ORDER_TYPES,
  orderDomain,
  PRODUCT,
  TRADE_KIND,
} from '../../contracts/bindings/index.ts';
import { atLocalMinute, localTime } from '../../grid-models/demonstration/local-time.ts';
import { baselineKw, COLD_KNOWN_MINUTE, coldWeight } from '../../grid-models/demonstration/scenarios.ts';
import { messageOf, type Receipt } from '../chain/link.ts';
import type { Participant } from '../participants.ts';
import { INTERVAL_S } from '../setting.ts';
import type { MarketParts } from './parts.ts';
import {
  type Corridor,
  flexibilityOffers,
  type Plan,
  type PlannedAuction,
  type PlannedCrossing,
  type PlannedOrder,
  type PlannedTrade,
  plan,
} from './plans.ts';
import { clearing } from './pool-clearing.ts';
import { type AgreedTrade, commitment } from './sealed-batch.ts';

export interface TradingParts extends MarketParts {
  /** Time between market moves and the gate that a round needs, market seconds. */
  readonly marginS: number;
  readonly gateLeadS: number;
  /** The pool of an interval closes so long before its gate, and is cleared from then on, market seconds. */
  readonly poolLeadS: number;
  /** One of POOL_PRICING. */
  readonly poolPricing: number;
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
      this.#bilateral(interval, planned.bilateral),
      this.#shared(interval, planned),
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
        `${planned.crossing.out.length} to and ${planned.crossing.in.length} from the area next door, ` +
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

  /**
   * The aggregator brings what others agreed on, a batch at a time: each has the number that its owners signed. Who buys from a
   * roof or a turbine wants it green and pays each seller a price of its own.
   */
  async #bilateral(interval: number, trades: readonly PlannedTrade[]): Promise<void> {
    const { setting, roster } = this.#p;
    const isGreen = ({ seller }: PlannedTrade): boolean =>
      setting.points[seller]!.equipment.some(e => e.kind === 'pv' || e.kind === 'wind');
    const green = trades.filter(isGreen);
    const grey = trades.filter(trade => !isGreen(trade));
    await this.#commit(interval, roster.aggregator, [
      { kind: TRADE_KIND.BILATERAL, trades: grey.map(this.#agreed) },
      { kind: TRADE_KIND.MULTI_BILATERAL, trades: green.map(this.#agreed) },
    ]);
  }

  /** Inside the community its manager owns both sides; what is left it shares with another zone, here and in the area next door. */
  async #shared(interval: number, { community, sharing, crossing }: Plan): Promise<void> {
    const manager = this.#p.roster.community;
    const here = ({ point }: PlannedCrossing): string => this.#p.setting.points[point]!.id;
    const out = crossing.out.map(c => ({ ...c, seller: here(c), buyer: c.foreign.id }));
    const back = crossing.in.map(c => ({ ...c, seller: c.foreign.id, buyer: here(c) }));
    await this.#commit(interval, manager, [
      { kind: TRADE_KIND.COMMUNITY, trades: community.map(this.#agreed) },
      { kind: TRADE_KIND.SHARING, trades: sharing.map(this.#agreed) },
      { kind: TRADE_KIND.SHARING, trades: out },
      { kind: TRADE_KIND.SHARING, trades: back },
    ]);
  }

  readonly #agreed = (trade: PlannedTrade): PlainTrade => ({
    ...trade,
    seller: this.#p.setting.points[trade.seller]!.id,
    buyer: this.#p.setting.points[trade.buyer]!.id,
  });

  /** Batches of one party, numbered on from its last one and sent without waiting for blocks between. */
  async #commit(
    interval: number,
    broker: Participant,
    planned: readonly { readonly kind: number; readonly trades: readonly PlainTrade[] }[],
  ): Promise<void> {
    const { book, link, addresses } = this.#p;
    const batches = planned.flatMap(({ kind, trades }) =>
      chunks(trades, TRADES_PER_BATCH).map(part => ({ kind, trades: part })),
    );
    if (batches.length === 0) return;
    const market = interfaces.EnergyMarket;
    const asked = market.encodeFunctionData('nextSequence', [broker.wallet.address]);
    const answer = await link.call(addresses.EnergyMarket, asked);
    const first = market.decodeFunctionResult('nextSequence', answer)[0] as bigint;
    const { wallet, encryptionKey } = broker;
    const by = { address: wallet.address, encryptionKey };
    const commits = batches.map(({ kind, trades }, k) => {
      const head = { interval, kind, sequence: first + BigInt(k), broker: by };
      const agreed = trades.map(trade => ({ ...trade, attribute: ATTRIBUTE[kind] ?? 0 }));
      const args = commitment(head, agreed, book.registry, randomBytes);
      return { args, gas: 250_000 + 6_000 * trades.length };
    });
    await Promise.all(commits.map(({ args, gas }) => this.#market(wallet, 'commitTrades', args, gas)));
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

/** The attribute follows from the kind of the batch. */
type PlainTrade = Omit<AgreedTrade, 'attribute'>;

/** What is promised of the energy, by kind of trade: renewable, from the same area. */
const ATTRIBUTE: Record<number, number> = { [TRADE_KIND.MULTI_BILATERAL]: 1, [TRADE_KIND.COMMUNITY]: 2 };
/** Trades are made up to 90 min, flexibility is offered up to 3 h before delivery. */
const TRADING_AHEAD_S = 90 * 60;
const FLEXIBILITY_AHEAD_S = 180 * 60;
/** About 40 kB of call data: a third of what a transaction may carry. */
const TRADES_PER_BATCH = 400;
const OFFERS_PER_BATCH = 60;
