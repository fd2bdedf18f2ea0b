/** Doors that are open to another contract only, and transfers that nobody can make: always refused. */
import { type Account, must } from './market.ts';
import type { Market } from './state.ts';

export const DOORS = {
  postPositions: 'NotSettlement',
  post: 'NotSettlement',
  correct: 'NotDaylight',
  recordPool: 'NotPool',
  retireParts: 'NotSettlement',
  issueUnits: 'NotFlexibility',
  moveUnits: 'NotFlexibility',
  retireUnits: 'NotFlexibility',
  withdrawUnits: 'NotFlexibility',
  transferUnits: 'UnitsNotTransferable',
  transferUnitsBatch: 'UnitsNotTransferable',
  approveUnits: 'UnitsNotTransferable',
} as const;

export type Door = keyof typeof DOORS;

export function intrude(_m: Market, _sender: Account, a: { door: Door }): void {
  must(false, DOORS[a.door]);
}
