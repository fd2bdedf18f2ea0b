/**
 * What can be known about a factorisation before any number is: the order of elimination and the list of operations.
 *
 * Done once per topology. Elimination follows the minimum-degree rule on the graph of the matrix (Tinney & Walker 1967,
 * scheme 2): always the node with the fewest remaining neighbours. A tree has no fill. Only integers and fixed
 * tie-breaking decide, so the same pattern gives the same order on every machine.
 */

/** Structurally symmetric sparsity pattern by rows: row i holds columns idx[ptr[i] .. ptr[i+1]), ascending, with the diagonal. */
export interface Pattern {
  readonly n: number;
  readonly ptr: Int32Array;
  readonly idx: Int32Array;
}

/**
 * Factor storage is one array of blocks: n diagonal blocks, then m blocks of U by rows, then m blocks of L by columns.
 * Because the pattern is symmetric, U(k, j) and L(j, k) sit at the same place q of their part.
 */
export interface Symbolic {
  readonly pattern: Pattern;
  readonly n: number;
  /** Blocks in the strictly upper (and in the strictly lower) factor. */
  readonly m: number;
  /** order[k] = row of the matrix eliminated k-th; rank is its inverse. */
  readonly order: Int32Array;
  readonly rank: Int32Array;
  /** Column k of L (row k of U) has the ranks idx[ptr[k] .. ptr[k+1]), ascending. */
  readonly ptr: Int32Array;
  readonly idx: Int32Array;
  /** Per elimination step and pair a < b of its column: place q of (idx[a], idx[b]). The straight run reads it in order. */
  readonly target: Int32Array;
  /** Per entry of the pattern: block of the factor storage where its value starts. */
  readonly home: Int32Array;
}

export function analyse(pattern: Pattern): Symbolic {
  const { n } = pattern;
  const { order, columns } = eliminate(pattern);
  const rank = new Int32Array(n);
  for (let k = 0; k < n; k++) rank[order[k]!] = k;

  const ptr = new Int32Array(n + 1);
  for (let k = 0; k < n; k++) ptr[k + 1] = ptr[k]! + columns[k]!.length;
  const m = ptr[n]!;
  const idx = new Int32Array(m);
  let pairs = 0;
  for (let k = 0; k < n; k++) {
    const start = ptr[k]!;
    const column = columns[k]!;
    for (let a = 0; a < column.length; a++) idx[start + a] = rank[column[a]!]!;
    idx.subarray(start, ptr[k + 1]!).sort();
    pairs += (column.length * (column.length - 1)) / 2;
  }
  return {
    pattern,
    n,
    m,
    order,
    rank,
    ptr,
    idx,
    target: targets(n, ptr, idx, pairs),
    home: homes(pattern, rank, ptr, idx),
  };
}

/** Minimum-degree elimination on an explicit graph; `columns[k]` are the neighbours left when order[k] goes. */
function eliminate(pattern: Pattern): { order: Int32Array; columns: number[][] } {
  const { n, ptr, idx } = pattern;
  const adjacent: number[][] = new Array(n);
  for (let i = 0; i < n; i++) {
    const neighbours: number[] = [];
    for (let p = ptr[i]!; p < ptr[i + 1]!; p++) if (idx[p] !== i) neighbours.push(idx[p]!);
    adjacent[i] = neighbours;
  }
  const queue = new DegreeQueue(n);
  for (let i = n - 1; i >= 0; i--) queue.put(i, adjacent[i]!.length);

  const order = new Int32Array(n);
  const columns: number[][] = new Array(n);
  const mark = new Int32Array(n).fill(-1);
  for (let k = 0; k < n; k++) {
    const pivot = queue.takeLowest();
    const neighbours = adjacent[pivot]!;
    order[k] = pivot;
    columns[k] = neighbours;
    for (const i of neighbours) {
      // The neighbours of an eliminated node become neighbours of each other: this is the fill.
      const own = adjacent[i]!;
      let kept = 0;
      for (const j of own) {
        if (j === pivot) continue;
        own[kept++] = j;
        mark[j] = i;
      }
      own.length = kept;
      mark[i] = i;
      for (const j of neighbours) if (mark[j] !== i) own.push(j);
      for (const j of own) mark[j] = -1;
      mark[i] = -1;
      queue.remove(i);
      queue.put(i, own.length);
    }
  }
  return { order, columns };
}

/** Nodes in doubly linked lists by degree: taking the lowest and moving a node are O(1) in practice. */
class DegreeQueue {
  readonly head: Int32Array;
  readonly next: Int32Array;
  readonly previous: Int32Array;
  readonly degree: Int32Array;
  lowest = 0;

  constructor(n: number) {
    this.head = new Int32Array(n + 1).fill(-1);
    this.next = new Int32Array(n).fill(-1);
    this.previous = new Int32Array(n).fill(-1);
    this.degree = new Int32Array(n);
  }

  put(node: number, degree: number): void {
    const first = this.head[degree]!;
    this.degree[node] = degree;
    this.next[node] = first;
    this.previous[node] = -1;
    if (first >= 0) this.previous[first] = node;
    this.head[degree] = node;
    if (degree < this.lowest) this.lowest = degree;
  }

  remove(node: number): void {
    const before = this.previous[node]!;
    const after = this.next[node]!;
    if (before >= 0) this.next[before] = after;
    else this.head[this.degree[node]!] = after;
    if (after >= 0) this.previous[after] = before;
  }

  takeLowest(): number {
    while (this.head[this.lowest]! < 0) this.lowest++;
    const node = this.head[this.lowest]!;
    this.remove(node);
    return node;
  }
}

function targets(n: number, ptr: Int32Array, idx: Int32Array, pairs: number): Int32Array {
  const target = new Int32Array(pairs);
  const place = new Int32Array(n);
  // Pairs of step k are written grouped by their smaller member i; rows i are unpacked into `place` one at a time,
  // so each step needs the place of (i, j) for its own i only.
  let t = 0;
  for (let k = 0; k < n; k++) {
    const end = ptr[k + 1]!;
    for (let a = ptr[k]!; a < end - 1; a++) {
      const i = idx[a]!;
      for (let q = ptr[i]!; q < ptr[i + 1]!; q++) place[idx[q]!] = q;
      for (let b = a + 1; b < end; b++) target[t++] = place[idx[b]!]!;
    }
  }
  return target;
}

function homes(pattern: Pattern, rank: Int32Array, ptr: Int32Array, idx: Int32Array): Int32Array {
  const { n } = pattern;
  const m = ptr[n]!;
  const home = new Int32Array(pattern.idx.length);
  for (let i = 0; i < n; i++) {
    const row = rank[i]!;
    for (let p = pattern.ptr[i]!; p < pattern.ptr[i + 1]!; p++) {
      const column = rank[pattern.idx[p]!]!;
      if (row === column) home[p] = row;
      else if (row < column) home[p] = n + find(idx, ptr[row]!, ptr[row + 1]!, column);
      else home[p] = n + m + find(idx, ptr[column]!, ptr[column + 1]!, row);
    }
  }
  return home;
}

function find(idx: Int32Array, from: number, to: number, wanted: number): number {
  let low = from;
  let high = to - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (idx[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  if (idx[low] !== wanted) throw new Error(`sparse: entry ${wanted} missing, the pattern is not symmetric`);
  return low;
}
