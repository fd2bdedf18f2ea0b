import fc from 'fast-check';
import { unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { exportFeeReport } from './export.ts';
import { type FeeLine, feeReport, unequalLines } from './fee-report.ts';
import { inertText } from './inert-text.ts';
import { decimal } from './pdf.ts';

const HEAD = { number: 81_204, hash: `0x${'ab'.repeat(32)}` };
const DAY = { fromMs: Date.UTC(2026, 0, 13), toMs: Date.UTC(2026, 0, 14) };
const NOON_S = Date.UTC(2026, 0, 13, 12) / 1000;

const amount = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n });
const line: fc.Arbitrary<FeeLine> = fc
  .record({
    id: fc.nat(100_000),
    quarter: fc.nat(90),
    energyWh: fc.bigInt({ min: 1n, max: 10n ** 12n }),
    losses: amount,
    congestion: amount,
    voltage: amount,
    fixed: amount,
    settled: fc.boolean(),
    name: fc.string(),
  })
  .map(r => {
    const feeMicroEur = r.losses + r.congestion + r.voltage + r.fixed;
    return {
      tradeId: String(r.id),
      interval: NOON_S - 43_200 + r.quarter * 900,
      sellerPoint: r.name,
      buyerPoint: 'P2',
      energyWh: r.energyWh,
      lossesMicroEur: r.losses,
      congestionMicroEur: r.congestion,
      voltageMicroEur: r.voltage,
      fixedMicroEur: r.fixed,
      feeMicroEur,
      settledWh: r.settled ? r.energyWh : null,
      settledMicroEur: r.settled ? feeMicroEur : null,
      blockNumber: 7,
    };
  });

const one: FeeLine = {
  tradeId: '9',
  interval: NOON_S,
  sellerPoint: 'P1',
  buyerPoint: 'P2',
  energyWh: 1500n,
  lossesMicroEur: 10n,
  congestionMicroEur: -4n,
  voltageMicroEur: 0n,
  fixedMicroEur: 3n,
  feeMicroEur: 9n,
  settledWh: 1500n,
  settledMicroEur: 9n,
  blockNumber: 12,
};

test('the sum of the rows, of the parts and of the chain are one number, whatever the trades', () => {
  fc.assert(
    fc.property(fc.array(line), lines => {
      const { totals, lines: rows } = feeReport(lines, DAY, HEAD);
      const fees = rows.reduce((sum, row) => sum + row.feeMicroEur, 0n);
      expect(totals.rowsMicroEur).toBe(fees);
      expect(totals.chainMicroEur).toBe(fees);
      expect(
        totals.lossesMicroEur + totals.congestionMicroEur + totals.voltageMicroEur + totals.fixedMicroEur,
      ).toBe(fees);
      expect(totals.equal).toBe(true);
    }),
  );
});

test('one micro-euro between parts and fee, or between verdict and settlement, is found and its row named', () => {
  expect(feeReport([{ ...one, feeMicroEur: 10n, settledMicroEur: 10n }], DAY, HEAD).totals.equal).toBe(false);
  expect(unequalLines([one, { ...one, tradeId: '10', settledMicroEur: 8n }]).map(l => l.tradeId)).toEqual([
    '10',
  ]);
});

test('the period takes deliveries that start in it: its first instant, not its last', () => {
  const at = (ms: number) => ({ ...one, interval: ms / 1000 });
  expect(feeReport([at(DAY.fromMs), at(DAY.toMs), at(DAY.fromMs - 900_000)], DAY, HEAD).lines).toHaveLength(
    1,
  );
});

test('the CSV read back sums to the chain, row by row and in the total', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 20 }), async lines => {
      const report = feeReport(
        lines.map(l => ({ ...l, sellerPoint: 'P1' })),
        DAY,
        HEAD,
      );
      const text = new TextDecoder().decode((await exportFeeReport(report, 'csv')).bytes);
      const rows = text
        .trimEnd()
        .split('\r\n')
        .slice(1)
        .map(row => row.split(','));
      const fees = rows.slice(0, -1).map(row => BigInt(row[9] ?? ''));
      expect(fees.reduce((a, b) => a + b, 0n)).toBe(report.totals.chainMicroEur);
      expect(BigInt(rows.at(-1)?.[9] ?? '')).toBe(report.totals.chainMicroEur);
    }),
    { numRuns: 30 },
  );
});

test('the workbook read back holds the same integers, and text where a spreadsheet would lose digits', async () => {
  const huge = 2n ** 70n;
  const report = feeReport(
    [one, { ...one, tradeId: '10', fixedMicroEur: huge, feeMicroEur: huge + 6n, settledMicroEur: null }],
    DAY,
    HEAD,
  );
  const { bytes } = await exportFeeReport(report, 'xlsx');
  const [sheet] = await readWorkbook(Buffer.from(bytes));
  const rows = sheet?.data ?? [];
  expect(rows[1]?.[9]).toBe(9);
  expect(rows[2]?.[9]).toBe(String(huge + 6n));
  expect(rows[3]?.[9]).toBe(String(huge + 15n));
});

test('exporting twice gives the same bytes in every format', async () => {
  const report = feeReport([one], DAY, HEAD);
  for (const format of ['csv', 'xlsx', 'pdf'] as const) {
    const [a, b] = [await exportFeeReport(report, format), await exportFeeReport(report, format)];
    expect(Buffer.compare(Buffer.from(a.bytes), Buffer.from(b.bytes)), format).toBe(0);
    expect(a.bytes.length).toBeGreaterThan(100);
  }
  expect(new TextDecoder().decode((await exportFeeReport(report, 'pdf')).bytes.slice(0, 5))).toBe('%PDF-');
});

test('where the other area let less through, the settled fee is the verdict’s by what flowed, toward zero', () => {
  const part = { ...one, settledWh: 500n };
  expect(unequalLines([{ ...part, settledMicroEur: 3n }])).toEqual([]);
  expect(unequalLines([{ ...part, settledMicroEur: 9n }])).toHaveLength(1);
  const relief = { ...part, fixedMicroEur: -16n, feeMicroEur: -10n };
  expect(unequalLines([{ ...relief, settledMicroEur: -3n }])).toEqual([]);
  expect(unequalLines([{ ...relief, settledMicroEur: -4n }])).toHaveLength(1);
});

test('a name that begins like a formula is inert in every export, and negative numbers stay numbers', async () => {
  for (const name of ['=cmd|calc', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])
    expect(inertText(name).startsWith("'"), name).toBe(true);
  const report = feeReport(
    [
      {
        ...one,
        sellerPoint: '=HYPERLINK("http://x")',
        feeMicroEur: -4n,
        lossesMicroEur: 0n,
        fixedMicroEur: 0n,
        settledWh: null,
        settledMicroEur: null,
      },
    ],
    DAY,
    HEAD,
  );
  const csv = new TextDecoder().decode((await exportFeeReport(report, 'csv')).bytes);
  expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`);
  expect(csv).toContain(',-4,');
  const sheet = unzipSync((await exportFeeReport(report, 'xlsx')).bytes)['xl/worksheets/sheet1.xml'];
  expect(new TextDecoder().decode(sheet)).not.toContain('<f>');
});

test('amounts on paper are exact decimals', () => {
  expect(decimal(1n, 6)).toBe('0.000001');
  expect(decimal(-1_234_567n, 6)).toBe('−1.234567');
  expect(decimal(2n ** 80n, 3)).toBe('1208925819614629174706.176');
});
