import { classNames } from './class-names';

/** The shape of one thing that comes. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={classNames('pulse rounded-md bg-sunken', className ?? 'h-4 w-full')} />;
}

/** The shape of a table: so many rows of so many columns. */
export function TableSkeleton({ rows = 8, columns = 4 }: { rows?: number; columns?: number }) {
  const cells = Array.from({ length: columns }, (_, index) => index);
  return (
    <div aria-hidden className="divide-y divide-line rounded-lg border border-line bg-surface">
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: all rows are alike
        <div key={row} className="flex items-center gap-6 px-3 py-2.5">
          {cells.map((cell) => (
            <Skeleton key={cell} className={cell === 0 ? 'h-4 w-40' : 'h-4 flex-1'} />
          ))}
        </div>
      ))}
    </div>
  );
}

/** The shape of a page: its title and a table. */
export function PageSkeleton() {
  return (
    <div className="flex flex-col gap-4 p-4 sm:p-6">
      <Skeleton className="h-7 w-48" />
      <TableSkeleton />
    </div>
  );
}
