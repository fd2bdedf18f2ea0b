import { useState } from 'react';
import { client, type Input } from '../session/client.ts';
import { useConnection } from '../session/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { formatNumber } from '../ui/numbers.ts';
import type { Period } from './period.ts';

type Format = Input<'fees', 'export'>['format'];
type Outcome =
  | { readonly state: 'idle' }
  | { readonly state: 'writing'; readonly format: Format }
  | { readonly state: 'done'; readonly fileName: string; readonly bytes: number }
  | { readonly state: 'failed'; readonly format: Format; readonly why: string };

const FORMATS: readonly { readonly format: Format; readonly holds: string }[] = [
  { format: 'csv', holds: 'Every row and a total row, integers in Wh and micro-euro, times in UTC' },
  { format: 'xlsx', holds: 'The rows of the CSV as a workbook, and a sheet that says what they rest on' },
  { format: 'pdf', holds: 'For paper: the totals of all rows, and the first 2,000 rows' },
];

/** The report of the period as a file. Reads only, so it needs the console but not the interlock. */
export function ExportButtons(props: { period: Period }) {
  const [outcome, setOutcome] = useState<Outcome>({ state: 'idle' });
  const reachable = useConnection().state === 'connected';
  const writing = outcome.state === 'writing';

  async function save(format: Format): Promise<void> {
    setOutcome({ state: 'writing', format });
    try {
      const { fileName, mediaType, bytes } = await client.query('fees', 'export', {
        ...props.period,
        format,
      });
      download(new Blob([new Uint8Array(bytes)], { type: mediaType }), fileName);
      setOutcome({ state: 'done', fileName, bytes: bytes.length });
    } catch (error) {
      setOutcome({ state: 'failed', format, why: error instanceof Error ? error.message : String(error) });
    }
  }

  return (
    <>
      <span className="fees-saved" role="status">
        <OutcomeWords outcome={outcome} />
      </span>
      {FORMATS.map(({ format, holds }) => (
        <Button
          key={format}
          label={`Export as ${format.toUpperCase()}`}
          title={holds}
          busy={writing}
          blocked={reachable ? null : 'The console is not reachable: no report can be read.'}
          reasonElsewhere={format !== 'csv'}
          onPress={() => void save(format)}
        >
          {format.toUpperCase()}
        </Button>
      ))}
    </>
  );
}

function OutcomeWords(props: { outcome: Outcome }) {
  const { outcome } = props;
  switch (outcome.state) {
    case 'idle':
      return null;
    case 'writing':
      return `Writing the ${outcome.format.toUpperCase()}…`;
    case 'done':
      return `Handed over for saving: ${outcome.fileName}, ${formatNumber(outcome.bytes / 1000, 1)} kB`;
    case 'failed':
      return (
        <span className="fees-bad">
          ▲ No {outcome.format.toUpperCase()} was saved: {outcome.why}
        </span>
      );
  }
}

function download(blob: Blob, fileName: string): void {
  const url = URL.createObjectURL(blob);
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = fileName;
  anchor.click();
  // Not at once: the file is fetched from this address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}

const KEPT_MS = 60_000;
