import { useState } from 'react';
import type { ChainState } from '../../preload/contract/chain.ts';
import { useQuery } from '../session/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { formatNumber } from '../ui/numbers.ts';
import { Panel } from '../ui/Panel.tsx';
import { Await, EmptyState } from '../ui/States.tsx';
import { BlockDetail } from './BlockDetail.tsx';
import { Strip } from './Strip.tsx';
import {
  newerBefore,
  olderBefore,
  PAGE_BLOCKS,
  type StripColumn,
  shownColumn,
  stripColumns,
} from './strip-rows.ts';

/** The last blocks as a strip that follows the head, older ones page by page, and the chosen one in full. */
export function Blocks(props: { state: ChainState }) {
  const { state } = props;
  const [before, setBefore] = useState<number | null>(null);
  const [picked, setPicked] = useState<StripColumn | null>(null);
  // An older page does not change when a block comes.
  const page = useQuery('chain', 'blocks', { before, limit: PAGE_BLOCKS }, before === null ? state.head : 0);
  const blocks = page.value?.blocks ?? [];
  const columns = stripColumns(blocks, before === null ? state.fault : null);
  const older = olderBefore(blocks);
  const turn = (to: number | null) => {
    setBefore(to);
    setPicked(null);
  };
  const following = before === null && picked === null;
  return (
    <Panel
      title="Blocks"
      note={rangeWords(columns)}
      className="chain-blocks"
      tools={
        <>
          <Button
            blocked={older === null ? 'There is no older block.' : null}
            reasonElsewhere
            onPress={() => turn(older)}
          >
            ◀ Older
          </Button>
          <Button
            blocked={before === null ? 'These are the newest.' : null}
            reasonElsewhere
            onPress={() => before !== null && turn(newerBefore(before, state.head))}
          >
            Newer ▶
          </Button>
          <Button pressed={following} onPress={() => turn(null)}>
            Follow the newest
          </Button>
        </>
      }
    >
      <Await reading={page} what="the blocks" stillWorks="the verdict above and the endpoints below.">
        {() => {
          const shown = shownColumn(columns, picked);
          if (shown === null)
            return (
              <EmptyState
                what="No block yet."
                how="Each block stands here as a column as soon as it was executed and every check on it is done."
              />
            );
          return (
            <div className="chain-strip-and-detail">
              <Strip columns={columns} endpoints={state.endpoints} shown={shown} onPick={setPicked} />
              <BlockDetail column={shown} validators={state.validators} />
            </div>
          );
        }}
      </Await>
    </Panel>
  );
}

function rangeWords(columns: readonly StripColumn[]): string {
  const oldest = columns.at(-1);
  const newest = columns[0];
  if (oldest === undefined || newest === undefined) return '';
  return `${formatNumber(oldest.number, 0)} to ${formatNumber(newest.number, 0)}, newest at the right`;
}
