/** The state before the first block, and the genesis block that commits to it. */
import { createAddressFromString } from '@ethereumjs/util';
import type { Hex } from '../follower.ts';
import type { Genesis } from '../qbft/genesis.ts';
import type { BlockHeader } from '../qbft/header.ts';
import { genesisHash } from '../qbft/seals.ts';
import { bytesOf, hexOf } from './bytes.ts';
import { ExecutionState, type StateChanges } from './state.ts';

export interface GenesisBlock {
  readonly header: BlockHeader;
  readonly hash: Hex;
  readonly state: ExecutionState;
  readonly changes: StateChanges;
}

export async function genesisBlock(genesis: Genesis): Promise<GenesisBlock> {
  const state = new ExecutionState();
  for (const account of genesis.alloc) {
    const address = createAddressFromString(account.address);
    await state.modifyAccountFields(address, { balance: account.balanceWei, nonce: account.nonce });
    if (account.code !== '0x') await state.putCode(address, bytesOf(account.code));
    for (const [slot, value] of account.storage)
      await state.putStorage(address, bytesOf(slot), bytesOf(value));
  }
  const { stateRoot, changes } = state.seal();
  state.accept();
  const header: BlockHeader = { ...genesis.header, stateRoot: hexOf(stateRoot) };
  return { header, hash: genesisHash(header), state, changes };
}
