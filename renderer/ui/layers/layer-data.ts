/**
 * Binary attributes of layers. The same arrays give the same object, so that deck.gl uploads and draws only what changed.
 */
import type { Segments } from './segments.ts';

interface Attribute {
  readonly value: Float32Array | Uint8Array;
  readonly size: number;
  /** Bytes are shares of 255. */
  readonly normalized?: true;
}

export interface LayerData {
  readonly length: number;
  readonly attributes: Readonly<Record<string, Attribute>>;
}

export function lineData(segments: Segments, colours?: Uint8Array, widthsPx?: Float32Array): LayerData {
  return layerData(segments.count, {
    getSourcePosition: [segments.source, 2],
    getTargetPosition: [segments.target, 2],
    ...(colours ? { getColor: [colours, 4] } : {}),
    ...(widthsPx ? { getWidth: [widthsPx, 1] } : {}),
  });
}

/** @param position [2 × count] x, y */
export function pointData(
  position: Float32Array,
  more: { readonly colours?: Uint8Array; readonly radius?: Float32Array } = {},
): LayerData {
  return layerData(position.length / 2, {
    getPosition: [position, 2],
    ...(more.colours ? { getFillColor: [more.colours, 4] } : {}),
    ...(more.radius ? { getRadius: [more.radius, 1] } : {}),
  });
}

/** By the array of positions, which is the first attribute: what was last made of it. */
const made = new WeakMap<Float32Array | Uint8Array, LayerData>();

function layerData(
  length: number,
  parts: Readonly<Record<string, readonly [Float32Array | Uint8Array, number]>>,
): LayerData {
  const entries = Object.entries(parts);
  const positions = entries[0]![1][0];
  const last = made.get(positions);
  const isSame =
    last !== undefined &&
    Object.keys(last.attributes).length === entries.length &&
    entries.every(([name, [value]]) => last.attributes[name]?.value === value);
  if (isSame) return last;
  const attributes = Object.fromEntries(
    entries.map(([name, [value, size]]) => [
      name,
      last?.attributes[name]?.value === value ? last.attributes[name] : attribute(value, size),
    ]),
  );
  const data = { length, attributes };
  made.set(positions, data);
  return data;
}

function attribute(value: Float32Array | Uint8Array, size: number): Attribute {
  return value instanceof Uint8Array ? { value, size, normalized: true } : { value, size };
}
