import { expect, test } from 'vitest';
import { topologyOfBranches } from '../ui/layers/testing/topology.ts';
import {
  carryingRows,
  footprintNote,
  footprintRows,
  type SolvedFootprint,
  voltageBus,
} from './footprint-rows.ts';

const topology = topologyOfBranches([{ path: [0, 0, 0, 1] }, { path: [0, 1, 0, 2] }, { path: [0, 2, 0, 3] }]);
const footprint: SolvedFootprint = {
  solved: true,
  kw: 24,
  scheduled: true,
  branches: [
    { branch: 1, flowKw: -60, bySensitivityKw: -24, byTracingKw: -15 },
    { branch: 0, flowKw: 40, bySensitivityKw: -12, byTracingKw: 10 },
    { branch: 2, flowKw: 0, bySensitivityKw: 3, byTracingKw: 0 },
    { branch: 9, flowKw: 1, bySensitivityKw: 1, byTracingKw: 1 },
  ],
  lossesKw: -0.2,
  lossesByTracingKw: 0.4,
  voltage: { bus: 1, vmPuChange: -0.002 },
  explanation: 'Why.',
};

test('a change is said against the flow that is there, whichever way the branch was drawn; the part is always with it', () => {
  expect(footprintRows(topology, footprint)).toEqual([
    {
      branch: 1,
      id: 'l1',
      name: topology.branches[1]!.name,
      way: 'with',
      changeKw: 24,
      partKw: 15,
      partPercent: 25,
    },
    {
      branch: 0,
      id: 'l0',
      name: topology.branches[0]!.name,
      way: 'against',
      changeKw: -12,
      partKw: 10,
      partPercent: 25,
    },
    {
      branch: 2,
      id: 'l2',
      name: topology.branches[2]!.name,
      way: null,
      changeKw: 3,
      partKw: 0,
      partPercent: null,
    },
  ]);
});

test('the picture is about the branches that carry the trade, not about its losses upstream or what it only has a part of', () => {
  const branches = [
    { branch: 0, flowKw: 500, bySensitivityKw: 1.2, byTracingKw: 24 },
    { branch: 1, flowKw: 60, bySensitivityKw: -24, byTracingKw: 0 },
    { branch: 2, flowKw: 60, bySensitivityKw: 0, byTracingKw: 24 },
  ];
  expect(carryingRows(footprintRows(topology, { ...footprint, branches })).map(r => r.id)).toEqual(['l1']);
  expect(carryingRows([])).toEqual([]);
});

test('what changes most stands first, and a change too small to be written has no direction', () => {
  const branches = [
    { branch: 0, flowKw: 500, bySensitivityKw: -0.004, byTracingKw: 24 },
    { branch: 1, flowKw: 60, bySensitivityKw: -2, byTracingKw: 0 },
    { branch: 2, flowKw: 60, bySensitivityKw: 3, byTracingKw: 0 },
  ];
  expect(footprintRows(topology, { ...footprint, branches }).map(r => [r.id, r.way])).toEqual([
    ['l2', 'with'],
    ['l1', 'against'],
    ['l0', null],
  ]);
});

test('the note says whether the trade is part of the schedule or was put on top of it', () => {
  expect(footprintNote(footprint, 1_768_413_600)).toMatch(/^24\.0 kW in the schedule of \d\d:\d\d/);
  expect(footprintNote({ ...footprint, scheduled: false }, 1_768_413_600)).toMatch(
    /^24\.0 kW as if it ran, on top of the schedule of \d\d:\d\d/,
  );
});

test('the voltage is that of a bus by its name, and of none where nothing changes or the bus is not known', () => {
  expect(voltageBus(topology, footprint)).toEqual({
    id: topology.buses[1]!.id,
    name: topology.buses[1]!.name,
  });
  expect(voltageBus(topology, { ...footprint, voltage: null })).toBeNull();
  expect(voltageBus(topology, { ...footprint, voltage: { bus: 99, vmPuChange: 1 } })).toBeNull();
});
