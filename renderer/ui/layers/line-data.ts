/** Binary attributes of line layers. Each array is wrapped once, so that deck.gl uploads only what changed. */
import type { Segments } from './segments.ts';

interface Attribute {
  readonly value: Float32Array | Uint8Array;
  readonly size: number;
  /** Bytes are shares of 255. */
  readonly normalized?: true;
}

const wrapped = new WeakMap<Float32Array | Uint8Array, Attribute>();

export interface LineData {
  readonly length: number;
  readonly attributes: Readonly<Record<string, Attribute>>;
}

export function lineData(segments: Segments, colours?: Uint8Array, widthsPx?: Float32Array): LineData {
  return {
    length: segments.count,
    attributes: {
      getSourcePosition: attribute(segments.source, 2),
      getTargetPosition: attribute(segments.target, 2),
      ...(colours ? { getColor: attribute(colours, 4) } : {}),
      ...(widthsPx ? { getWidth: attribute(widthsPx, 1) } : {}),
    },
  };
}

export function attribute(value: Float32Array | Uint8Array, size: number): Attribute {
  const known = wrapped.get(value);
  if (known) return known;
  const made: Attribute = value instanceof Uint8Array ? { value, size, normalized: true } : { value, size };
  wrapped.set(value, made);
  return made;
}
