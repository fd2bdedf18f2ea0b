/** The validator set: who stands for it, and how it changes at the end of an epoch. */
import { type Account, must, ROLES } from './market.ts';
import { counted, holds, mustHold } from './registry.ts';
import { standingOf } from './standing.ts';
import type { Market } from './state.ts';

export function standForSeat(m: Market, sender: Account, _: object): void {
  mustHold(m, sender, ELIGIBLE_ROLES);
  const candidates = m.candidates.at('all');
  must(!candidates.includes(sender), 'AlreadyStanding');
  must(candidates.length < CANDIDATES_MAX, 'TooManyCandidates');
  m.candidates.set('all', [...candidates, sender].sort());
}

export function resignSeat(m: Market, sender: Account, _: object): void {
  const candidates = m.candidates.at('all');
  must(candidates.includes(sender), 'NotStanding');
  m.candidates.set(
    'all',
    candidates.filter(account => account !== sender),
  );
}

/** The ineligible go first, then free seats are filled, then the stronger replaces the weaker; at most a third changes. */
export function endEpoch(m: Market, _sender: Account, _: object): readonly Account[] {
  must(m.nowS >= m.epochStartedS.at('last') + m.rules.epochSeconds, 'EpochRunning');
  m.epochStartedS.set('last', m.nowS);
  counted(m, 'epochs');
  const before = m.validators.at('all');
  const candidates = m.candidates.at('all');
  const mayStay = (account: Account) => candidates.includes(account) && holds(m, account, ELIGIBLE_ROLES);
  const members = ranked(m, before, mayStay);
  const challengers = ranked(
    m,
    candidates.filter(account => !before.includes(account) && mayStay(account)),
    mayStay,
  );
  const changesMax = Math.max(1, Math.floor(before.length / 3));
  const comingMax = Math.min(changesMax, challengers.length);

  let going = Math.min(changesMax, members.filter(account => !mayStay(account)).length);
  let coming = Math.min(comingMax, m.rules.validatorSeats - (members.length - going));
  const least = Math.min(m.rules.validatorsMin, members.length);
  going = Math.min(going, members.length + coming - least);
  while (going < changesMax && coming < comingMax) {
    const weakest = members[members.length - 1 - going]!;
    if (standingOf(m, challengers[coming]!) <= standingOf(m, weakest)) break;
    going++;
    coming++;
  }
  const next = [...members.slice(0, members.length - going), ...challengers.slice(0, coming)].sort();
  m.validators.set('all', next);
  m.candidates.set(
    'all',
    candidates.filter(account => next.includes(account) || holds(m, account, ELIGIBLE_ROLES)),
  );
  return next;
}

/** Best first: who may stay, then by standing, then by address. */
function ranked(m: Market, accounts: readonly Account[], mayStay: (account: Account) => boolean): Account[] {
  return accounts.toSorted((a, b) => {
    if (mayStay(a) !== mayStay(b)) return mayStay(a) ? -1 : 1;
    const [ofA, ofB] = [standingOf(m, a), standingOf(m, b)];
    if (ofA !== ofB) return ofA > ofB ? -1 : 1;
    return a < b ? -1 : 1;
  });
}

const ELIGIBLE_ROLES = ROLES.dso | ROLES.tso | ROLES.aggregator;
export const CANDIDATES_MAX = 64;
