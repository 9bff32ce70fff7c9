'use client';

import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import { Button } from 'react-aria-components';
import { classNames } from './class-names';
import type { ColumnSpec } from './data-table';

interface Props<Row> {
  column: Pick<ColumnSpec<Row>, 'title' | 'align' | 'width' | 'wideOnly'>;
  sorted: false | 'asc' | 'desc';
  /** Leave out when the column can't be sorted. */
  onSort?: () => void;
}

const icons = { asc: ArrowUp, desc: ArrowDown };
const order = { asc: 'ascending', desc: 'descending' } as const;

/** The head of a column; a button when it sorts. */
export function ColumnHead<Row>({ column, sorted, onSort }: Props<Row>) {
  const Icon = sorted ? icons[sorted] : ChevronsUpDown;
  return (
    <th
      scope="col"
      aria-sort={sorted ? order[sorted] : undefined}
      style={column.width ? { width: column.width } : undefined}
      className={classNames(
        'whitespace-nowrap border-line border-b bg-surface px-3 py-1.5 font-medium text-ink-faint text-sm',
        column.align === 'end' ? 'text-right' : 'text-left',
        column.wideOnly && 'hidden sm:table-cell',
      )}
    >
      {onSort ? (
        <Button
          onPress={onSort}
          className="-mx-1 inline-flex min-h-6 items-center gap-1 rounded-sm px-1 data-hovered:bg-hover data-hovered:text-ink"
        >
          {column.title}
          <Icon size={12} aria-hidden className={sorted ? 'text-accent' : 'opacity-60'} />
        </Button>
      ) : (
        column.title
      )}
    </th>
  );
}
