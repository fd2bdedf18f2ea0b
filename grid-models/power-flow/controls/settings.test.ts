import fc from 'fast-check';
import { expect, test } from 'vitest';
import { baseInjection, buildModel, type GridModel } from '../../network/build.ts';
import { GENERATOR_CONTROL } from '../../network/network.ts';
import { solve } from '../solve.ts';
import { buses, grid, line, load, meshedGrid, shunt, slack, unit } from '../testing/grid.ts';
import { injectionWith, modelSource, networkWith, settingsOf } from './settings.ts';

const SAME_PU = 1e-10;

function expectSame(cheap: GridModel, rebuilt: GridModel): void {
  expect([...cheap.nodeOfBus]).toEqual([...rebuilt.nodeOfBus]);
  expect([...cheap.vmPuSet]).toEqual([...rebuilt.vmPuSet]);
  expect([...cheap.admittance.pattern.idx]).toEqual([...rebuilt.admittance.pattern.idx]);
  for (const part of ['re', 'im'] as const) {
    for (const [p, value] of rebuilt.admittance[part].entries())
      expect(Math.abs(cheap.admittance[part][p]! - value)).toBeLessThan(SAME_PU);
  }
  for (const key of ['ffRe', 'ffIm', 'ftRe', 'ftIm', 'tfRe', 'tfIm', 'ttRe', 'ttIm'] as const) {
    for (const [e, value] of rebuilt.branchAdmittance[key].entries())
      expect(Math.abs(cheap.branchAdmittance[key][e]! - value)).toBeLessThan(SAME_PU);
  }
}

test('a model with other taps, shunts, set points and kinds of units is the one built from that network', () => {
  const share = fc.double({ min: 0.9, max: 1.1, noNaN: true });
  const moves = fc.array(
    fc.record({ ratio: share, shunt: share, set: share, pq: fc.boolean(), at: fc.nat() }),
    { minLength: 1, maxLength: 6 },
  );
  fc.assert(
    fc.property(meshedGrid, moves, (plain, steps) => {
      const network = { ...plain, shunt: grid({ shunt: [shunt(0, -0.2), shunt(2, 0.1)] }).shunt };
      const settings = settingsOf(network);
      const modelOf = modelSource(buildModel(network));
      for (const step of steps) {
        settings.ratio[step.at % network.branch.count] = step.ratio;
        settings.shuntQMvar[step.at % 2] = step.shunt;
        const g = step.at % network.generator.count;
        settings.vmPuSet[g] = step.set;
        if (g > 0) settings.control[g] = step.pq ? GENERATOR_CONTROL.pq : GENERATOR_CONTROL.pv;
        expectSame(modelOf(settings), buildModel(networkWith(network, settings)));
      }
    }),
  );
});

test('a branch open at one end takes its new ratio too, and pattern and analysis are kept', () => {
  const charged = { ...line(0, 1, 0.01, 0.02), bFromPu: 0.1, bToPu: 0.1 };
  const network = grid({
    bus: buses(3),
    branch: [
      { ...charged, toClosed: 0 },
      { ...charged, fromClosed: 0, id: 'b' },
      line(0, 2, 0.1, 0.2),
      line(1, 2, 0.1, 0.2),
    ],
    generator: [slack(0)],
  });
  const model = buildModel(network);
  const settings = settingsOf(network);
  settings.ratio.fill(1.07);
  const altered = modelSource(model)(settings);
  expectSame(altered, buildModel(networkWith(network, settings)));
  expect(altered.admittance.pattern).toBe(model.admittance.pattern);
  expect(model.network.branch.ratio[0]).toBe(1);
});

test('the injection with the settings is the one the altered network states', () => {
  const network = grid({
    bus: buses(2),
    branch: [line(0, 1, 0.01, 0.1)],
    load: [load(1, 0.5, 0.2)],
    generator: [slack(0), unit(1, 0.3, 1, -0.1, 0.1)],
  });
  const settings = settingsOf(network);
  settings.addedPMw[1] = 0.05;
  settings.control[1] = GENERATOR_CONTROL.pq;
  settings.addedQMvar[1] = 0.1;
  const stated = baseInjection(networkWith(network, settings));
  const added = injectionWith(network, baseInjection(network), settings);
  expect([...added.pMw]).toEqual([...stated.pMw]);
  expect([...added.qMvar]).toEqual([...stated.qMvar]);
  expect(solve(modelSource(buildModel(network))(settings), added).converged).toBe(true);
});
