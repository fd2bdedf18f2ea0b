/**
 * From powers of connection points to an injection per bus.
 *
 * Points stand for the constant-power part of all loads and generators at their buses; buses without a point keep
 * what the file gives. A net consumption draws reactive power in the ratio of the bus's loads in the file; a net
 * injection is taken at power factor 1.
 */
import { type ConnectionPoint, GENERATOR_CONTROL, type Network } from '../network/network.ts';

/** Net injection per bus, generation positive. */
export interface PointInjection {
  /** [nBus] MW */
  readonly pMw: Float64Array;
  /** [nBus] Mvar */
  readonly qMvar: Float64Array;
}

export interface PointInjector {
  /** @param pKw [nPoint] net power of each point, kW, injection positive */
  injection(pKw: Float64Array): PointInjection;
}

export function pointInjector(network: Network, points: readonly ConnectionPoint[]): PointInjector {
  const { bus, load, generator } = network;
  const hasPoint = new Uint8Array(bus.count);
  for (const point of points) hasPoint[point.bus] = 1;
  const restP = new Float64Array(bus.count);
  const restQ = new Float64Array(bus.count);
  const loadP = new Float64Array(bus.count);
  const loadQ = new Float64Array(bus.count);
  const constantP = new Float64Array(bus.count);
  for (let l = 0; l < load.count; l++) {
    if (!load.inService[l]) continue;
    const at = load.bus[l]!;
    const share = 1 - load.constZShare[l]! - load.constIShare[l]!;
    loadP[at]! += load.pMw[l]!;
    loadQ[at]! += load.qMvar[l]!;
    constantP[at]! += load.pMw[l]! * share;
    if (hasPoint[at]) continue;
    restP[at]! -= load.pMw[l]! * share;
    restQ[at]! -= load.qMvar[l]! * share;
  }
  for (let g = 0; g < generator.count; g++) {
    if (!generator.inService[g] || generator.control[g] === GENERATOR_CONTROL.slack) continue;
    const at = generator.bus[g]!;
    const isPq = generator.control[g] === GENERATOR_CONTROL.pq;
    if (isPq && hasPoint[at]) continue;
    restP[at]! += generator.pMw[g]!;
    if (isPq) restQ[at]! += generator.qMvar[g]!;
  }
  const tanPhi = loadP.map((p, b) => (p > 0 ? loadQ[b]! / p : 0));
  const constantShare = loadP.map((p, b) => (p > 0 ? constantP[b]! / p : 1));
  return {
    injection: pKw => {
      const pMw = restP.slice();
      const qMvar = restQ.slice();
      points.forEach((point, k) => {
        const p = pKw[k]! / 1000;
        const at = point.bus;
        if (p >= 0) pMw[at]! += p;
        else {
          pMw[at]! += p * constantShare[at]!;
          qMvar[at]! += p * constantShare[at]! * tanPhi[at]!;
        }
      });
      return { pMw, qMvar };
    },
  };
}
