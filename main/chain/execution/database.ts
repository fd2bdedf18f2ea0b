/** What a chain needs of the disk. The store of the console fulfils it; it is handed in by the worker entries. */
import type { StateChanges, StateSource } from './state.ts';

export interface BlockRecord {
  readonly number: number;
  readonly hash: Uint8Array;
  /** RLP of the header with its seals. */
  readonly header: Uint8Array;
  /** RLP of [transaction, …]. */
  readonly body: Uint8Array;
  /** JSON of what execution gave. */
  readonly results: Uint8Array;
}

export interface BlockCommit extends BlockRecord, StateChanges {
  readonly transactionHashes: readonly Uint8Array[];
  readonly notes: Readonly<Record<string, string>>;
}

export interface ChainDatabase extends StateSource {
  headNumber(): number | null;
  block(number: number): BlockRecord | null;
  numberOfBlock(hash: Uint8Array): number | null;
  placeOfTransaction(hash: Uint8Array): { readonly block: number; readonly position: number } | null;
  note(name: string): string | null;
  setNote(name: string, text: string): void;
  /** The block and the state it leads to, in one transaction. */
  commitBlock(commit: BlockCommit): void;
  close(): void;
}
