/** Proof of energy: merit claimed for closed intervals, and the standing it gives. */
import { mustBeInterval } from './intervals.ts';
import { type Account, type Interval, larger, must, on, type Point, smaller, sum } from './market.ts';
import { mustBeRead } from './readings.ts';
import { connectionAt } from './registry.ts';
import type { Market } from './state.ts';

export interface ClaimArguments {
  owner: Account;
  interval: Interval;
  points: readonly Point[];
}

export function claimMerit(m: Market, _sender: Account, a: ClaimArguments): void {
  must(a.points.length <= POINTS_PER_CLAIM_MAX, 'TooManyPoints');
  mustBeInterval(m, a.interval);
  must(a.interval / m.rules.epochSeconds + 1n >= epochOf(m), 'ClaimTooLate');
  must(m.progress.at(a.interval).closed, 'IntervalNotClosed');
  const nets = a.points.map((point, i) => {
    must(i === 0 ? BigInt(point) > 0n : point > a.points[i - 1]!, 'PointsUnordered');
    const reading = mustBeRead(m, point, a.interval);
    must(connectionAt(m, reading.connection).owner === a.owner, 'NotPointOwner');
    return { area: m.points.at(point)!.area, netWh: reading.netWh };
  });
  const byArea = Map.groupBy(nets, net => net.area);
  const localWh = sum([...byArea.values()].map(ofArea => usedWh(ofArea.map(net => net.netWh))));
  const meritWh = smaller(usedWh(nets.map(net => net.netWh)) + localWh, MERIT_PER_INTERVAL_MAX_WH);
  const key = on(a.owner, a.interval);
  const addedWh = meritWh - m.claimedWh.at(key);
  must(addedWh > 0n, 'ClaimNotHigher');
  m.claimedWh.set(key, meritWh);
  const inEpoch = on(a.owner, epochOf(m));
  m.merits.set(inEpoch, m.merits.at(inEpoch) + addedWh);
  if (m.meritSince.at(a.owner) === null) m.meritSince.set(a.owner, epochOf(m));
}

/** What was claimed in an epoch counts from the next; all halves with every epoch, rounded down. */
export function standingOf(m: Market, account: Account): bigint {
  let standing = 0n;
  for (let epoch = m.meritSince.at(account) ?? epochOf(m); epoch < epochOf(m); epoch++)
    standing = standing / 2n + m.merits.at(on(account, epoch));
  return standing;
}

/** The smaller of what was injected and what was drawn. */
function usedWh(netsWh: readonly bigint[]): bigint {
  return smaller(sum(netsWh.map(net => larger(net, 0n))), sum(netsWh.map(net => larger(-net, 0n))));
}

function epochOf(m: Market): bigint {
  return m.nowS / m.rules.epochSeconds;
}

const MERIT_PER_INTERVAL_MAX_WH = 10_000n;
export const POINTS_PER_CLAIM_MAX = 64;
