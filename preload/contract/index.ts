/** The whole contract between console and screens. Both shells carry exactly this, and nothing beside it. */
import { alarms } from './alarms.ts';
import { audit } from './audit.ts';
import { balancing } from './balancing.ts';
import { chain } from './chain.ts';
import { fees } from './fees.ts';
import { curtailment, flexibility } from './flexibility.ts';
import { grid } from './grid.ts';
import { overview } from './overview.ts';
import { session } from './session.ts';
import { studies } from './studies.ts';
import { trades } from './trades.ts';

export const contract = {
  session,
  overview,
  grid,
  trades,
  flexibility,
  curtailment,
  balancing,
  studies,
  fees,
  chain,
  alarms,
  audit,
};

export type InterlockContract = typeof contract;
