/** What the screens' procedures may use: every service as it is, and nothing that acts except through operations. */
import type { ConnectionPoint, Network } from '../../grid-models/network/network.ts';
import type { ChainFollower } from '../chain/follower.ts';
import type { MarketTimes } from '../market/gates.ts';
import type { Market } from '../market/service.ts';
import type { BalancingDesk } from '../operations/balancing-desk.ts';
import type { CommandDesk } from '../operations/command-desk.ts';
import type { ConfirmationDesk } from '../operations/confirmation-desk.ts';
import type { CurtailmentDesk } from '../operations/curtailment-desk.ts';
import type { ObjectionDesk } from '../operations/objection-desk.ts';
import type { PeriodRelief } from '../operations/period-relief.ts';
import type { ReliefDesk } from '../operations/relief-desk.ts';
import type { Clock } from '../records/clock.ts';
import type { Interlock } from '../records/operations.ts';
import type { ReadStore } from '../store/types.ts';
import type { Studies } from '../studies/service.ts';
import type { Alarms } from '../supervision/alarms/alarms.ts';
import type { Outlook } from '../supervision/outlook/outlook.ts';
import type { Solver } from '../supervision/solver/solver.ts';
import type { Telemetry } from '../telemetry/service.ts';

export interface Services {
  readonly network: Network;
  readonly points: readonly ConnectionPoint[];
  readonly times: MarketTimes;
  readonly clock: Clock;
  /** Unix ms of the wall clock. */
  readonly realClock: Clock;
  readonly speed: number;
  readonly operator: { readonly name: string; readonly role: 'DSO' | 'TSO'; readonly account: string };
  readonly chainKind: 'embedded' | 'remote';
  readonly blockPeriodS: number;
  readonly deployment: { readonly contracts: Readonly<Record<string, string>> };
  readonly market: Market;
  readonly outlook: Outlook;
  readonly solver: Solver;
  readonly follower: ChainFollower;
  readonly store: ReadStore;
  readonly telemetry: Telemetry;
  readonly commands: CommandDesk;
  readonly relief: ReliefDesk;
  readonly periodRelief: PeriodRelief;
  readonly curtailment: CurtailmentDesk;
  readonly confirmation: ConfirmationDesk;
  readonly balancing: BalancingDesk;
  readonly objections: ObjectionDesk;
  readonly alarms: Alarms;
  readonly studies: Studies;
  interlock(): Interlock;
  /** Calls about once a second of real time. */
  seconds(handler: () => void): () => void;
}
