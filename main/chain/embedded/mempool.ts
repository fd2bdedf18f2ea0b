/** Transactions waiting for a block: in the order they came, each account in the order of its nonces. Bounded. */
import type { TypedTransaction } from '@ethereumjs/tx';
import { hexOf } from '../execution/bytes.ts';
import type { Hex } from '../follower.ts';
import { RPC_LIMIT, RPC_SERVER, RpcError } from './rpc-error.ts';

export interface PooledTransaction {
  readonly transaction: TypedTransaction;
  readonly hash: Hex;
  readonly sender: Hex;
  /** Order of arrival. */
  readonly arrival: number;
}

export class Mempool {
  readonly #bySender = new Map<Hex, Map<bigint, PooledTransaction>>();
  readonly #byHash = new Map<Hex, PooledTransaction>();
  #arrivals = 0;

  get size(): number {
    return this.#byHash.size;
  }

  transaction(hash: Hex): PooledTransaction | null {
    return this.#byHash.get(hash) ?? null;
  }

  /** @param nonce next nonce of the sender by the state. @throws RpcError in the words of geth, which ethers knows */
  add(transaction: TypedTransaction, nonce: bigint): Hex {
    const hash = hexOf(transaction.hash());
    if (this.#byHash.has(hash)) throw new RpcError(RPC_SERVER, 'already known');
    const sender = hexOf(transaction.getSenderAddress().bytes);
    if (transaction.nonce < nonce)
      throw new RpcError(RPC_SERVER, `nonce too low: next nonce ${nonce}, tx nonce ${transaction.nonce}`);
    const queue = this.#bySender.get(sender) ?? new Map<bigint, PooledTransaction>();
    const rival = queue.get(transaction.nonce);
    if (rival !== undefined && !outbids(transaction, rival.transaction))
      throw new RpcError(RPC_SERVER, 'replacement transaction underpriced');
    if (rival === undefined && queue.size >= POOLED_PER_SENDER_MAX)
      throw new RpcError(RPC_LIMIT, `the sender has ${queue.size} waiting transactions, the limit`);
    if (rival === undefined && this.#byHash.size >= POOLED_MAX)
      throw new RpcError(
        RPC_LIMIT,
        `${this.#byHash.size} transactions are waiting, the limit; send again later`,
      );
    if (transaction.nonce - nonce >= BigInt(POOLED_PER_SENDER_MAX))
      throw new RpcError(RPC_SERVER, `nonce ${transaction.nonce} is too far ahead of ${nonce}`);
    if (rival !== undefined) this.#byHash.delete(rival.hash);
    const pooled = { transaction, hash, sender, arrival: this.#arrivals++ };
    queue.set(transaction.nonce, pooled);
    this.#bySender.set(sender, queue);
    this.#byHash.set(hash, pooled);
    return hash;
  }

  /** Next nonce of the sender once everything that waits without a gap is in a block. */
  nonceAfterWaiting(sender: Hex, nonce: bigint): bigint {
    const queue = this.#bySender.get(sender);
    let next = nonce;
    while (queue?.has(next)) next++;
    return next;
  }

  /** What can go into the next block: no gap in the nonces of any sender. */
  ready(nonceOf: (sender: Hex) => bigint): PooledTransaction[] {
    const runs: PooledTransaction[][] = [];
    for (const [sender, queue] of this.#bySender) {
      const run: PooledTransaction[] = [];
      for (
        let nonce = nonceOf(sender), next = queue.get(nonce);
        next !== undefined;
        next = queue.get(++nonce)
      )
        run.push(next);
      if (run.length > 0) runs.push(run);
    }
    // A later nonce that came first waits for its predecessor: it takes the arrival of the latest before it.
    const ordered = runs.flatMap(run => {
      let arrival = -1;
      return run.map(pooled => {
        arrival = Math.max(arrival, pooled.arrival);
        return { pooled, arrival };
      });
    });
    ordered.sort(
      (a, b) => a.arrival - b.arrival || Number(a.pooled.transaction.nonce - b.pooled.transaction.nonce),
    );
    return ordered.map(o => o.pooled);
  }

  remove(pooled: PooledTransaction): void {
    this.#byHash.delete(pooled.hash);
    const queue = this.#bySender.get(pooled.sender);
    queue?.delete(pooled.transaction.nonce);
    if (queue?.size === 0) this.#bySender.delete(pooled.sender);
  }

  /** Drops what a block made impossible: nonces already used. */
  forgetUsed(nonceOf: (sender: Hex) => bigint): void {
    for (const [sender, queue] of [...this.#bySender]) {
      const next = nonceOf(sender);
      for (const pooled of [...queue.values()]) if (pooled.transaction.nonce < next) this.remove(pooled);
    }
  }
}

/** A replacement pays at least a tenth more, as in other clients; at price 0 the first one stays. */
function outbids(candidate: TypedTransaction, rival: TypedTransaction): boolean {
  const [offer, held] = [priceOf(candidate), priceOf(rival)];
  return offer > held && offer * 10n >= held * 11n;
}

function priceOf(transaction: TypedTransaction): bigint {
  return 'maxFeePerGas' in transaction ? transaction.maxFeePerGas : transaction.gasPrice;
}

export const POOLED_MAX = 20_000; // beyond: refused with a code that says "later"
export const POOLED_PER_SENDER_MAX = 1_024;
