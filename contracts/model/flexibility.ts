/** Flexibility: offers, orders, what waits for the operator of the area and what stands. */
import { mustBeBeforeDelivery } from './intervals.ts';
import { type Account, type Interval, must, on, type Point, ROLES, smaller, sum } from './market.ts';
import {
  connected,
  connectionAt,
  counted,
  holds,
  isActive,
  mustBeOpen,
  mustHold,
  operatorOf,
  tradingPoint,
} from './registry.ts';
import type { Market } from './state.ts';
import { burnWithdrawn, issue, move, retire } from './units.ts';

export interface Offer {
  readonly connection: number;
  readonly interval: Interval;
  readonly area: number;
  readonly product: number;
  readonly direction: number;
  readonly withdrawn: boolean;
  readonly remainingWh: bigint;
  readonly priceMicroEurPerKwh: bigint;
}

/** A point in an interval, as seller and as covered. */
export interface Position {
  readonly baselineNetWh: bigint;
  readonly activatedWh: bigint;
  readonly activationCount: number;
  readonly direction: number;
  readonly stated: boolean;
  /** Standing parts elsewhere that cover this point. */
  readonly coverOpenCount: number;
  /** Waiting or standing. */
  readonly coverWh: bigint;
}

/** What one order takes of one offer. */
export interface Part {
  readonly order: number;
  readonly offer: number;
  readonly energyWh: bigint;
  readonly state: 'waiting' | 'stands' | 'refused' | 'lapsed' | 'retired';
}

export interface OfferTerms {
  readonly point: Point;
  readonly interval: Interval;
  readonly product: number;
  /** 0 up: more into the grid, 1 down. */
  readonly direction: number;
  readonly energyWh: bigint;
  readonly priceMicroEurPerKwh: bigint;
  readonly baselineNetWh: bigint;
}

export function offerFlexibility(m: Market, sender: Account, a: { terms: readonly OfferTerms[] }): void {
  mustBeOpen(m);
  for (const term of a.terms) offerOne(m, sender, term);
}

export function withdrawOffer(m: Market, sender: Account, a: { offer: number }): void {
  const held = offerAt(m, a.offer);
  must(held.remainingWh > 0n, 'OfferExhausted');
  const { owner: seller, point } = connectionAt(m, held.connection);
  const isBuyable =
    m.nowS < held.interval && connected(m, point).connection === held.connection && isActive(m, seller);
  must(sender === seller || !isBuyable, 'NotPointOwner');
  m.offers.set(a.offer, { ...held, remainingWh: 0n, withdrawn: true });
  addOpen(m, held, -held.remainingWh);
  burnWithdrawn(m, a.offer, seller, held.remainingWh);
}

export interface PurchaseArguments {
  interval: Interval;
  product: number;
  offers: readonly number[];
  energiesWh: readonly bigint[];
}

export function purchase(m: Market, sender: Account, a: PurchaseArguments): void {
  must(a.product < PRODUCT_BUYERS.length, 'ProductInvalid');
  mustHold(m, sender, PRODUCT_BUYERS[a.product]!);
  const order = openOrder(m, sender, a, null);
  for (const [i, offer] of a.offers.entries()) buy(m, sender, order, a, offer, a.energiesWh[i]!);
}

export interface CoverArguments {
  interval: Interval;
  beneficiary: Point;
  offers: readonly number[];
  energiesWh: readonly bigint[];
}

export function coverPoint(m: Market, sender: Account, a: CoverArguments): void {
  mustBeOpen(m);
  mustHold(m, sender, ROLES.consumer | ROLES.prosumer | ROLES.largeCustomer);
  const order = openOrder(m, sender, a, a.beneficiary);
  must(tradingPoint(m, a.beneficiary).owner === sender, 'NotPointOwner');
  const position = m.positions.at(on(a.beneficiary, a.interval));
  must(!position.stated, 'CoverConflict');
  const coverWh = position.coverWh + sum(a.energiesWh);
  must(coverWh <= COVER_MAX_WH, 'CoverAboveMax');
  m.positions.set(on(a.beneficiary, a.interval), { ...position, coverWh });
  const asked = { ...a, product: 0 };
  for (const [i, offer] of a.offers.entries()) buy(m, sender, order, asked, offer, a.energiesWh[i]!);
}

export function confirmParts(m: Market, sender: Account, a: { parts: readonly number[] }): void {
  mustHold(m, sender, ROLES.dso | ROLES.tso);
  for (const id of a.parts) {
    const { part, offer } = answerable(m, sender, id);
    mustBeSellable(m, offer);
    m.parts.set(id, { ...part, state: 'stands' });
    stand(m, id, m.orderBuyers.at(part.order)!.buyer);
  }
}

export function refuseParts(
  m: Market,
  sender: Account,
  a: { parts: readonly number[]; reasonCode: number },
): void {
  mustHold(m, sender, ROLES.dso | ROLES.tso);
  must(a.reasonCode !== 0, 'ReasonMissing');
  for (const id of a.parts) {
    answerable(m, sender, id);
    endPart(m, id, 'refused');
  }
}

export function releasePart(m: Market, _sender: Account, a: { part: number }): void {
  const { offer } = waiting(m, a.part);
  must(m.nowS >= confirmationEndS(offer.interval), 'ConfirmationStillOpen');
  endPart(m, a.part, 'lapsed');
}

/** The units of a settled point are burned; the points they covered wait no longer. */
export function retireParts(m: Market, point: Point, interval: Interval): void {
  for (const id of m.standing.at(on(point, interval))) {
    const part = m.parts.at(id)!;
    const { buyer, beneficiary } = m.orderBuyers.at(part.order)!;
    m.parts.set(id, { ...part, state: 'retired' });
    if (beneficiary !== null)
      changePosition(m, beneficiary, interval, p => ({ coverOpenCount: p.coverOpenCount - 1 }));
    retire(m, part.offer, buyer, part.energyWh);
  }
}

/** What the operator of an area can still buy there. */
export function openOfferedWh(m: Market, interval: Interval, direction: number, area: number): bigint {
  if (m.nowS >= interval) return 0n;
  const operator = operatorOf(m, area);
  return sum(
    PRODUCT_BUYERS.map((roles, product) =>
      holds(m, operator, roles) ? m.openWh.at(on(interval, area, direction, product)) : 0n,
    ),
  );
}

export function confirmationEndS(interval: Interval): bigint {
  return interval - CONFIRMATION_LEAD_S;
}

function offerOne(m: Market, sender: Account, term: OfferTerms): void {
  mustBeBeforeDelivery(m, term.interval);
  must(term.product < PRODUCT_BUYERS.length, 'ProductInvalid');
  must(term.direction <= 1, 'DirectionInvalid');
  must(term.energyWh >= FLEXIBILITY_MIN_WH, 'EnergyBelowMin');
  const { connection, owner, area } = tradingPoint(m, term.point);
  must(owner === sender, 'NotPointOwner');
  const position = m.positions.at(on(term.point, term.interval));
  must(position.coverWh === 0n, 'CoverConflict');
  must(!position.stated || position.baselineNetWh === term.baselineNetWh, 'BaselineDiffers');
  changePosition(m, term.point, term.interval, () => ({ stated: true, baselineNetWh: term.baselineNetWh }));
  const { interval, product, direction, energyWh, priceMicroEurPerKwh } = term;
  const id = counted(m, 'offers');
  const made = {
    connection,
    interval,
    area,
    product,
    direction,
    withdrawn: false,
    remainingWh: energyWh,
    priceMicroEurPerKwh,
  };
  m.offers.set(id, made);
  addOpen(m, made, energyWh);
  issue(m, id, owner, energyWh);
}

function openOrder(
  m: Market,
  buyer: Account,
  a: { interval: Interval; offers: readonly number[]; energiesWh: readonly bigint[] },
  beneficiary: Point | null,
): number {
  must(a.offers.length === a.energiesWh.length, 'LengthsDiffer');
  must(a.offers.length > 0, 'EnergyZero');
  mustBeBeforeDelivery(m, a.interval);
  const order = counted(m, 'flexibilityOrders');
  m.orderBuyers.set(order, { buyer, beneficiary });
  return order;
}

function buy(
  m: Market,
  buyer: Account,
  order: number,
  asked: { interval: Interval; product: number },
  offerId: number,
  energyWh: bigint,
): void {
  const offer = offerAt(m, offerId);
  must(offer.interval === asked.interval, 'OfferMismatch');
  must(offer.product === asked.product, 'ProductMismatch');
  must(energyWh > 0n, 'EnergyZero');
  must(energyWh <= offer.remainingWh, 'OfferExhausted');
  must(energyWh >= smaller(FLEXIBILITY_MIN_WH, offer.remainingWh), 'EnergyBelowMin');
  const seller = mustBeSellable(m, offer);
  m.offers.set(offerId, { ...offer, remainingWh: offer.remainingWh - energyWh });
  addOpen(m, offer, -energyWh);
  move(m, offerId, seller, buyer, energyWh);
  const part = counted(m, 'parts');
  const isOwnArea = buyer === areaOperator(m, offer);
  m.parts.set(part, { order, offer: offerId, energyWh, state: isOwnArea ? 'stands' : 'waiting' });
  if (isOwnArea) {
    stand(m, part, buyer);
    return;
  }
  must(m.nowS < confirmationEndS(offer.interval), 'ConfirmationTooLate');
  mustHaveRoom(m, offer, buyer);
}

function stand(m: Market, id: number, buyer: Account): void {
  const part = m.parts.at(id)!;
  const offer = m.offers.at(part.offer)!;
  mustHaveRoom(m, offer, buyer);
  const { point } = connectionAt(m, offer.connection);
  const key = on(point, offer.interval);
  const standing = m.standing.at(key);
  if (standing.length === 0) m.activatedPoints.set(offer.interval, m.activatedPoints.at(offer.interval) + 1);
  m.standing.set(key, [...standing, id]);
  changePosition(m, point, offer.interval, p => ({
    direction: offer.direction,
    activationCount: p.activationCount + 1,
    activatedWh: p.activatedWh + part.energyWh,
  }));
  const { beneficiary } = m.orderBuyers.at(part.order)!;
  if (beneficiary !== null)
    changePosition(m, beneficiary, offer.interval, p => ({ coverOpenCount: p.coverOpenCount + 1 }));
}

/** A part goes back to its offer, or is burned when that was withdrawn. */
function endPart(m: Market, id: number, state: 'refused' | 'lapsed'): void {
  const part = m.parts.at(id)!;
  const offer = m.offers.at(part.offer)!;
  const { buyer, beneficiary } = m.orderBuyers.at(part.order)!;
  m.parts.set(id, { ...part, state });
  if (beneficiary !== null)
    changePosition(m, beneficiary, offer.interval, p => ({ coverWh: p.coverWh - part.energyWh }));
  if (offer.withdrawn) {
    burnWithdrawn(m, part.offer, buyer, part.energyWh);
    return;
  }
  m.offers.set(part.offer, { ...offer, remainingWh: offer.remainingWh + part.energyWh });
  addOpen(m, offer, part.energyWh);
  move(m, part.offer, buyer, connectionAt(m, offer.connection).owner, part.energyWh);
}

function mustHaveRoom(m: Market, offer: Offer, buyer: Account): void {
  const { point } = connectionAt(m, offer.connection);
  const standing = m.standing.at(on(point, offer.interval));
  if (standing.length === 0) return;
  must(m.positions.at(on(point, offer.interval)).direction === offer.direction, 'DirectionConflict');
  must(standing.length < ACTIVATIONS_PER_POINT_MAX, 'TooManyActivations');
  const ofBuyer = standing.filter(id => m.orderBuyers.at(m.parts.at(id)!.order)!.buyer === buyer);
  must(ofBuyer.length < ACTIVATIONS_PER_BUYER_MAX, 'TooManyOfBuyer');
}

function waiting(m: Market, id: number): { part: Part; offer: Offer } {
  const part = m.parts.at(id);
  must(part?.state === 'waiting', 'PartNotWaiting');
  return { part, offer: m.offers.at(part.offer)! };
}

function answerable(m: Market, sender: Account, id: number): { part: Part; offer: Offer } {
  const found = waiting(m, id);
  must(areaOperator(m, found.offer) === sender, 'NotAreaOperator');
  must(m.nowS < confirmationEndS(found.offer.interval), 'ConfirmationTooLate');
  return found;
}

/** Of the point's area as it is now. */
function areaOperator(m: Market, offer: Offer): Account {
  return operatorOf(m, connected(m, connectionAt(m, offer.connection).point).area);
}

/** @returns the seller, who may still deliver */
function mustBeSellable(m: Market, offer: Offer): Account {
  const { connection, owner } = tradingPoint(m, connectionAt(m, offer.connection).point);
  must(connection === offer.connection, 'OfferMismatch');
  return owner;
}

function offerAt(m: Market, id: number): Offer {
  const found = m.offers.at(id);
  must(found !== null, 'OfferUnknown');
  return found;
}

function addOpen(m: Market, offer: Offer, energyWh: bigint): void {
  const key = on(offer.interval, offer.area, offer.direction, offer.product);
  m.openWh.set(key, m.openWh.at(key) + energyWh);
}

function changePosition(
  m: Market,
  point: Point,
  interval: Interval,
  change: (p: Position) => Partial<Position>,
): void {
  const before = m.positions.at(on(point, interval));
  m.positions.set(on(point, interval), { ...before, ...change(before) });
}

/** Who may buy balancing, congestion, voltage, losses, reserve. */
const PRODUCT_BUYERS = [ROLES.dso | ROLES.tso, ROLES.dso, ROLES.dso, ROLES.dso, ROLES.tso];
export const FLEXIBILITY_MIN_WH = 100n;
export const COVER_MAX_WH = 25_000n;
const CONFIRMATION_LEAD_S = 300n;
const ACTIVATIONS_PER_POINT_MAX = 16;
const ACTIVATIONS_PER_BUYER_MAX = 8;
