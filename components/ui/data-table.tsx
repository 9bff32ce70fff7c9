'use client';

import {
  columnVisibilityFeature,
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useLocale } from 'next-intl';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { classNames } from './class-names';
import { ColumnHead } from './column-head';

export interface ColumnSpec<Row> {
  id: string;
  title: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Gives the column a sort button: texts by the page's language, numbers by size, null last. */
  sort?: (row: Row) => string | number | null;
  /** Numbers stand at the end. */
  align?: 'start' | 'end';
  /** Keeps the column this wide; without it the table decides. */
  width?: number;
  /** Left out below 640 px. */
  wideOnly?: boolean;
}

interface Props<Row> {
  /** What the table lists, for screen readers. */
  label: string;
  columns: readonly ColumnSpec<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  initialSort?: { id: string; desc: boolean };
  /** The rows are of the question before; they stay, dimmed, until the new ones are here. */
  isStale?: boolean;
  /** Below the rows: LoadMore, or what to say when there are none. */
  footer?: ReactNode;
  /** Puts only the rows in sight into the page and scrolls in a box of its own, which fills its parent. */
  virtual?: { total: number; onEnd?: () => void };
  className?: string;
}

const features = tableFeatures({
  columnVisibilityFeature,
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
});

const rowHeight = 40;

/** A table of things: sortable where its rows are all here, virtual where there are many. */
export function DataTable<Row extends object>({
  label,
  columns,
  rows,
  rowId,
  initialSort,
  isStale,
  footer,
  virtual,
  className,
}: Props<Row>) {
  const locale = useLocale();
  const [sorting, setSorting] = useState<SortingState>(initialSort ? [initialSort] : []);
  const data = useMemo(() => [...rows], [rows]);
  const definitions = useMemo(() => {
    const helper = createColumnHelper<typeof features, Row>();
    const collator = new Intl.Collator(locale, { numeric: true });
    return helper.columns(
      columns.map((column) =>
        helper.accessor((row) => column.sort?.(row) ?? undefined, {
          id: column.id,
          enableSorting: column.sort !== undefined,
          sortUndefined: 'last',
          sortFn: (a, b, id) => compare(a.getValue(id), b.getValue(id), collator),
        }),
      ),
    );
  }, [columns, locale]);
  const table = useTable({
    features,
    columns: definitions,
    data,
    getRowId: rowId,
    state: { sorting },
    onSortingChange: setSorting,
  });

  const box = useRef<HTMLDivElement>(null);
  const body = table.getRowModel().rows;
  const virtualizer = useVirtualizer({
    count: body.length,
    enabled: virtual !== undefined,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => body[index]?.id ?? index,
    overscan: 12,
    initialRect: { width: 0, height: 800 },
  });
  const items = virtual ? virtualizer.getVirtualItems() : null;
  const shown = items ? items.flatMap(({ index }) => body[index] ?? []) : body;
  const before = items?.[0]?.start ?? 0;
  const after = items ? virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0) : 0;

  const lastIndex = items?.at(-1)?.index ?? -1;
  const onEnd = virtual?.onEnd;
  useEffect(() => {
    if (lastIndex >= body.length - 20 && lastIndex >= 0) onEnd?.();
  }, [lastIndex, body.length, onEnd]);

  return (
    <div
      ref={box}
      className={classNames(
        'min-w-0 rounded-lg border border-line bg-surface',
        virtual ? 'min-h-0 flex-1 overflow-auto' : 'overflow-x-auto',
        className,
      )}
    >
      <table
        aria-label={label}
        aria-rowcount={virtual ? virtual.total + 1 : undefined}
        className="w-full border-collapse"
      >
        <thead className={virtual && 'sticky top-0 z-10'}>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map((header) => {
                const column = columns.find(({ id }) => id === header.column.id);
                return (
                  column && (
                    <ColumnHead
                      key={header.id}
                      column={column}
                      sorted={header.column.getIsSorted()}
                      onSort={column.sort && (() => header.column.toggleSorting())}
                    />
                  )
                );
              })}
            </tr>
          ))}
        </thead>
        <tbody className={classNames('divide-y divide-line', isStale && 'dimmed')}>
          {before > 0 && <tr aria-hidden style={{ height: before }} />}
          {shown.map((row) => (
            <tr
              key={row.id}
              data-index={row.index}
              ref={virtual ? virtualizer.measureElement : undefined}
              aria-rowindex={virtual ? row.index + 2 : undefined}
              className="hover:bg-hover"
              style={{ height: rowHeight }}
            >
              {columns.map((column) => (
                <td key={column.id} className={cellLook(column)}>
                  {column.cell(row.original)}
                </td>
              ))}
            </tr>
          ))}
          {after > 0 && <tr aria-hidden style={{ height: after }} />}
        </tbody>
      </table>
      {footer}
    </div>
  );
}

function cellLook({ align, wideOnly }: Pick<ColumnSpec<object>, 'align' | 'wideOnly'>): string {
  return classNames(
    'px-3 py-1.5 align-middle',
    align === 'end' && 'tabular text-right whitespace-nowrap',
    wideOnly && 'hidden sm:table-cell',
  );
}

function compare(a: unknown, b: unknown, collator: Intl.Collator): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return collator.compare(String(a), String(b));
}
