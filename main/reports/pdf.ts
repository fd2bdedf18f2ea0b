/** The fee report for paper: what it covers, the totals three ways, the rows. Fonts come with the library; same input, same bytes. */
import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { COLUMNS, heading } from './columns.ts';
import type { FeeReport } from './fee-report.ts';
import { inertText } from './inert-text.ts';

/** Rows on paper; beyond, the paper gives the totals and points to the file formats that hold all rows. */
const ROWS_MAX = 2_000;
/** Columns that fit a landscape page. */
const ON_PAPER = [
  'trade',
  'interval_start_utc',
  'seller_point',
  'buyer_point',
  'energy_wh',
  'losses_micro_eur',
  'congestion_micro_eur',
  'voltage_micro_eur',
  'fixed_micro_eur',
  'fee_micro_eur',
];
const TITLES: Record<string, string> = {
  trade: 'Trade',
  interval_start_utc: 'Delivery (UTC)',
  seller_point: 'Seller',
  buyer_point: 'Buyer',
  energy_wh: 'kWh',
  losses_micro_eur: 'Losses €',
  congestion_micro_eur: 'Congestion €',
  voltage_micro_eur: 'Voltage €',
  fixed_micro_eur: 'Fixed €',
  fee_micro_eur: 'Fee €',
};

export async function feeReportPdf(report: FeeReport): Promise<Uint8Array> {
  // The library's browser build carries its fonts inside: nothing is read from disk or network.
  const { default: pdfMake } = await import('pdfmake/build/pdfmake.js');
  const { default: fonts } = await import('pdfmake/build/vfs_fonts.js');
  pdfMake.addVirtualFileSystem(fonts);
  return new Uint8Array(await pdfMake.createPdf(definition(report)).getBuffer());
}

function definition(report: FeeReport): TDocumentDefinitions {
  const columns = COLUMNS.filter(column => ON_PAPER.includes(column.title));
  const shown = report.lines.slice(0, ROWS_MAX);
  const rows: TableCell[][] = [
    columns.map(column => ({
      text: TITLES[column.title] ?? column.title,
      bold: true,
      alignment: isAmount(column.title) ? 'right' : 'left',
    })),
    ...shown.map(line => columns.map(column => paperCell(column.title, column.value(line)))),
    columns.map(column => ({ ...paperCell(column.title, column.total(report.totals)), bold: true })),
  ];
  const cut: Content[] =
    shown.length < report.lines.length
      ? [
          {
            text: `The first ${shown.length} of ${report.lines.length} rows; the CSV and XLSX exports hold all of them. The totals are of all rows.`,
            margin: [0, 6, 0, 0],
          },
        ]
      : [];
  // A fixed date: the report is a function of its data, not of the moment it was printed.
  const made = new Date(report.toMs);
  return {
    pageSize: 'A4',
    pageOrientation: 'landscape',
    pageMargins: [30, 30, 30, 36],
    info: {
      title: 'Grid fees',
      creator: 'Interlock',
      producer: 'Interlock',
      creationDate: made,
      modDate: made,
    },
    defaultStyle: { fontSize: 8 },
    footer: (page, pages) => ({
      text: `Grid fees · page ${page} of ${pages}`,
      alignment: 'right',
      margin: [0, 8, 30, 0],
      fontSize: 7,
    }),
    content: [
      { text: 'Grid fees', fontSize: 16, margin: [0, 0, 0, 8] },
      {
        table: {
          body: heading(report.fromMs, report.toMs, report.totals)
            .slice(1)
            .map(([label, value]) => [{ text: label, bold: true }, value]),
        },
        layout: 'noBorders',
      },
      {
        table: {
          body: [
            [
              { text: 'Sum of the parts', bold: true },
              { text: 'Verdicts on chain', bold: true },
              { text: 'Settled so far', bold: true },
            ],
            [
              euro(report.totals.rowsMicroEur),
              euro(report.totals.chainMicroEur),
              euro(report.totals.settledMicroEur),
            ],
          ],
        },
        layout: 'lightHorizontalLines',
        margin: [0, 8, 0, 8],
      },
      {
        table: {
          headerRows: 1,
          body: rows,
          widths: columns.map(column => (isAmount(column.title) ? 'auto' : '*')),
        },
        layout: 'lightHorizontalLines',
      },
      ...cut,
    ],
  };
}

function isAmount(title: string): boolean {
  return title.endsWith('_micro_eur') || title === 'energy_wh';
}

function paperCell(
  title: string,
  value: string | bigint | null,
): { text: string; alignment: 'left' | 'right' } {
  if (value === null) return { text: '', alignment: 'left' };
  if (typeof value === 'string') return { text: inertText(value), alignment: 'left' };
  return { text: title === 'energy_wh' ? decimal(value, 3) : decimal(value, 6), alignment: 'right' };
}

function euro(microEur: bigint): string {
  return `${decimal(microEur, 6)} €`;
}

/** Exact decimal text of an integer in the given power of ten. */
export function decimal(value: bigint, places: number): string {
  const sign = value < 0n ? '−' : '';
  const digits = (value < 0n ? -value : value).toString().padStart(places + 1, '0');
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
