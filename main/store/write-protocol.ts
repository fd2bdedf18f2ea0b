/** What the store's two halves say to each other across the thread border. */
import type { StoreProblem } from './errors.ts';
import type { WriteStore } from './types.ts';

export interface WriteWorkerData {
  readonly operationsFile: string;
  readonly telemetryFile: string;
}

/** A method of WriteStore with its arguments. */
export type Write =
  | { [M in keyof WriteStore]: readonly [M, ...Parameters<WriteStore[M]>] }[keyof WriteStore]
  | readonly ['close'];

export interface WriteRequest {
  /** Above 0; 0 answers the opening. */
  readonly id: number;
  readonly write: Write;
}

export type WriteAnswer =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly problem: StoreProblem; readonly message: string };
