import type { AuditRow } from '../../preload/contract/audit.ts';
import { formatEuro } from '../ui/amounts.ts';
import { Button } from '../ui/Button.tsx';
import { formatNumber } from '../ui/numbers.ts';
import { Panel } from '../ui/Panel.tsx';
import { formatStamp } from '../ui/times.ts';
import { auditWords, prettyDetail } from './audit-words.ts';

/** The picked entry with all its fields, as its hash covers them. */
export function SelectedEntry(props: { entry: AuditRow; onClear: () => void }) {
  const { entry } = props;
  return (
    <Panel
      title={`Entry ${formatNumber(entry.sequence, 0)}`}
      note={auditWords(entry)}
      className="audit-entry"
      tools={
        <Button kind="quiet" label="Clear the picked entry" onPress={props.onClear}>
          ✕
        </Button>
      }
      padded
    >
      <dl className="facts">
        <dt>Who</dt>
        <dd>{entry.who}</dd>
        <dt>Action</dt>
        <dd>{entry.action}</dd>
        <dt>Subject</dt>
        <dd className="mono">{entry.subject}</dd>
        <dt>Market time</dt>
        <dd>{formatStamp(entry.atMs)}</dd>
        <dt>Wall clock (UTC)</dt>
        <dd>{entry.wallClock}</dd>
        {entry.costMicroEur !== null && (
          <>
            <dt>Cost, by the offers on chain</dt>
            <dd>{formatEuro(entry.costMicroEur)} € (not part of the entry)</dd>
          </>
        )}
        <dt>Hash</dt>
        <dd className="mono">{entry.hash}</dd>
        <dt>Hash before it</dt>
        <dd className="mono">{entry.previousHash}</dd>
        <dt>Detail</dt>
        <dd>
          <pre className="audit-detail">{prettyDetail(entry.detail)}</pre>
        </dd>
      </dl>
    </Panel>
  );
}
