import { expect, test } from 'vitest';
import { demonstrationNetwork } from '../../grid-models/demonstration/demonstration-network.ts';
import { localTime } from '../../grid-models/demonstration/local-time.ts';
import { pointInjector } from '../../grid-models/demonstration/point-injection.ts';
import { forecastKw } from '../../grid-models/demonstration/profiles.ts';
import { connectionPoints } from '../../grid-models/network/connection-points.ts';
import { type StudyBase, StudyInputError } from './case.ts';
import { runStudy } from './run.ts';
import { Studies } from './service.ts';

const network = demonstrationNetwork(1);
const points = connectionPoints(network);
const DAY_START_S = Date.UTC(2026, 0, 13, 23) / 1000;

function presentDay(intervals: number): StudyBase {
  const injector = pointInjector(network, points);
  const starts = Array.from({ length: intervals }, (_, k) => DAY_START_S + k * 900);
  const injections = starts.map(start => {
    const { minuteOfDay, dayKind } = localTime(start);
    return injector.injection(
      Float64Array.from(points, p => forecastKw(p, { minuteOfDay, dayKind, season: 'winter' })),
    );
  });
  return { network, points, season: 'winter', intervals: starts, injections };
}

const evening = {
  ...presentDay(80),
  intervals: presentDay(80).intervals.slice(70),
  injections: presentDay(80).injections.slice(70),
};

test('a study without changes gives the present twice, under the same hash', () => {
  const result = runStudy(evening, { name: 'Nothing', intervals: 10, changes: [] }, () => {});
  expect(result.changed.worstLoadingPercent).toEqual(result.base.worstLoadingPercent);
  expect(result.changed.inputHash).toBe(result.base.inputHash);
});

test('doubling the heat pumps loads the grid more in every evening interval, and the sentences say so', () => {
  const result = runStudy(
    evening,
    {
      name: 'More heat',
      intervals: 10,
      changes: [{ type: 'scale', what: 'heat-pump', segment: '', factor: 2 }],
    },
    () => {},
  );
  for (let k = 0; k < 10; k++)
    expect(result.changed.lossesMw[k]).toBeGreaterThan(result.base.lossesMw[k] ?? 0);
  expect(result.changed.inputHash).not.toBe(result.base.inputHash);
  expect(result.sentences[0]).toBe('Heat pumps everywhere are multiplied by 2.');
});

test('every unknown segment and switch of a scenario is named at once, and nothing runs', () => {
  let steps = 0;
  const run = () =>
    runStudy(
      evening,
      {
        name: 'Wrong',
        intervals: 10,
        changes: [
          { type: 'switch', element: 'no-such-switch', closed: true },
          { type: 'scale', what: 'pv', segment: 'Atlantis', factor: 2 },
        ],
      },
      () => {
        steps++;
      },
    );
  expect(run).toThrow(StudyInputError);
  expect(run).toThrow(/no-such-switch.*Atlantis/);
  expect(steps).toBe(0);
});

test('taking every load away a hundredfold too far leaves intervals without solution and without numbers', () => {
  const result = runStudy(
    evening,
    { name: 'Collapse', intervals: 10, changes: [{ type: 'scale', what: 'load', segment: '', factor: 20 }] },
    () => {},
  );
  const failed = result.changed.converged.flatMap((ok, k) => (ok ? [] : [k]));
  expect(failed.length).toBeGreaterThan(0);
  for (const k of failed) expect(result.changed.worstLoadingPercent[k]).toBeNaN();
  expect(result.sentences.at(-1)).toMatch(/no power flow solution/);
});

test('the service reports progress from its worker, and leaving the loop ends the worker', async () => {
  let elapsed = 0;
  const studies = new Studies({ at: () => evening }, { elapsedMs: () => (elapsed += 500) });
  const seen: number[] = [];
  for await (const progress of studies.run(
    { name: 'Case', intervals: 10, changes: [] },
    new AbortController().signal,
  )) {
    seen.push(progress.done);
    if (progress.result) expect(progress.result.seconds).toBe(0.5);
  }
  expect(seen[0]).toBe(0);
  expect(seen.at(-1)).toBe(20);
  for await (const progress of studies.run(
    { name: 'Left', intervals: 10, changes: [] },
    new AbortController().signal,
  )) {
    expect(progress.done).toBe(0);
    break;
  }
});
