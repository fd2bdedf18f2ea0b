/** Units of flexibility: 1 Wh each, by offer; only the market moves them. */
import { type Account, on } from './market.ts';
import type { Market } from './state.ts';

export interface Supply {
  readonly issuedWh: bigint;
  readonly retiredWh: bigint;
  readonly withdrawnWh: bigint;
}

export function issue(m: Market, offer: number, seller: Account, energyWh: bigint): void {
  const supply = m.supplies.at(offer);
  m.supplies.set(offer, { ...supply, issuedWh: supply.issuedWh + energyWh });
  change(m, offer, seller, energyWh);
}

export function move(m: Market, offer: number, from: Account, to: Account, energyWh: bigint): void {
  change(m, offer, from, -energyWh);
  change(m, offer, to, energyWh);
}

/** Burns what was delivered or missed. */
export function retire(m: Market, offer: number, holder: Account, energyWh: bigint): void {
  const supply = m.supplies.at(offer);
  m.supplies.set(offer, { ...supply, retiredWh: supply.retiredWh + energyWh });
  change(m, offer, holder, -energyWh);
}

/** Burns what its seller took back. */
export function burnWithdrawn(m: Market, offer: number, holder: Account, energyWh: bigint): void {
  const supply = m.supplies.at(offer);
  m.supplies.set(offer, { ...supply, withdrawnWh: supply.withdrawnWh + energyWh });
  change(m, offer, holder, -energyWh);
}

function change(m: Market, offer: number, holder: Account, energyWh: bigint): void {
  const held = m.units.at(on(offer, holder)) + energyWh;
  if (held < 0n) throw new Error(`${holder} holds ${held} Wh of offer ${offer}`);
  m.units.set(on(offer, holder), held);
}
