/** What those who act in the simulated market have in common. */
import type { MarketAddresses } from '../../contracts/bindings/index.ts';
import type { ChainLink } from '../chain/link.ts';
import type { Roster } from '../participants.ts';
import type { Setting } from '../setting.ts';
import type { Book } from './book.ts';

export interface MarketParts {
  readonly setting: Setting;
  readonly roster: Roster;
  readonly link: ChainLink;
  readonly addresses: MarketAddresses;
  readonly chainId: number;
  readonly book: Book;
  log(message: string): void;
}
