/**
 * Does a trade fit into the room that is left, by sizes alone? The first and cheapest question of the trade check: a few
 * multiplications a trade, so that a burst of small trades costs next to nothing. Who does not pass here is looked at
 * node by node (screening.ts).
 *
 * Setting and symbols of screening.ts: V̂ solves for Ŝ, Z = Y_LL⁻¹, c = |ΔS|/|V̂|, ĉ = |Ŝ|/|V̂|, δ = (V − V̂)/V̂. Its
 * equation (2) without its linear part reads, for all i,
 *
 *     V̂_i δ_i = Σ_K Z_ik conj(ΔS_k/V̂_k)/(1 + conj(δ_k)) − Σ_k Z_ik conj(Ŝ_k/V̂_k)·conj(δ_k/(1+δ_k))             (1)
 *
 * With a = max_i Σ_K |Z_ik| c_k/|V̂_i| and ξ as there, |δ| ≤ u makes the right side at most (a + uξ)/(1−u) in relative
 * terms, which is u for
 *
 *     u = [ (1−ξ) − √((1−ξ)² − 4a) ] / 2          where 4a < (1−ξ)²                                               (2)
 *
 * so by Brouwer there is a solution with |δ| ≤ u; (1) contracts there by (ξ+u)/(1−u) < 1: it is the only one. The same
 * holds for t·ΔS, 0 ≤ t ≤ 1: it is the one that grows out of V̂, which is the one an exact solver follows.
 *
 * Then no voltage moves by more than  t_i = (Σ_K |Z_ik| c_k + u·Σ_k |Z_ik| ĉ_k)/(1−u)  and no current by more than the
 * same with |C_bk| for |Z_ik|. Divided by the room of its row (to the nearer end of the band, to the permitted current)
 * and with the maximum over the rows taken term by term,
 *
 *     (Σ_K c_k q_k + u·D)/(1−u) ≤ 1,     q_k = max over rows |Z_ik|/room_i, |C_bk|/room_b,   D alike of the flowing     (3)
 *
 * leaves every row inside. Where a rating is one of power, |S| = |V||I| also grows with the voltage: with x the left side
 * of (3) for currents it takes the share (1+u)·x + u·|Ŝ|/room of its room, for x ≤ 1 at most x + u·(permitted |S|)/room,
 * so u times the largest such ratio is added. q_k is found once a state and node; a leg alone is a part of the sum, so the
 * three states of a trade are one question.
 *
 * Several trades are one ΔS. What was accepted is kept as sums per row, Σ |Z_ik| c_k and Σ |C_bk| c_k, and counts by the
 * largest of them: the state is solved anew only when these sums have grown too large to let the next trade pass.
 * V̂ solves only up to a residual; it counts as one more change of injection (ρ, γ of screening.ts).
 */
import { type Change, columnOf, peakOf, ROUNDING, type Screen } from './screening.ts';
import type { Watch } from './watch.ts';

/** The room about one solved state and what accepted trades may have used of it. */
export class Room {
  private readonly screen: Screen;
  /** [row] 1/room in p.u. of voltage or current, the tightest of all classes; 0 without limit. */
  private readonly perVoltage: Float64Array;
  private readonly perCurrent: Float64Array;
  /** Largest of Σ_k |Z_ik| ĉ_k and of what the residual adds, over the room of their rows; of permitted |S| over its room. */
  private readonly flowing: number;
  private readonly residual: number;
  private readonly power: number;
  /** [node], [loading row] Σ |Z_ik| c_k and Σ |C_bk| c_k of what was accepted. */
  private readonly voltageUsed: Float64Array;
  private readonly currentUsed: Float64Array;
  private reachUsed = 0;
  private shareUsed = 0;
  /** q by node. */
  private readonly shares = new Map<number, number>();

  /** @param values of the rows at the state; @param watches same rows, limits of each class */
  constructor(screen: Screen, values: Float64Array, watches: readonly Watch[]) {
    const { rows: w } = screen.transfer;
    const voltageRows = w.node.length;
    this.screen = screen;
    this.perVoltage = new Float64Array(voltageRows);
    this.perCurrent = new Float64Array(w.branch.length);
    this.voltageUsed = new Float64Array(w.model.nodeCount);
    this.currentUsed = new Float64Array(w.branch.length);
    let [flowing, residual, power] = [0, 0, 0];
    for (let row = 0; row < voltageRows; row++) {
      const value = values[row]!;
      let room = Number.POSITIVE_INFINITY;
      for (const { allowedLow, allowedHigh } of watches)
        room = Math.min(room, allowedHigh[row]! - value, value - allowedLow[row]!);
      const per = perRoom(room);
      this.perVoltage[row] = per;
      const node = w.node[row]!;
      flowing = Math.max(flowing, screen.drop[node]! * per);
      residual = Math.max(residual, screen.residualDrop[node]! * per);
    }
    for (let row = 0; row < this.perCurrent.length; row++) {
      const value = values[voltageRows + row]!;
      let room = Number.POSITIVE_INFINITY;
      for (const { allowedMax } of watches) room = Math.min(room, allowedMax[row]! - value);
      const scale = w.percentPerPu[row]! * (w.isPower[row] ? screen.vAbs[w.own[row]!]! : 1);
      const per = perRoom(room) * scale;
      this.perCurrent[row] = per;
      flowing = Math.max(flowing, screen.kappa[row]! * per);
      residual = Math.max(residual, screen.gamma[row]! * per);
      if (w.isPower[row]) power = Math.max(power, (value + room) * perRoom(room));
    }
    this.flowing = flowing;
    this.residual = residual;
    this.power = power;
  }

  /**
   * Share of the room that is used at most with these changes on top of what was accepted, together or any of them
   * alone: up to 1 every limit holds. Beyond it, and Infinity, nothing is proven.
   */
  usedWith(changes: readonly Change[]): number {
    const { screen } = this;
    let a = this.reachUsed + screen.rho;
    let share = this.shareUsed + this.residual;
    for (const { nodes, pPu } of changes) {
      for (let n = 0; n < nodes.length; n++) {
        const node = nodes[n]!;
        const current = Math.abs(pPu[n]!) / screen.vAbs[node]!;
        a += current * peakOf(screen, node);
        share += current * this.shareOf(node);
      }
    }
    a *= 1 + ROUNDING;
    const free = 1 - screen.xi;
    const square = free * free - 4 * a;
    if (!(free > 0 && square > 0)) return Number.POSITIVE_INFINITY;
    const u = ((free - Math.sqrt(square)) / 2) * (1 + ROUNDING);
    const used = (share + this.flowing * u) / (1 - u) + this.power * u;
    return used * (1 + ROUNDING);
  }

  /** Counts a change as delivered from now on. */
  take({ nodes, pPu }: Change): void {
    const { voltageUsed, currentUsed, perVoltage, perCurrent, screen } = this;
    const { node } = screen.transfer.rows;
    for (let n = 0; n < nodes.length; n++) {
      const current = Math.abs(pPu[n]!) / screen.vAbs[nodes[n]!]!;
      const { zAbs, cAbs } = columnOf(screen.transfer, nodes[n]!);
      for (let i = 0; i < voltageUsed.length; i++) voltageUsed[i]! += zAbs[i]! * current;
      for (let row = 0; row < currentUsed.length; row++) currentUsed[row]! += cAbs[row]! * current;
    }
    let [reach, share] = [0, 0];
    for (let i = 0; i < voltageUsed.length; i++) reach = Math.max(reach, voltageUsed[i]! / screen.vAbs[i]!);
    for (let row = 0; row < node.length; row++)
      share = Math.max(share, voltageUsed[node[row]!]! * perVoltage[row]!);
    for (let row = 0; row < currentUsed.length; row++)
      share = Math.max(share, currentUsed[row]! * perCurrent[row]!);
    this.reachUsed = reach * (1 + ROUNDING);
    this.shareUsed = share * (1 + ROUNDING);
  }

  /** q: the largest share of a room that a current of 1 p.u. at the node takes. */
  private shareOf(k: number): number {
    const known = this.shares.get(k);
    if (known !== undefined) return known;
    const { perVoltage, perCurrent } = this;
    const { transfer } = this.screen;
    const { node } = transfer.rows;
    const { zAbs, cAbs } = columnOf(transfer, k);
    let share = 0;
    for (let row = 0; row < node.length; row++) share = Math.max(share, zAbs[node[row]!]! * perVoltage[row]!);
    for (let row = 0; row < cAbs.length; row++) share = Math.max(share, cAbs[row]! * perCurrent[row]!);
    this.shares.set(k, share);
    return share;
  }
}

/** A room of nothing takes no trade. */
function perRoom(room: number): number {
  return room > 0 ? 1 / room : Number.POSITIVE_INFINITY;
}
