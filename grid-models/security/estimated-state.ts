/**
 * The schedule to first order about its last solved state: what the values are with everything accepted since, and which
 * limit a trade would reach first. It describes a verdict that the bound has given; it decides none.
 */
import { type Binding, bindingOf } from './binding.ts';
import type { Leg, TradeLeg } from './legs.ts';
import type { Change } from './screening.ts';
import { limitOfRow, readRows, rowGradients, shareOfRoom, type Watch } from './watch.ts';

/** Rows whose limits more and less injection at a node would reach first; -1 for none. */
interface FirstRows {
  readonly more: number;
  readonly less: number;
}

/** Slopes of all rows at the solved state, in shares of their rooms: by the parts of the own and of the other voltage. */
interface Slopes {
  /** [4·rows] as `rowGradients`, loading rows over their room. */
  readonly gradients: Float64Array;
  /** [voltage rows] 1/room to the upper and to the lower end. */
  readonly perHigh: Float64Array;
  readonly perLow: Float64Array;
}

export class EstimatedState {
  private readonly solved: { readonly v: Float64Array; readonly values: Float64Array };
  private readonly column: (node: number) => Float64Array;
  private readonly watchOf: (leg: Leg) => Watch;
  /** [2·node] voltages. */
  private readonly v: Float64Array;
  private slopes: Slopes | null = null;
  private readonly first = new Map<number, FirstRows>();
  /** [2·node], [rows] room for one row at a time. */
  private readonly moved: Float64Array;
  private readonly read: Float64Array;

  /** @param column change of all voltages per p.u. of active power at a free node */
  constructor(
    solved: { readonly v: Float64Array; readonly values: Float64Array },
    column: (node: number) => Float64Array,
    watchOf: (leg: Leg) => Watch,
  ) {
    this.solved = solved;
    this.column = column;
    this.watchOf = watchOf;
    this.v = solved.v.slice();
    this.moved = new Float64Array(solved.v.length);
    this.read = new Float64Array(solved.values.length);
  }

  take({ nodes, pPu }: Change): void {
    const { v } = this;
    for (let n = 0; n < nodes.length; n++) {
      const p = pPu[n]!;
      const column = this.column(nodes[n]!);
      for (let i = 0; i < column.length; i++) v[i]! += p * column[i]!;
    }
  }

  /** Of all legs the limit that would bind first if the trade were larger; null when none moves towards a limit. */
  firstBinding(legs: readonly TradeLeg[]): Binding | null {
    const rows = new Set<number>();
    for (const { change } of legs) {
      change.nodes.forEach((node, n) => {
        const { more, less } = this.firstRowsOf(node);
        rows.add(change.pPu[n]! > 0 ? more : less);
      });
    }
    rows.delete(-1);
    let share = 0;
    let found: Binding | null = null;
    for (const { leg, change } of legs) {
      const w = this.watchOf(leg);
      for (const row of rows) {
        const before = this.valueOf(w, row, NO_CHANGE);
        const value = this.valueOf(w, row, change);
        const here = shareOfRoom(w, row, before, value - before);
        if (here <= share) continue;
        share = here;
        found = bindingOf(w, limitOfRow(w, row, value > before), value, leg);
      }
    }
    return found;
  }

  private firstRowsOf(node: number): FirstRows {
    let rows = this.first.get(node);
    if (!rows) {
      const w = this.watchOf('both');
      this.slopes ??= slopesOf(w, this.solved.v, this.solved.values);
      rows = firstRows(w, this.slopes, this.column(node));
      this.first.set(node, rows);
    }
    return rows;
  }

  /** Of one row after a change, p.u. or percent. */
  private valueOf(w: Watch, row: number, change: Change): number {
    const at = row - w.node.length;
    if (at < 0) this.moveNode(w.node[row]!, change);
    else {
      this.moveNode(w.own[at]!, change);
      if (w.other[at]! >= 0) this.moveNode(w.other[at]!, change);
    }
    readRows(w, this.moved, this.read, row, row + 1);
    return this.read[row]!;
  }

  private moveNode(node: number, { nodes, pPu }: Change): void {
    let e = this.v[2 * node]!;
    let f = this.v[2 * node + 1]!;
    for (let n = 0; n < nodes.length; n++) {
      const column = this.column(nodes[n]!);
      // Slack nodes keep their voltage and stand behind the free ones.
      if (2 * node >= column.length) break;
      e += pPu[n]! * column[2 * node]!;
      f += pPu[n]! * column[2 * node + 1]!;
    }
    this.moved[2 * node] = e;
    this.moved[2 * node + 1] = f;
  }
}

const NO_CHANGE: Change = { nodes: [], pPu: [] };

function slopesOf(w: Watch, v: Float64Array, values: Float64Array): Slopes {
  const voltageRows = w.node.length;
  const gradients = rowGradients(w, v);
  for (let row = 0; row < w.branch.length; row++) {
    const room = w.allowedMax[row]! - values[voltageRows + row]!;
    for (let c = 4 * (voltageRows + row); c < 4 * (voltageRows + row + 1); c++) gradients[c]! /= room;
  }
  return {
    gradients,
    perHigh: w.allowedHigh.map((high, row) => 1 / (high - values[row]!)),
    perLow: w.allowedLow.map((low, row) => 1 / (low - values[row]!)),
  };
}

/** @param column [2·free] change of all voltages per p.u. of injection */
function firstRows(w: Watch, { gradients, perHigh, perLow }: Slopes, column: Float64Array): FirstRows {
  const { node, own, other } = w;
  const found = { more: -1, less: -1 };
  let [more, less] = [0, 0];
  for (let row = 0; row < node.length; row++) {
    const i = 2 * node[row]!;
    if (i >= column.length) continue;
    const slope = gradients[4 * row]! * column[i]! + gradients[4 * row + 1]! * column[i + 1]!;
    const up = slope > 0 ? slope * perHigh[row]! : slope * perLow[row]!;
    const down = slope > 0 ? -slope * perLow[row]! : -slope * perHigh[row]!;
    if (up > more) {
      more = up;
      found.more = row;
    }
    if (down > less) {
      less = down;
      found.less = row;
    }
  }
  for (let row = 0; row < own.length; row++) {
    const at = 4 * (node.length + row);
    const o = 2 * own[row]!;
    const k = 2 * other[row]!;
    let share = 0;
    if (o < column.length) share += gradients[at]! * column[o]! + gradients[at + 1]! * column[o + 1]!;
    if (k >= 0 && k < column.length)
      share += gradients[at + 2]! * column[k]! + gradients[at + 3]! * column[k + 1]!;
    if (share > more) {
      more = share;
      found.more = node.length + row;
    }
    if (-share > less) {
      less = -share;
      found.less = node.length + row;
    }
  }
  return found;
}
