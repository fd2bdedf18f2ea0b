/** The registry's numbers: batches name participants, points and connections by them. */
import type { MarketEvent } from '../../records/market.ts';

export interface ConnectionEntry {
  readonly point: string;
  readonly owner: string;
  readonly pointNumber: number;
  readonly area: number;
}

export class RegistryNumbers {
  readonly #connections = new Map<number, ConnectionEntry>();
  readonly #participants = new Map<string, number>();
  readonly #operators = new Map<number, string>();

  apply(event: MarketEvent): void {
    if (event.type === 'participant')
      this.#participants.set(event.participant.account.toLowerCase(), event.participant.number);
    else if (event.type === 'point')
      this.#connections.set(event.connection, {
        point: event.point,
        owner: event.owner,
        pointNumber: event.pointNumber,
        area: event.area,
      });
    else if (event.type === 'area') this.#operators.set(event.area, event.operator.toLowerCase());
  }

  connection(number: number): ConnectionEntry | null {
    return this.#connections.get(number) ?? null;
  }

  /** 0: not registered. */
  participantOf(account: string): number {
    return this.#participants.get(account.toLowerCase()) ?? 0;
  }

  /** In lower case; '' where the area has none. */
  operatorOf(area: number): string {
    return this.#operators.get(area) ?? '';
  }
}
