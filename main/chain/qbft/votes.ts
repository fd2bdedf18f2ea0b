/**
 * Who may seal the next block, in header mode: the genesis set changed by the votes of proposers
 * (Besu, VoteTally and VoteTallyUpdater). Pure: a snapshot is never changed, only followed by another.
 */
import type { Hex } from '../follower.ts';
import type { QbftVote } from './extra-data.ts';

export interface ValidatorSnapshot {
  /** Sorted. */
  readonly validators: readonly Hex[];
  readonly votes: readonly (QbftVote & { readonly voter: Hex })[];
}

export function snapshotOf(validators: readonly Hex[]): ValidatorSnapshot {
  return { validators: [...validators].sort(), votes: [] };
}

/** The snapshot for the block after this one. An epoch block discards every open vote and its own. */
export function snapshotAfter(
  snapshot: ValidatorSnapshot,
  block: { readonly number: number; readonly proposer: Hex; readonly vote: QbftVote | null },
  epochLength: number,
): ValidatorSnapshot {
  if (block.number % epochLength === 0) return { validators: snapshot.validators, votes: [] };
  const vote = block.vote;
  if (vote === null) return snapshot;
  // A voter has one opinion on a recipient: the newest.
  const others = snapshot.votes.filter(v => v.voter !== block.proposer || v.recipient !== vote.recipient);
  const votes = [...others, { ...vote, voter: block.proposer }];
  const agreeing = votes.filter(v => v.recipient === vote.recipient && v.add === vote.add).length;
  if (agreeing < Math.floor(snapshot.validators.length / 2) + 1)
    return { validators: snapshot.validators, votes };
  const open = votes.filter(v => v.recipient !== vote.recipient);
  const rest = snapshot.validators.filter(v => v !== vote.recipient);
  return vote.add
    ? { validators: [...rest, vote.recipient].sort(), votes: open }
    : { validators: rest, votes: open.filter(v => v.voter !== vote.recipient) };
}
