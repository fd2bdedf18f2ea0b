/** The proposer and a quorum of OUR validators signed this header; the set it names is checked, never used. */
import type { Hex } from '../../follower.ts';
import type { QbftExtraData } from '../../qbft/extra-data.ts';
import type { BlockHeader } from '../../qbft/header.ts';
import { checkedSeals } from '../../qbft/seals.ts';
import { type StageFailure, unequal } from './stage.ts';

export function sealed(
  header: BlockHeader,
  extra: QbftExtraData,
  validators: readonly Hex[],
  setInHeader: boolean,
): { readonly sealers: readonly Hex[] } | StageFailure {
  const named = unequal(
    'validator-set',
    setInHeader ? validators.join(', ') : '',
    extra.validators.join(', '),
  );
  if (named !== null) return named;
  if (!setInHeader && extra.vote !== null)
    return {
      code: 'vote',
      expected: 'no vote: the set stands in a contract',
      got: `a vote on ${extra.vote.recipient}`,
    };
  if (!validators.includes(header.coinbase))
    return { code: 'proposer', expected: `one of ${validators.join(', ')}`, got: header.coinbase };
  const check = checkedSeals(header, extra, validators);
  return check.valid ? { sealers: check.sealers } : check;
}
