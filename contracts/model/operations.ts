/** Every operation of the market by name: played on the model here, on the contracts by the test. */
import { closeBid, offerToBid, postBid } from './auction.ts';
import { commitTrades } from './batches.ts';
import { curtail } from './curtailment.ts';
import { finish, showTrades, showVerdicts } from './daylight.ts';
import {
  confirmParts,
  coverPoint,
  offerFlexibility,
  purchase,
  refuseParts,
  releasePart,
  withdrawOffer,
} from './flexibility.ts';
import { announceTariff } from './intervals.ts';
import { intrude } from './intrusion.ts';
import { type Account, attempt, type Outcome } from './market.ts';
import { gather, objectTo, settleBatch, voidObjected, voidUnsettled } from './nets.ts';
import { closeInterval, settlePoints } from './points.ts';
import {
  beginClearing,
  cancelOrder,
  clearPool,
  finishClearing,
  placeOrders,
  recordTrades,
  stepClearing,
  voidOrder,
} from './pool.ts';
import { answer, contest, report } from './readings.ts';
import {
  assignArea,
  connectPoints,
  grant,
  openArea,
  register,
  revoke,
  setMeters,
  setPaused,
  suspend,
} from './registry.ts';
import { claimMerit } from './standing.ts';
import type { Market } from './state.ts';
import { endEpoch, resignSeat, standForSeat } from './validators.ts';
import { giveVerdicts } from './verdicts.ts';

export const OPERATIONS = {
  register,
  grant,
  revoke,
  suspend,
  setPaused,
  openArea,
  assignArea,
  connectPoints,
  setMeters,
  announceTariff,
  commitTrades,
  giveVerdicts,
  settleBatch,
  objectTo,
  voidUnsettled,
  voidObjected,
  gather,
  showVerdicts,
  showTrades,
  finish,
  postBid,
  offerToBid,
  closeBid,
  placeOrders,
  cancelOrder,
  voidOrder,
  clearPool,
  beginClearing,
  stepClearing,
  finishClearing,
  recordTrades,
  report,
  contest,
  answer,
  offerFlexibility,
  withdrawOffer,
  purchase,
  coverPoint,
  confirmParts,
  refuseParts,
  releasePart,
  curtail,
  settlePoints,
  closeInterval,
  claimMerit,
  standForSeat,
  resignSeat,
  endEpoch,
  intrude,
};

export type OperationName = keyof typeof OPERATIONS;

export type ArgumentsOf<N extends OperationName> = Parameters<(typeof OPERATIONS)[N]>[2];

export type Operation = {
  readonly [N in OperationName]: {
    readonly name: N;
    readonly sender: Account;
    readonly with: ArgumentsOf<N>;
  };
}[OperationName];

/** Plays an operation on the model. Afterwards `market.written` lists the rows that changed. */
export function play(market: Market, { name, sender, with: its }: Operation): Outcome {
  const operation = OPERATIONS[name] as (m: Market, sender: Account, its: unknown) => unknown;
  return attempt(market, () => operation(market, sender, its));
}
