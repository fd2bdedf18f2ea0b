/** Straight pieces as WebGL wants them: two ends per piece, growing without a copy per element. */

/** Attributes of a line layer; `owner` says which row of the topology a piece belongs to. */
export interface Segments {
  readonly count: number;
  /** [2 × count] x, y of each end. */
  readonly source: Float32Array;
  readonly target: Float32Array;
  readonly owner: Int32Array;
}

export const NO_SEGMENTS: Segments = {
  count: 0,
  source: new Float32Array(0),
  target: new Float32Array(0),
  owner: new Int32Array(0),
};

export class SegmentList {
  private source: Float32Array;
  private target: Float32Array;
  private owner: Int32Array;
  private count = 0;

  constructor(expected: number) {
    this.source = new Float32Array(2 * Math.max(expected, 1));
    this.target = new Float32Array(2 * Math.max(expected, 1));
    this.owner = new Int32Array(Math.max(expected, 1));
  }

  push(owner: number, x0: number, y0: number, x1: number, y1: number): void {
    if (this.count === this.owner.length) this.grow();
    const at = 2 * this.count;
    this.source[at] = x0;
    this.source[at + 1] = y0;
    this.target[at] = x1;
    this.target[at + 1] = y1;
    this.owner[this.count++] = owner;
  }

  /** The part of a way between two shares 0..1 of its length. */
  pushPart(owner: number, way: ArrayLike<number>, length: number, fromShare: number, toShare: number): void {
    const begin = length * fromShare;
    const end = length * toShare;
    let at = 0;
    for (let i = 2; i < way.length && at < end; i += 2) {
      const ax = way[i - 2]!;
      const ay = way[i - 1]!;
      const dx = way[i]! - ax;
      const dy = way[i + 1]! - ay;
      const piece = Math.sqrt(dx * dx + dy * dy);
      if (piece === 0) continue;
      const t0 = Math.max(0, (begin - at) / piece);
      const t1 = Math.min(1, (end - at) / piece);
      if (t0 < t1) this.push(owner, ax + t0 * dx, ay + t0 * dy, ax + t1 * dx, ay + t1 * dy);
      at += piece;
    }
  }

  take(): Segments {
    return {
      count: this.count,
      source: this.source.subarray(0, 2 * this.count),
      target: this.target.subarray(0, 2 * this.count),
      owner: this.owner.subarray(0, this.count),
    };
  }

  private grow(): void {
    const wider = (old: Float32Array) => {
      const next = new Float32Array(2 * old.length);
      next.set(old);
      return next;
    };
    this.source = wider(this.source);
    this.target = wider(this.target);
    const owner = new Int32Array(2 * this.owner.length);
    owner.set(this.owner);
    this.owner = owner;
  }
}
