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

const COLUMNS: readonly Column<AuditRow>[] = [
  { key: 'sequence', title: 'No.', align: 'right', width: '72px', render: r => formatNumber(r.sequence, 0) },
  { key: 'at', title: 'Market time', width: '170px', render: r => formatStamp(r.atMs) },
  {
    key: 'wall',
    title: 'Wall clock (UTC)',
    width: '170px',
    render: r => r.wallClock.slice(0, 19).replace('T', ' '),
  },
  { key: 'who', title: 'Who', width: '120px', render: r => r.who },
  { key: 'action', title: 'Action', width: '170px', render: r => r.action },
  {
    key: 'subject',
    title: 'Subject',
    width: 'minmax(140px, 1fr)',
    render: r => <span title={r.subject}>{r.subject}</span>,
  },
  {
    key: 'detail',
    title: 'Detail',
    width: 'minmax(200px, 2fr)',
    render: r => <span title={r.detail}>{r.detail}</span>,
  },
  {
    key: 'hash',
    title: 'Hash',
    width: '110px',
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
              aria-label="Text in any column"
              placeholder="Text in any column"
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
          empty={
            <EmptyState
              what={text === '' ? 'Nothing on record yet.' : 'No entry holds this text.'}
              how="Every command, acknowledgement and override stands here from the moment it is given."
            />
          }
        />
      </Panel>
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
