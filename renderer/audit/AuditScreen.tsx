import './audit.css';
import { useState } from 'react';
import type { AuditRow } from '../../preload/contract/audit.ts';
import { client } from '../session/client.ts';
import { useQuery, useStream } from '../session/hooks.ts';
import { usePages } from '../session/pages.ts';
import { Button } from '../ui/Button.tsx';
import type { Column } from '../ui/DataTable.tsx';
import { formatNumber } from '../ui/numbers.ts';
import { PagedTable } from '../ui/PagedTable.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Await, EmptyState, LoadingState } from '../ui/States.tsx';
import { formatStamp } from '../ui/times.ts';
import { auditWords } from './audit-words.ts';
import { SelectedEntry } from './SelectedEntry.tsx';

/** What gives way in a narrow window stands in the panel of the picked entry. */
const COLUMNS: readonly Column<AuditRow>[] = [
  { key: 'sequence', title: 'No.', align: 'right', width: '64px', render: r => formatNumber(r.sequence, 0) },
  { key: 'at', title: 'Market time', width: '164px', render: r => formatStamp(r.atMs) },
  {
    key: 'wall',
    title: 'Wall clock (UTC)',
    width: '164px',
    givesWay: 2,
    render: r => r.wallClock.slice(0, 19).replace('T', ' '),
  },
  { key: 'who', title: 'Who', width: '100px', render: r => r.who },
  { key: 'action', title: 'Action', width: '144px', render: r => r.action },
  {
    key: 'subject',
    title: 'Subject',
    width: 'minmax(120px, 1fr)',
    givesWay: 3,
    render: r => <span title={r.subject}>{r.subject}</span>,
  },
  {
    key: 'words',
    title: 'What',
    width: 'minmax(300px, 3fr)',
    render: r => <span title={auditWords(r)}>{auditWords(r)}</span>,
  },
  {
    key: 'hash',
    title: 'Hash',
    width: '112px',
    givesWay: 1,
    render: r => (
      <span className="mono" title={r.hash}>
        {r.hash.slice(0, 10)}…
      </span>
    ),
  },
];

/** Who did what and when, each entry chained to the one before by its hash. */
export default function AuditScreen() {
  const revision = useStream('audit', 'revision', {});
  const [text, setText] = useState('');
  const [verified, setVerified] = useState(0);
  // The entry itself rather than its number: it never changes, and stays when the list is narrowed.
  const [picked, setPicked] = useState<AuditRow | null>(null);
  const pages = usePages<AuditRow>(text, revision.value?.length ?? 0, (offset, limit, signal) =>
    client.query('audit', 'page', { text, offset, limit }, signal),
  );
  return (
    <div className="audit">
      <Panel
        title="Audit log"
        note={pages.total === undefined ? '' : `${formatNumber(pages.total, 0)} entries, newest first`}
        tools={
          <>
            <input
              className="field"
              type="search"
              aria-label="Text as recorded, in any field"
              placeholder="Text as recorded"
              value={text}
              maxLength={100}
              onChange={event => setText(event.target.value)}
            />
            <Button onPress={() => setVerified(verified + 1)}>Verify the chain of hashes</Button>
          </>
        }
      >
        {verified > 0 && <Verification run={verified} />}
        <PagedTable
          label="Audit log"
          what="the audit log"
          pages={pages}
          columns={COLUMNS}
          keyOf={r => String(r.sequence)}
          selected={picked === null ? null : String(picked.sequence)}
          onPick={setPicked}
          empty={
            <EmptyState
              what={text === '' ? 'Nothing on record yet.' : 'No entry holds this text.'}
              how="Every command, acknowledgement and override stands here from the moment it is given."
            />
          }
        />
      </Panel>
      {picked && <SelectedEntry entry={picked} onClear={() => setPicked(null)} />}
    </div>
  );
}

function Verification(props: { run: number }) {
  const answer = useQuery('audit', 'verify', {}, props.run);
  // The verdict of the run before says nothing about what was written since.
  if (answer.loading) return <LoadingState what="every entry of the chain" />;
  return (
    <div className="audit-verdict" role="status">
      <Await reading={answer} what="the check of every entry">
        {v =>
          v.valid ? (
            <p>
              <strong className="audit-good">✓ Unbroken.</strong> {formatNumber(v.entries, 0)} entries follow
              from one another. Head <span className="mono">{v.head}</span>
            </p>
          ) : (
            <p>
              <strong className="audit-bad">▲ Broken at entry {formatNumber(v.brokenAt, 0)}.</strong>{' '}
              {formatNumber(v.entries, 0)} entries before it hold; what follows was changed, removed or
              inserted. Keep a copy of the file and compare the head with one noted elsewhere before.
            </p>
          )
        }
      </Await>
    </div>
  );
}
