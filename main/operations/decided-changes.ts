/** What this console has decided for an interval and no schedule knows yet: a check that left it out would count its room twice. Pure. */
import type { Activation } from '../records/market.ts';
import type { Intent } from '../records/operations.ts';
import type { IntervalStart } from '../records/units.ts';
import type { PointChange } from './grid-impact.ts';
import { kwOf, sign } from './order-terms.ts';

export interface DecidedOn {
  isWaiting(partId: string): boolean;
  /** null: unknown, or not of our area. */
  offerOf(offerId: string): Pick<Activation, 'point' | 'direction'> | null;
}

export function decidedChanges(
  intents: readonly Intent[],
  interval: IntervalStart,
  market: DecidedOn,
  intervalHours: number,
): PointChange[] {
  return intents.flatMap(({ command, state }): PointChange[] => {
    const isUnderWay = state === 'recorded' || state === 'sent';
    switch (command.type) {
      // Also once it is in a block: until that block is read, the part still waits in the book and is in no schedule.
      case 'confirm-flexibility':
        return command.interval === interval && (isUnderWay || state === 'included')
          ? command.parts.filter(p => market.isWaiting(p.partId)).map(p => changeOf(p, intervalHours))
          : [];
      case 'purchase-flexibility':
        if (command.interval !== interval || !isUnderWay) return [];
        return command.parts.flatMap(({ offerId, energyWh }) => {
          const offer = market.offerOf(offerId);
          return offer ? [changeOf({ ...offer, energyWh }, intervalHours)] : [];
        });
      case 'curtail':
        return isUnderWay
          ? command.terms
              .filter(term => term.interval === interval)
              .map(term => changeOf(term, intervalHours))
          : [];
      default:
        return [];
    }
  });
}

export function changeOf(
  { point, direction, energyWh }: Pick<Activation, 'point' | 'direction' | 'energyWh'>,
  intervalHours: number,
): PointChange {
  return { point, kw: sign(direction) * kwOf(energyWh, intervalHours) };
}
