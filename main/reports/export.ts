/** A fee report in the format asked for, with its file name and media type. */
import { feeReportCsv } from './csv.ts';
import type { FeeReport } from './fee-report.ts';
import { feeReportPdf } from './pdf.ts';
import { feeReportXlsx } from './xlsx.ts';

export type ReportFormat = 'csv' | 'xlsx' | 'pdf';

export interface ReportFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const MEDIA_TYPE: Record<ReportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};

export async function exportFeeReport(report: FeeReport, format: ReportFormat): Promise<ReportFile> {
  const write = { csv: feeReportCsv, xlsx: feeReportXlsx, pdf: feeReportPdf }[format];
  const day = (ms: number) =>
    new Date(ms).toISOString().slice(0, 16).replaceAll(/[-:]/g, '').replace('T', '-');
  return {
    fileName: `grid-fees-${day(report.fromMs)}-${day(report.toMs)}.${format}`,
    mediaType: MEDIA_TYPE[format],
    bytes: new Uint8Array(await write(report)),
  };
}
