/** Who is who: participants by account, owners by connection point, from the registry's events. */
import type { Participant } from '../records/market.ts';

export class Names {
  /** By account in lower case: the chain writes some letters of an address large. */
  readonly #participants = new Map<string, Participant>();
  readonly #owners = new Map<string, string>();

  setParticipant(participant: Participant): void {
    this.#participants.set(participant.account.toLowerCase(), participant);
  }

  setOwner(point: string, owner: string): void {
    this.#owners.set(point, owner);
  }

  participant(account: string): Participant | null {
    return this.#participants.get(account.toLowerCase()) ?? null;
  }

  participants(): Iterable<Participant> {
    return this.#participants.values();
  }

  ownerOf(point: string): string | null {
    return this.#owners.get(point) ?? null;
  }

  /** The registered name, or the account itself where it has none. */
  ofAccount(account: string): string {
    return this.#participants.get(account.toLowerCase())?.name || account;
  }

  /** Name of the point's owner, '' where nobody is connected. */
  ofPoint(point: string): string {
    const owner = this.#owners.get(point);
    return owner === undefined ? '' : this.ofAccount(owner);
  }
}
