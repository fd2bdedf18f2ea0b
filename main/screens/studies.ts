/** The study screen: what can be changed, and the run itself. */

import type { Implementation } from '../shells/implementation.ts';
import { switches } from '../studies/case.ts';
import type { Services } from './services.ts';

export function studiesScreen({
  network,
  studies,
  outlook,
  market,
  times,
}: Services): Implementation['studies'] {
  return {
    choices: () => ({
      segments: [...new Set(network.bus.segment.filter(name => name !== ''))],
      switches: switches(network),
      intervals: Array.from({ length: 96 }, (_, k) => outlook.running() + k * times.intervalSeconds).filter(
        interval => market.injection(interval) !== null,
      ),
    }),
    run: (scenario, signal) => studies.run(scenario, signal),
  };
}
