import type { ReactNode } from 'react';
import { classNames } from './class-names';

export interface Stat {
  id: string;
  label: ReactNode;
  value: ReactNode;
  /** Its share, or what it means. */
  detail?: ReactNode;
}

/** A few figures that belong together. */
export function StatRow({ stats, isStale }: { stats: readonly Stat[]; isStale?: boolean }) {
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line sm:grid-cols-[repeat(auto-fit,minmax(8rem,1fr))]">
      {stats.map(({ id, label, value, detail }) => (
        <div key={id} className="bg-surface px-4 py-3 max-sm:last:odd:col-span-2">
          <dt className="text-ink-soft text-sm">{label}</dt>
          <dd className={classNames('tabular font-semibold text-xl', isStale && 'dimmed')}>{value}</dd>
          {detail !== undefined && <dd className="text-ink-faint text-sm">{detail}</dd>}
        </div>
      ))}
    </dl>
  );
}
