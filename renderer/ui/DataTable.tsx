// biome-ignore-all lint/a11y/useSemanticElements: a virtualised grid positions its rows, which table elements cannot
// biome-ignore-all lint/a11y/useFocusableInteractive: focus stays on the grid, which names its active row
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useState } from 'react';
import { fittingColumns, leastWidthPx } from './fitting-columns.ts';
import { useSize } from './use-size.ts';

export interface Column<T> {
  readonly key: string;
  readonly title: string;
  /** Said once, in the head. */
  readonly unit?: string;
  /** Numbers stand right. */
  readonly align?: 'left' | 'right';
  /** CSS grid track, such as '90px' or 'minmax(120px, 2fr)'. */
  readonly width: string;
  readonly render: (row: T) => ReactNode;
  /** Value for `onSort`; absent: not sortable. */
  readonly sort?: string;
  /** Left out where the columns do not fit, the highest first; for what is also said elsewhere. */
  readonly givesWay?: number;
}

export interface Sort {
  readonly by: string;
  readonly descending: boolean;
}

const ROW_PX = 26;

/**
 * A table that draws only what is in view. Rows may be missing (undefined) while their page is on its way. Keyboard:
 * arrows, Page, Home, End move; Enter or Space picks.
 */
export function DataTable<T>(props: {
  label: string;
  columns: readonly Column<T>[];
  rowCount: number;
  rowAt: (index: number) => T | undefined;
  keyOf: (row: T) => string;
  selected?: string | null;
  onPick?: (row: T) => void;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  /** Called with the first and last row in view, so that their pages can be read. */
  onView?: (first: number, last: number) => void;
  rowHeight?: number;
}) {
  const { rowCount, rowAt, keyOf, onPick, onView } = props;
  const { ref: scroll, width } = useSize<HTMLDivElement>();
  const { shown: columns, leftOut } = fittingColumns(props.columns, width);
  const [active, setActive] = useState(0);
  const id = useId();
  const rowHeight = props.rowHeight ?? ROW_PX;
  const virtual = useVirtualizer({
    count: rowCount,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => onView?.(first, last), [onView, first, last]);
  // Head and rows share one template and one width, or their columns would part where the window is narrow.
  const tracks = {
    gridTemplateColumns: columns.map(c => c.width).join(' '),
    minWidth: leastWidthPx(columns),
  };

  function move(event: KeyboardEvent): void {
    const page = Math.max(1, Math.floor((scroll.current?.clientHeight ?? 0) / rowHeight) - 2);
    const target: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: rowCount - 1,
    };
    const next = target[event.key];
    if (next !== undefined) {
      event.preventDefault();
      const clamped = Math.max(0, Math.min(rowCount - 1, next));
      setActive(clamped);
      virtual.scrollToIndex(clamped);
      return;
    }
    const row = rowAt(active);
    if ((event.key === 'Enter' || event.key === ' ') && row !== undefined && onPick) {
      event.preventDefault();
      onPick(row);
    }
  }

  return (
    <div className="table">
      <div
        ref={scroll}
        className="table-scroll"
        role="grid"
        aria-label={props.label}
        aria-rowcount={rowCount + 1}
        aria-colcount={columns.length}
        aria-activedescendant={rowCount > 0 ? `${id}-${active}` : undefined}
        tabIndex={0}
        onKeyDown={event => {
          if (event.target === event.currentTarget) move(event);
        }}
      >
        <div className="table-head" role="row" aria-rowindex={1} style={tracks}>
          {columns.map(column => (
            <Head key={column.key} column={column} sort={props.sort} onSort={props.onSort} />
          ))}
        </div>
        <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {items.map(item => {
            const row = rowAt(item.index);
            const key = row === undefined ? undefined : keyOf(row);
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys for its active row
              <div
                key={item.key}
                id={`${id}-${item.index}`}
                role="row"
                tabIndex={-1}
                aria-rowindex={item.index + 2}
                aria-selected={key !== undefined && key === props.selected}
                className={`table-row virtual ${onPick ? 'pickable' : ''} ${item.index === active ? 'active' : ''}`}
                style={{
                  ...tracks,
                  height: rowHeight,
                  transform: `translateY(${item.start}px)`,
                }}
                onClick={() => {
                  setActive(item.index);
                  if (row !== undefined) onPick?.(row);
                }}
              >
                {columns.map(column => (
                  <div
                    key={column.key}
                    role="gridcell"
                    className={`table-cell ${column.align === 'right' ? 'right' : ''}`}
                  >
                    {row === undefined ? <span className="table-waiting" /> : column.render(row)}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
      {leftOut.length > 0 && (
        <p className="table-left-out">Not shown for lack of room: {leftOut.map(c => c.title).join(', ')}.</p>
      )}
    </div>
  );
}

function Head<T>(props: {
  column: Column<T>;
  sort: Sort | undefined;
  onSort: ((sort: Sort) => void) | undefined;
}) {
  const { column, sort, onSort } = props;
  const face = (
    <>
      {column.title}
      {column.unit !== undefined && <span className="unit"> {column.unit}</span>}
    </>
  );
  const sorted = column.sort !== undefined && sort?.by === column.sort ? sort : undefined;
  const by = column.sort;
  return (
    <div
      role="columnheader"
      className={`table-cell ${column.align === 'right' ? 'right' : ''}`}
      aria-sort={sorted ? (sorted.descending ? 'descending' : 'ascending') : undefined}
    >
      {by !== undefined && onSort ? (
        <button
          type="button"
          className="table-sort"
          data-sorted={sorted ? '' : undefined}
          onClick={() => onSort({ by, descending: sorted ? !sorted.descending : false })}
        >
          {face}
          <span aria-hidden="true">{sorted ? (sorted.descending ? '↓' : '↑') : ''}</span>
        </button>
      ) : (
        face
      )}
    </div>
  );
}
