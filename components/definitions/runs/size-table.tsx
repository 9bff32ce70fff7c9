'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { type ColumnSpec, DataTable } from '@/components/ui/data-table';
import { Instant } from '@/components/ui/instant';
import { useFormat } from '@/components/ui/use-format';
import { useText } from '@/components/ui/use-text';
import { type SizePoint, sizeSeries } from './size-series';

/** The figures of the chart. */
export function SizeTable({ points }: { points: readonly SizePoint[] }) {
  const t = useTranslations('definitions.runs');
  const text = useText();
  const format = useFormat();
  const columns = useMemo<ColumnSpec<SizePoint>[]>(
    () => [
      {
        id: 'asOf',
        title: t('columns.asOf'),
        sort: ({ asOf }) => asOf,
        cell: ({ asOf }) => <Instant at={asOf} exact />,
      },
      ...sizeSeries(points).map(({ value, label, sizes }): ColumnSpec<SizePoint> => {
        const at = new Map(points.map(({ run }, index) => [run, sizes[index] ?? null]));
        return {
          id: `value ${value}`,
          title: label ? text(label) : t('whole'),
          align: 'end',
          sort: ({ run }) => at.get(run) ?? null,
          cell: ({ run }) => {
            const size = at.get(run) ?? null;
            return size === null ? '–' : format.number(size);
          },
        };
      }),
    ],
    [points, t, text, format],
  );
  return (
    <DataTable
      label={t('sizes')}
      columns={columns}
      rows={points}
      rowId={({ run }) => run}
      initialSort={{ id: 'asOf', desc: true }}
    />
  );
}
