/** What the registry has said: who has which number, who owns which point, who runs which area, for whom details are encrypted. */
import { decodeBytes32String } from 'ethers';
import type { PublicKey } from '../../contracts/bindings/index.ts';

export interface Connection {
  readonly number: number;
  readonly point: string;
  readonly owner: string;
  readonly pointNumber: number;
  readonly area: number;
}

export class RegistryBook {
  readonly #participants = new Map<string, number>();
  readonly #keys = new Map<string, NonNullable<PublicKey>>();
  readonly #operators = new Map<number, string>();
  readonly #connections = new Map<number, Connection>();
  readonly #current = new Map<string, Connection>();

  /** @param args of an event of the Registry, as ethers decodes them */
  apply(event: string, args: Record<string, unknown>): void {
    const text = (key: string): string => String(args[key]);
    switch (event) {
      case 'ParticipantRegistered':
        this.#participants.set(text('account'), Number(args['number']));
        break;
      case 'EncryptionKeyPublished':
        this.#keys.set(text('account'), { keyX: text('keyX'), keyOdd: args['keyOdd'] === true });
        break;
      case 'AreaAssigned':
        this.#operators.set(Number(args['area']), text('operator'));
        break;
      case 'PointConnected': {
        const connection: Connection = {
          number: Number(args['connection']),
          point: decodeBytes32String(text('point')),
          owner: text('owner'),
          pointNumber: Number(args['pointNumber']),
          area: Number(args['area']),
        };
        this.#connections.set(connection.number, connection);
        this.#current.set(connection.point, connection);
      }
    }
  }

  /** 0: not registered. */
  participantOf(account: string): number {
    return this.#participants.get(account) ?? 0;
  }

  keyOf(account: string): PublicKey {
    return this.#keys.get(account) ?? null;
  }

  operatorOf(area: number): string | null {
    return this.#operators.get(area) ?? null;
  }

  /** Present or past. */
  connection(number: number): Connection | null {
    return this.#connections.get(number) ?? null;
  }

  connectionOf(point: string): Connection | null {
    return this.#current.get(point) ?? null;
  }
}
