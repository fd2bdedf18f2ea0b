import type { Pages } from '../session/pages.ts';
import { type Column, DataTable, type Sort } from './DataTable.tsx';
import { FailedState, LoadingState } from './States.tsx';

/** A table over rows that come page by page, in all its states. `empty` stands where there is not a single row. */
export function PagedTable<T>(props: {
  label: string;
  what: string;
  pages: Pages<T>;
  columns: readonly Column<T>[];
  keyOf: (row: T) => string;
  empty: React.ReactNode;
  selected?: string | null;
  onPick?: (row: T) => void;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
}) {
  const { pages } = props;
  if (pages.failure && pages.total === undefined)
    return (
      <FailedState
        what={`Could not read ${props.what}`}
        why={pages.failure.message}
        sinceMs={pages.failure.sinceMs}
        onAgain={pages.again}
      />
    );
  if (pages.total === undefined) return <LoadingState what={props.what} />;
  if (pages.total === 0) return props.empty;
  return (
    <>
      {pages.failure && (
        <p className="note-stale" role="status">
          Old: {props.what} could not be read again. {pages.failure.message}
        </p>
      )}
      <DataTable
        label={props.label}
        columns={props.columns}
        rowCount={pages.total}
        rowAt={pages.rowAt}
        keyOf={props.keyOf}
        onView={pages.onView}
        selected={props.selected ?? null}
        {...(props.onPick ? { onPick: props.onPick } : {})}
        {...(props.sort ? { sort: props.sort } : {})}
        {...(props.onSort ? { onSort: props.onSort } : {})}
      />
    </>
  );
}
