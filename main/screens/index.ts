/** Every screen's procedures, implemented on the services. */
import type { Implementation } from '../shells/implementation.ts';
import { alarmsScreen } from './alarms.ts';
import { auditScreen } from './audit.ts';
import { balancingScreen } from './balancing.ts';
import { chainScreen } from './chain.ts';
import { feesScreen } from './fees.ts';
import { curtailmentScreen, flexibilityScreen } from './flexibility.ts';
import { gridScreen } from './grid.ts';
import { overviewScreen } from './overview.ts';
import type { Services } from './services.ts';
import { sessionScreen } from './session.ts';
import { studiesScreen } from './studies.ts';
import { tradesScreen } from './trades.ts';

export function implementScreens(services: Services): Implementation {
  return {
    session: sessionScreen(services),
    overview: overviewScreen(services),
    grid: gridScreen(services),
    trades: tradesScreen(services),
    flexibility: flexibilityScreen(services),
    curtailment: curtailmentScreen(services),
    balancing: balancingScreen(services),
    studies: studiesScreen(services),
    fees: feesScreen(services),
    chain: chainScreen(services),
    alarms: alarmsScreen(services),
    audit: auditScreen(services),
  };
}
