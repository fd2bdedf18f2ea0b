import { expect, test } from 'vitest';
import type { Topology } from '../../preload/contract/grid.ts';
import { pictureOf } from './footprint.ts';

const branch = (name: string, path: number[]): Topology['branches'][number] => ({
  id: name,
  name,
  kind: 'line',
  from: 0,
  to: 1,
  segment: '',
  level: 1,
  open: false,
  path: new Float32Array(path),
  route: new Float32Array(),
});
const topology = {
  branches: [
    branch('a', [0, 0, 0, 100]),
    branch('b', [0, 100, 50, 100]),
    branch('near', [50, 100, 60, 120]),
    branch('far', [900, 900, 990, 900]),
    branch('undrawn', []),
  ],
  busbars: [
    { bus: 7, x0: -400, x1: 400, y: 0 },
    { bus: 8, x0: 500, x1: 900, y: 0 },
  ],
};

test('the branches a trade loads are drawn by their share, the busbar they hang on and their neighbours thin, the far ones not', () => {
  const picture = pictureOf(topology, [
    { branch: 0, changeKw: -0.4 },
    { branch: 1, changeKw: 0.1 },
  ]);
  expect(picture?.lines.map(l => [l.name, l.weight])).toEqual([
    ['a', 1],
    ['b', 0.25],
  ]);
  expect(picture?.around.map(l => l.name)).toEqual(['busbar 7', 'near']);
  expect(picture?.viewBox).toBe('-8 -8 66 116');
});

test('branches without a place in the diagram give no picture rather than a wrong one', () => {
  expect(pictureOf(topology, [{ branch: 4, changeKw: 1 }])).toBeNull();
  expect(pictureOf(topology, [{ branch: 77, changeKw: 1 }])).toBeNull();
  expect(pictureOf(topology, [])).toBeNull();
});
