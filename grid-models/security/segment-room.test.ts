import { expect, test } from 'vitest';
import { baseInjection, buildModel } from '../network/build.ts';
import type { Network } from '../network/network.ts';
import { solve } from '../power-flow/solve.ts';
import { type FeederOptions, feeder } from '../sensitivity/testing/feeder.ts';
import type { LimitReading } from './assessment.ts';
import { networkLimits } from './limits.ts';
import { segmentRoom } from './segment-room.ts';

/** Room in the one segment of a feeder at the injections its load table states. */
function room(options: FeederOptions) {
  const [found, ...others] = rooms(feeder(options));
  expect(others).toEqual([]);
  return { up: found?.up, down: found?.down };
}

function rooms(network: Network) {
  const model = buildModel(network);
  const state = solve(model, baseInjection(network));
  if (!state.converged) throw new Error(state.message);
  const closes = (reading: LimitReading | null) => reading && `${reading.element} ${reading.limit}`;
  return segmentRoom(model, networkLimits(network), state).map(({ segment, up, down }) => ({
    segment,
    up: closes(up),
    down: closes(down),
  }));
}

test('far from every limit both directions are open', () => {
  expect(room({ loadsKw: [4, 4, 4] })).toEqual({ up: null, down: null });
});

test('an overload by consumption closes less injection and leaves more of it open', () => {
  expect(room({ transformerKva: 100, loadsKw: [35, 35, 35] })).toEqual({
    up: null,
    down: 'T1 transformer-loading',
  });
});

test('an overload by feed-in closes more injection and leaves less of it open', () => {
  expect(room({ transformerKva: 100, loadsKw: [-35, -35, -35] })).toEqual({
    up: 'T1 transformer-loading',
    down: null,
  });
});

test('a voltage at its upper end closes more injection, one at its lower end less', () => {
  const thin = { rOhm: 0.08, cableA: 1000, transformerKva: 1000 };
  expect(room({ ...thin, loadsKw: [0, 0, -80] })).toEqual({ up: 'B3 voltage-high', down: null });
  expect(room({ ...thin, loadsKw: [0, 0, 60] })).toEqual({ up: null, down: 'B3 voltage-low' });
});

test('feed-in overloads one end while consumption lowers the voltage of the other: both are closed, each by its own limit', () => {
  // B1 hangs on the busbar by a cable that its own plant overloads; B2 and B3 are a long street of consumers.
  const found = room({
    loadsKw: [-60, 0, 50],
    parents: [0, 0, 2],
    rOhm: 0.08,
    cableA: 85,
    transformerKva: 1000,
    vmPuMin: 0.95,
    vmPuMax: 1.2,
  });
  expect(found).toEqual({ up: 'C1 line-loading', down: 'B3 voltage-low' });
});

test('a ring that some of its buses load and others relieve closes both directions', () => {
  // The plant at B1 and the consumer at B2 push their energy over the tie R1 between them.
  const found = room({
    loadsKw: [-60, 60],
    parents: [0, 0],
    rings: [[1, 2]],
    cableA: 60,
    transformerKva: 1000,
  });
  expect(found).toEqual({ up: 'R1 line-loading', down: 'R1 line-loading' });
});

test('where no bus of its segment moves an overload its direction is unknown: both directions are closed', () => {
  // The transformer's to end is the source here, a segment of its own: what the source takes moves nothing.
  const network = feeder({ transformerKva: 100, loadsKw: [35, 35, 35] });
  const { bus, branch } = network;
  const turned = {
    ...network,
    bus: { ...bus, segment: bus.segment.map((name, row) => (row === 0 ? 'Source' : name)) },
    branch: {
      ...branch,
      from: branch.from.map((row, k) => (k === 0 ? branch.to[0]! : row)),
      to: branch.to.map((row, k) => (k === 0 ? branch.from[0]! : row)),
    },
  };
  expect(rooms(turned)).toEqual([
    { segment: 'Source', up: 'T1 transformer-loading', down: 'T1 transformer-loading' },
    { segment: 'F1', up: null, down: null },
  ]);
});
