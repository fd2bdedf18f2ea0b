/** What the slack units deliver: whatever closes the balance of their node. */
import type { GridModel } from '../network/build.ts';
import { GENERATOR_CONTROL } from '../network/network.ts';
import type { SlackInjection } from './result.ts';

/**
 * Splits the missing power of every slack node equally among its slack units in service, one row per bus.
 * @param pPu,qPu [nNode - freeCount] missing at each slack node, p.u., injection positive
 */
export function shareAmongSlackUnits(
  model: GridModel,
  pPu: Float64Array,
  qPu: Float64Array,
): SlackInjection[] {
  const { network, nodeOfBus, freeCount } = model;
  const { generator, baseMva } = network;
  const units = new Int32Array(pPu.length);
  const unitsAtBus = new Map<number, number>();
  for (let g = 0; g < generator.count; g++) {
    const at = generator.bus[g]!;
    const node = nodeOfBus[at]!;
    if (!generator.inService[g] || generator.control[g] !== GENERATOR_CONTROL.slack || node < 0) continue;
    units[node - freeCount]!++;
    unitsAtBus.set(at, (unitsAtBus.get(at) ?? 0) + 1);
  }
  return [...unitsAtBus]
    .sort(([a], [b]) => a - b)
    .map(([at, count]) => {
      const slack = nodeOfBus[at]! - freeCount;
      const share = (count / units[slack]!) * baseMva;
      return { bus: at, pMw: pPu[slack]! * share, qMvar: qPu[slack]! * share };
    });
}
