/** Random nets of a batch: right mostly, false, or broken in one of the ways that are refused. */
import { netsOf } from '../daylight.ts';
import type { TradedPosition } from '../groups.ts';
import type { Nets } from '../nets.ts';
import { type Scene, tradesOf } from './scene.ts';

export function netsGiven(scene: Scene, id: number): Nets {
  const { m, draw } = scene;
  // In some intervals several batches say the most that bytes can carry of the same two points.
  if ((m.batches.at(id)!.interval / m.rules.intervalSeconds) % 8n === 3n && draw.chance(0.8))
    return largestNets(scene, id);
  const { right, giving, crowd } = parted(scene, id);
  // So many that their group gets two parts.
  if (m.batches.at(id)!.leaves.length > 256 && draw.chance(0.8))
    return giving(...right.positions, ...crowd(0));
  const kind = draw.below(100);
  if (kind < 65) return right;
  return draw.pick(kind < 85 ? falseNets(scene, id) : brokenNets(scene, id));
}

/** Each refused for another reason. */
export function brokenNets(scene: Scene, id: number): Nets[] {
  const { right, first, last, giving, crowd } = parted(scene, id);
  const [before, behind] = [right.positions.slice(0, -1), right.positions.slice(1)];
  return [
    { ...right, strayBytes: scene.draw.between(1, 20) },
    { ...right, feesMicroEur: [right.feesMicroEur[0] + 1n, right.feesMicroEur[1]] },
    giving(...behind),
    giving(...right.positions.toReversed()),
    giving(first, ...right.positions),
    giving(...right.positions, ...crowd(1)),
    giving(paid(first, 1n), ...behind),
    giving(sold(first, 1n), ...behind),
    giving({ ...first, participant: 0 }, ...behind),
    giving({ ...first, point: 0 }, ...behind),
    giving(...before, { ...last, participant: 99_999 }),
    giving(...before, { ...last, point: 99_999 }),
  ];
}

/** Balanced, and so taken until somebody objects. */
function falseNets(scene: Scene, id: number): Nets[] {
  const { right, first, last, giving, crowd } = parted(scene, id);
  const [stolen, stolenWh] = [scene.draw.big(1, 1_000_000), scene.draw.big(1, 5000)];
  const [sellerSideFee, buyerSideFee] = right.feesMicroEur;
  const between = right.positions.slice(1, -1);
  return [
    giving(paid(first, stolen), ...between, paid(last, -stolen)),
    giving(paid(first, stolen), ...between, paid(last, -stolen)),
    giving(sold(first, stolenWh), ...between, sold(last, -stolenWh)),
    giving(...right.positions, ...crowd(0)),
    { ...right, feesMicroEur: [sellerSideFee + 1n, buyerSideFee - 1n] },
    { ...right, positions: [], feesMicroEur: [0n, 0n] },
  ];
}

function largestNets({ m, cast }: Scene, batch: number): Nets {
  const [low, high] = [cast.points[0]!, cast.points.at(-1)!].map(point => m.points.at(point)!.number) as [
    number,
    number,
  ];
  const positions = [
    { point: low, participant: 1, netWh: 2n ** 39n - 1n, amountMicroEur: 1n - 2n ** 63n },
    { point: high, participant: 2, netWh: 1n - 2n ** 39n, amountMicroEur: 2n ** 63n - 1n },
  ];
  return { batch, feesMicroEur: [0n, 0n], positions, strayBytes: 0 };
}

function parted(scene: Scene, id: number) {
  const right = netsOf(scene.m, id, tradesOf(scene, id));
  const [first, last] = [right.positions[0] ?? NOBODY, right.positions.at(-1) ?? NOBODY];
  const giving = (...positions: TradedPosition[]): Nets => ({ ...right, positions });
  /** Everybody at the last point and those behind it, to the last place of the batch and so many more. */
  const crowd = (more: number): TradedPosition[] => {
    const known = scene.m.counts.at('participants');
    const free = 2 * scene.m.batches.at(id)!.leaves.length - right.positions.length;
    return Array.from({ length: free + more }, (_, k) => {
      const leg = Math.max(last.point, 1) * known + last.participant + k;
      // Every second gives to the one before it.
      const given = (k ^ 1) < free ? (k & 1 ? -1n : 1n) : 0n;
      return {
        point: Math.floor(leg / known),
        participant: 1 + (leg % known),
        netWh: given * 3n,
        amountMicroEur: given * 500n,
      };
    });
  };
  return { right, first, last, giving, crowd };
}

const paid = (p: TradedPosition, more: bigint) => ({ ...p, amountMicroEur: p.amountMicroEur + more });
const sold = (p: TradedPosition, more: bigint) => ({ ...p, netWh: p.netWh + more });
const NOBODY: TradedPosition = { point: 0, participant: 0, netWh: 0n, amountMicroEur: 0n };
