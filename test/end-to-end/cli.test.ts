/** The built command line as scripts use it: answers on stdout, diagnostics on stderr, meaning in the exit code. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'interlock-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Two lines in a row from a source of 110 kV; bus 3 draws `loadMw` over a line rated 30 MVA. */
function feeder(loadMw: number): string {
  return file(
    `feeder${loadMw}.m`,
    `function mpc = feeder
mpc.version = '2';
mpc.baseMVA = 100;
mpc.bus = [
  1 3 0 0 0 0 1 1 0 110 1 1.1 0.9;
  2 1 10 2 0 0 1 1 0 110 1 1.1 0.9;
  3 1 ${loadMw} 3 0 0 1 1 0 110 1 1.1 0.9;
];
mpc.gen = [ 1 0 0 300 -300 1 100 1 300 0; ];
mpc.branch = [
  1 2 0.01 0.05 0.02 60 0 0 0 0 1 -360 360;
  2 3 0.01 0.05 0.02 30 0 0 0 0 1 -360 360;
];
`,
  );
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function interlock(...args: string[]) {
  const run = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join('dist', 'main', 'cli.js'), ...args],
    { encoding: 'utf8' },
  );
  return { code: run.status, out: run.stdout, err: run.stderr };
}

let files = 0;
const trades = (rows: readonly string[], header = 'id,sellerBus,buyerBus,energyKwh,intervalStart') =>
  file(`trades-${++files}.csv`, [header, ...rows].join('\n'));

test('a solved grid within its limits is exit 0, beyond them exit 1, without solution exit 3', () => {
  const solved = interlock('solve', feeder(20), '--json');
  expect(solved.code).toBe(0);
  const answer = JSON.parse(solved.out);
  expect(answer).toMatchObject({ format: 'matpower', baseMva: 100, converged: true, violations: [] });
  expect(answer.buses.map((b: { id: number }) => b.id)).toEqual([1, 2, 3]);
  expect(answer.branches[1]).toMatchObject({ from: 2, to: 3 });
  expect(answer.losses.pMw).toBeCloseTo(
    answer.branches.reduce(
      (sum: number, b: { pFromMw: number; pToMw: number }) => sum + b.pFromMw + b.pToMw,
      0,
    ),
    9,
  );
  expect(interlock('solve', feeder(40)).code).toBe(1);
  const none = interlock('solve', feeder(3000), '--json');
  expect(none.code).toBe(3);
  expect(none.out).not.toContain('vmPu');
});

/** The same two lines; a unit at bus 3 holds 1.05 p.u. with 4 Mvar either way. */
function feederWithUnit(): string {
  return file(
    'unit.m',
    `function mpc = feeder
mpc.version = '2';
mpc.baseMVA = 100;
mpc.bus = [
  1 3 0 0 0 0 1 1 0 110 1 1.1 0.9;
  2 1 10 2 0 0 1 1 0 110 1 1.1 0.9;
  3 2 20 3 0 0 1 1 0 110 1 1.1 0.9;
];
mpc.gen = [
  1 0 0 300 -300 1 100 1 300 0;
  3 5 0 4 -4 1.05 100 1 50 0;
];
mpc.branch = [
  1 2 0.01 0.05 0.02 60 0 0 0 0 1 -360 360;
  2 3 0.01 0.05 0.02 90 0 0 0 0 1 -360 360;
];
`,
  );
}

/** Keeps bus 3 by the ratio of the first line, seven steps either way. */
const tapChanger = {
  branch: 1,
  bus: 3,
  vmPuTarget: 1.03,
  vmPuDeadband: 0.01,
  step: 0,
  stepMin: -7,
  stepMax: 7,
  ratioNeutral: 1,
  ratioPerStep: 0.0125,
  keepsFromSide: false,
};
const controls = (name: string, parts: object) => file(`${name}.json`, JSON.stringify(parts));

test('a state is converged, reachable and within limits: three flags, each with its reason', () => {
  const solved = interlock('solve', feederWithUnit(), '--json');
  const { flags } = JSON.parse(solved.out);
  expect(flags).toMatchObject({ converged: true, reachable: false });
  expect(flags.reasons[0]).toMatchObject({ flag: 'reachable', element: 'generator gen:2' });
  expect(interlock('solve', feederWithUnit()).out).toMatch(
    /converged yes, physically reachable no \(.*gen:2, which can do -4 … 4 Mvar\.\), within limits/,
  );
  expect(interlock('solve', feeder(20)).out).toContain(
    'converged yes, physically reachable yes, within limits yes',
  );
});

test('controls of a file move what they hold until they rest, and the answer says what moved', () => {
  const limits = controls('limits', {
    reactiveLimits: true,
    distributedSlack: [
      { generator: 'gen:1', factor: 1 },
      { generator: 'gen:2', factor: 3, pMwMax: 20 },
    ],
  });
  const limited = interlock('solve', feederWithUnit(), '--controls', limits, '--json');
  expect(limited.code).toBe(0);
  const answer = JSON.parse(limited.out);
  expect(answer.flags).toEqual({ converged: true, reachable: true, withinLimits: true, reasons: [] });
  expect(answer.controls).toMatchObject({
    outcome: 'settled',
    moves: [
      { element: 'generator gen:2', quantity: 'pMw', from: 5, to: 20 },
      { element: 'generator gen:2', quantity: 'qMvar', from: null, to: 4 },
    ],
    notes: [{ code: 'at-end', element: 'generator gen:2' }],
  });
  const taps = controls('taps', { tapChangers: [tapChanger] });
  const stepped = JSON.parse(interlock('solve', feeder(20), '--controls', taps, '--json').out);
  expect(stepped.controls.moves).toMatchObject([{ element: 'branch 1', quantity: 'ratio', from: 1 }]);
  expect(Math.abs(stepped.buses[2].vmPu - 1.03)).toBeLessThanOrEqual(0.01);
  expect(interlock('solve', feeder(20), '--controls', taps).out).toMatch(/controls settled in \d rounds/);
});

test('controls that find no rest are no convergence: no numbers, and the one that hunts is named', () => {
  const narrow = { ...tapChanger, vmPuDeadband: 0.0005, ratioPerStep: 0.05 };
  const file = controls('hunting', { tapChangers: [narrow] });
  const run = interlock('solve', feeder(20), '--controls', file, '--json');
  expect(run.code).toBe(3);
  expect(run.err).toMatch(/no convergence\. .*branch 1 gave up/);
  expect(run.out).not.toContain('vmPu');
  expect(JSON.parse(run.out)).toMatchObject({
    converged: false,
    reason: 'hunting',
    controls: { outcome: 'hunting', notes: [{ code: 'hunting', element: 'branch 1' }] },
  });
});

test('without a solution the diagnosis says how much can be served and where the balance is worst', () => {
  const run = interlock('solve', feeder(3000), '--json');
  const { diagnosis } = JSON.parse(run.out);
  expect(diagnosis).toMatchObject({
    worst: [{ bus: 3, elements: ['load load:3 (3000 MW, 3 Mvar)'] }, { bus: 2 }],
    unitErrors: [{ code: 'power-too-large', element: 'load load:3' }],
  });
  expect(diagnosis.nose.solvedShare).toBeGreaterThan(0.1);
  expect(diagnosis.nose.unsolvedShare - diagnosis.nose.solvedShare).toBeLessThan(1e-3);
  expect(run.err).toContain('Were kW given as MW?');
});

test('the cheapest offers restore the limits, what they cost is shared by the trades, and what they cannot is curtailed', () => {
  const offers = (name: string, kw: number, rest: object = {}) => {
    const shed = { id: 'shed', bus: 3, direction: 'up', blocks: [{ kw, eurPerKwh: 0.2 }], ...rest };
    const useless = { id: 'useless', bus: 2, direction: 'up', blocks: [{ kw: 9000, eurPerKwh: 0.01 }] };
    return file(`${name}.json`, JSON.stringify({ offers: [shed, { ...useless, ...rest }] }));
  };
  const traded = trades(
    ['there,1,3,1000', 'more,1,3,500', 'back,3,1,250'],
    'id,sellerBus,buyerBus,energyKwh',
  );
  const run = interlock(
    'relief',
    feeder(28),
    '--offers',
    offers('ample', 8000),
    '--trades',
    traded,
    '--json',
  );
  expect({ code: run.code, err: run.err }).toEqual({ code: 0, err: '' });
  const { violations, relief, prices, fees } = JSON.parse(run.out);
  expect(violations).toMatchObject([{ element: 2, limit: 'line-loading', limitValue: 100, unit: '%' }]);
  expect(relief).toMatchObject({ outcome: 'restored', offers: [{ id: 'shed', bus: 3 }], remaining: [] });
  // What bus 3 draws by then with its 3 Mvar, of 30 MVA; and a file of its own with that load.
  const drawnMw = 28 + 4 * (1 + 0.5 - 0.25) - relief.offers[0].kw / 1000;
  expect(relief.limits[0].after).toBeCloseTo(Math.hypot(drawnMw, 3) / 0.3, 5);
  expect(relief.limits[0].after).toBeLessThan(100);
  const lossesKw = (loadMw: number) =>
    1000 * JSON.parse(interlock('solve', feeder(loadMw), '--json').out).losses.pMw;
  const lossesPerKw = (lossesKw(drawnMw + 0.05) - lossesKw(drawnMw - 0.05)) / 100;
  expect(Number(relief.offers[0].receivesMicroEur)).toBe(Math.round(relief.offers[0].energyKwh * 200_000));
  // The dearest kilowatt of relief costs 0.2 EUR/kWh at bus 3, and nothing that bus 2 does helps.
  const byBus = new Map<number, { lossesMicroEurPerKwh: number; congestionMicroEurPerKwh: number }>(
    prices.buses.map((b: { bus: number }) => [b.bus, b]),
  );
  expect(byBus.get(3)!.lossesMicroEurPerKwh / 120_000 / lossesPerKw).toBeCloseTo(1, 3);
  expect(byBus.get(3)!.congestionMicroEurPerKwh / 200_000).toBeCloseTo(1, 1);
  expect(Math.abs(byBus.get(2)!.congestionMicroEurPerKwh)).toBeLessThan(1000);
  expect(byBus.get(1)!.congestionMicroEurPerKwh).toBe(0);
  const [there, , back] = fees.trades;
  expect(Number(there.directed.totalMicroEur)).toBeGreaterThan(0);
  expect(Number(back.directed.totalMicroEur)).toBeLessThan(0);
  let shares = BigInt(fees.check.uncoveredMicroEur) + BigInt(fees.check.operatorMicroEur);
  for (const { withSharedRelief: fee } of fees.trades)
    shares += BigInt(fee.congestionMicroEur) + BigInt(fee.voltageMicroEur);
  expect(String(shares)).toBe(relief.offers[0].receivesMicroEur);

  const little = offers('little', 1000);
  const short = interlock('relief', feeder(40), '--offers', little);
  expect(short.code).toBe(1);
  expect(short.out).toMatch(/offers do not suffice[\s\S]*remains 2 line-loading/);
  const plants = file(
    'plants.json',
    JSON.stringify({
      plants: [
        { id: 'gas', rank: 'conventional', bus: 2, kwMax: 5000 },
        { id: 'mill', rank: 'load', bus: 3, kwMax: 20000 },
      ],
    }),
  );
  const cut = interlock('relief', feeder(40), '--offers', little, '--plants', plants);
  expect(cut.code).toBe(0);
  expect(cut.out).toMatch(/conventional: 0\.000 of 5000 kW\n {4}gas keeps 5000\.000 kW: relieves-nothing/);
  expect(cut.out).toMatch(/mill \(load\): \d+\.\d{3} kW/);

  expect(interlock('relief', feeder(3000), '--offers', little, '--json')).toMatchObject({ code: 3 });
  const lost = interlock('relief', feeder(40), '--offers', offers('lost', 5, { bus: 9, kwMin: 'much' }));
  expect(lost).toMatchObject({ code: 2, out: '' });
  expect(lost.err).toMatch(/lost\.json: 4 problems\n {2}offers\[0\]\.bus: 9 is not in the network/);
  expect(interlock('relief', '--help').out).toContain('afterIntervals');
});

test('trades are judged in file order, each on top of those accepted before', () => {
  // 25 MW flow at bus 3; 30 MVA and 3 Mvar leave some 4.8 MW, that is 1.2 MWh in a quarter of an hour.
  const run = interlock(
    'check',
    feeder(25),
    '--json',
    '--trades',
    trades(['a,1,3,1000,', 'b,1,3,1000,', 'c,2,1,5,', 'd,1,3,1000,2026-01-14T17:00:00Z']),
  );
  expect(run.code).toBe(1);
  const { verdicts } = JSON.parse(run.out);
  expect(verdicts.map((v: { verdict: string }) => v.verdict)).toEqual([
    'accepted',
    'reduced',
    'accepted',
    'accepted',
  ]);
  expect(verdicts[1]).toMatchObject({
    energyAskedKwh: 1000,
    decidedBy: 'ac',
    binding: { limit: 'line-loading', limitValue: 100 },
  });
  expect(verdicts[1].energySafeKwh).toBeGreaterThan(50);
  expect(verdicts[1].energySafeKwh).toBeLessThan(400);
  expect(verdicts[1].binding.value).toBeGreaterThan(100);
});

test('each outage alone: what is lost, what is violated, most urgent first', () => {
  const run = interlock('outages', feeder(20), '--json');
  const { outages } = JSON.parse(run.out);
  // One line behind the other: without the first both buses are lost, and all their load; so without the only source.
  expect(outages).toMatchObject([
    { kind: 'branch', branch: 1, outcome: 'splits', lost: { buses: [2, 3], loadMw: 30 } },
    { kind: 'generator', generator: 'gen:1', outcome: 'splits', lost: { buses: [1, 2, 3], loadMw: 30 } },
    {
      kind: 'branch',
      branch: 2,
      outcome: 'splits',
      lost: { buses: [3], loadMw: 20 },
      worst: { violations: 0 },
    },
  ]);
  for (const row of outages) {
    expect(row.isSecure).toBe(row.lost === null && row.worst?.violations === 0);
    if (row.outcome === 'no-solution') expect(row.worst).toBeNull();
  }
  expect(run.code).toBe(1);
  const text = interlock('outages', feeder(20));
  expect(text.out).toMatch(/outages are not secure, the most urgent first:\n {2}branch 1: .*without source/);
  expect(interlock('outages', feeder(3000)).code).toBe(3);
});

test('limits for a short time decide about one leg alone', () => {
  // Bus 3 draws 25 of 30 MVA; a trade inside bus 3 needs nothing of the line, its buyer alone 8 MW more.
  const inside = ['check', feeder(25), '--json', '--trades', trades(['x,3,3,2000,'])];
  const verdict = (...more: string[]) => JSON.parse(interlock(...inside, ...more).out).verdicts[0];
  expect(verdict()).toMatchObject({
    verdict: 'reduced',
    binding: { leg: 'buyer-only', limitClass: 'lasting' },
  });
  expect(verdict('--short-time', '0.8,1.2,150')).toMatchObject({ verdict: 'accepted' });
});

test('trades of an interval are judged as one set, and cut by the rule that was asked for', () => {
  // Some 4.8 MW are left at bus 3, see above.
  const rows = ['a,1,3,1000,30', 'b,1,3,1000,90', 'c,3,1,200,10'];
  const file = trades(rows, 'id,sellerBus,buyerBus,energyKwh,priceEurPerMwh');
  const shares = (rule: string) => {
    const run = interlock('check', feeder(25), '--json', '--trades', file, '--as-set', rule);
    expect(run.code).toBe(1);
    const { sets, verdicts } = JSON.parse(run.out);
    expect(sets).toMatchObject([{ verdict: 'reduced', rule, decidedBy: 'ac' }]);
    return verdicts.map((v: { energySafeKwh: number }) => v.energySafeKwh);
  };
  const [a, b, c] = shares('pro-rata');
  expect(a).toBeCloseTo(b, 0);
  expect(a + b).toBeGreaterThan(1300);
  expect(a + b).toBeLessThan(1500);
  expect(c).toBe(200);
  const [cheap, dear] = shares('least-value-first');
  expect(dear).toBe(1000);
  expect(cheap + dear).toBeCloseTo(a + b, 0);
});

test('bad input is exit 2 and names file, line or element', () => {
  const grid = feeder(20);
  const cases: [string[], RegExp][] = [
    [['solve', join(folder, 'absent.m')], /absent\.m: there is no such file/],
    [['solve', file('broken.m', 'mpc.bus = [ 1 2 3')], /broken\.m/],
    [['solve', grid, '--controls', join(folder, 'absent.json')], /absent\.json: there is no such file/],
    [
      [
        'solve',
        grid,
        '--controls',
        controls('unknown', { tapChangers: [{ ...tapChanger, branch: 'trafo:9' }] }),
      ],
      /unknown\.json: 1 problem\n {2}tapChangers\[0\]\.branch: trafo:9 is not in the network/,
    ],
    [
      ['solve', grid, '--controls', controls('stepped', { tapChangers: [{ ...tapChanger, step: 2 }] })],
      /stepped\.json: .*\n.*branch 1 has ratio 1, its step 2 says 1\.025/,
    ],
    [
      ['solve', grid, '--controls', controls('none', {}), '--tolerance', '1e-4'],
      /--tolerance 0\.0001: with --controls/,
    ],
    [['check', grid, '--trades', trades(['x,1,99,10,'])], /trade x: bus 99 is not in/],
    [['check', grid, '--trades', trades(['x,1,2,ten,'])], /line 2: energyKwh: is not a number/],
    [['check', grid, '--trades', trades(['x,1,2,-1,'])], /line 2: energyKwh: must be above 0/],
    [
      ['check', grid, '--short-time', '0.85,1.1', '--trades', trades(['x,1,2,1,'])],
      /--short-time 0.85,1.1: expected LOW,HIGH,PERCENT/,
    ],
    [
      ['check', grid, '--as-set', 'by-lot', '--trades', trades(['x,1,2,1,'])],
      /--as-set by-lot: known rules are pro-rata, least-value-first/,
    ],
    [
      ['check', grid, '--as-set', 'least-value-first', '--trades', trades(['x,1,2,1,'])],
      /trade x has no priceEurPerMwh/,
    ],
    [['check', grid, '--trades', trades(['x,1,2,0.0001,'])], /line 2: energyKwh: must be whole Wh/],
    [['check', grid, '--trades', trades(['x,1,2,1,', 'x,2,3,1,'])], /line 3: id x stands in line 2 already/],
    [
      ['check', grid, '--voltage-band', '1.1,0.9', '--trades', trades(['x,1,2,1,'])],
      /--voltage-band 1\.1,0\.9/,
    ],
    [['study', grid, '--scenario', file('s.json', '{"name":"x"')], /s\.json/],
    [
      [
        'fees',
        '--store',
        folder,
        '--from',
        '2026-01-01',
        '--to',
        '2026-01-02',
        '--out',
        join(folder, 'r.csv'),
      ],
      /there is no such file/,
    ],
    [
      ['fees', '--store', folder, '--from', 'yesterday', '--to', '2026-01-02', '--out', 'r.csv'],
      /--from yesterday/,
    ],
    [['serve', '--speed', 'fast'], /speed is a number from 1 to 600/],
    [['no-such-command'], /unknown command/],
  ];
  for (const [args, words] of cases) {
    const run = interlock(...args);
    expect({ args, code: run.code }).toEqual({ args, code: 2 });
    expect(run.err).toMatch(words);
    expect(run.out).toBe('');
  }
});

test('a study compares the case with the file as it stands', () => {
  const scenario = file(
    'double.json',
    JSON.stringify({
      name: 'double',
      intervals: 4,
      changes: [{ type: 'scale', what: 'load', segment: '', factor: 1.2 }],
    }),
  );
  const run = interlock('study', feeder(20), '--scenario', scenario, '--json');
  expect(run.err).toBe('');
  const answer = JSON.parse(run.out);
  expect(answer.changed.intervals).toHaveLength(4);
  expect(answer.changed.inputHash).not.toBe(answer.base.inputHash);
});

test('every command explains itself', () => {
  for (const command of [
    [],
    ['solve'],
    ['check'],
    ['outages'],
    ['relief'],
    ['study'],
    ['fees'],
    ['chain', 'verify'],
    ['serve'],
  ]) {
    const run = interlock(...command, '--help');
    expect(run.code).toBe(0);
    expect(run.out).toContain('Usage: interlock');
  }
});
