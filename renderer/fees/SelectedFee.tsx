import { useEffect, useRef, useState } from 'react';
import { useQuery } from '../session/hooks.ts';
import { go } from '../session/selection.ts';
import { Button } from '../ui/Button.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Await, EmptyState, LoadingState } from '../ui/States.tsx';
import { INTERVAL_S } from '../ui/times.ts';
import { Waterfall } from './Waterfall.tsx';

/**
 * The selected trade's fee, also when its delivery lies outside the chosen period.
 * @param interval where it is known (picked in the table); null: the book is asked
 */
export function SelectedFee(props: { id: string; interval: number | null; revision: number }) {
  const detail = useQuery('trades', 'detail', props.interval === null ? { id: props.id } : null);
  const interval = props.interval ?? detail.value?.row.interval ?? null;
  // Pages of the one interval, one after the other until the trade is found. Rows are only added, so it cannot move back.
  const [offset, setOffset] = useState(0);
  // A settled fee is final: it is not read again.
  const settled = useRef(false);
  const revision = useRef(props.revision);
  if (!settled.current) revision.current = props.revision;
  const page = useQuery(
    'fees',
    'page',
    interval === null
      ? null
      : { fromMs: interval * 1000, toMs: (interval + INTERVAL_S) * 1000, offset, limit: PAGE_ROWS_MAX },
    revision.current,
  );
  const row = page.value?.rows.find(r => r.tradeId === props.id);
  settled.current = row?.settled ?? false;
  const more = page.value !== undefined && row === undefined && offset + PAGE_ROWS_MAX < page.value.total;
  useEffect(() => {
    if (more) setOffset(offset + PAGE_ROWS_MAX);
  }, [more, offset]);

  return (
    <Panel
      title="Selected trade"
      className="fees-selected"
      tools={
        <>
          <Button onPress={() => go({ screen: 'trades', trade: props.id })}>Verdict</Button>
          <Button kind="quiet" label="Clear the selected trade" onPress={() => go({ trade: null })}>
            ✕
          </Button>
        </>
      }
    >
      {interval === null ? (
        <Await reading={detail} what="the trade">
          {() => null}
        </Await>
      ) : (
        <Await reading={page} what="the fee" stillWorks="Trades, with the verdict.">
          {() => {
            if (row) return <Waterfall row={row} />;
            if (more) return <LoadingState what="the fee" />;
            return (
              <EmptyState
                what={`Trade ${props.id} has no fee on chain.`}
                how="The fee stands here as soon as a verdict that accepts some of its energy is in a verified block. A rejected trade pays none."
              />
            );
          }}
        </Await>
      )}
    </Panel>
  );
}

/** The most that one answer holds. */
const PAGE_ROWS_MAX = 500;
