'use client';

import { Columns3 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { type ColumnSpec, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Instant } from '@/components/ui/instant';
import { useFormat } from '@/components/ui/use-format';
import type { MirrorColumn } from '@/lib/contracts/mirror';

/** The columns in memory, the largest first. */
export function MirrorColumns({ columns }: { columns: readonly MirrorColumn[] }) {
  const t = useTranslations('settings.mirror');
  const specs = useColumnSpecs();
  return (
    <DataTable
      label={t('columns')}
      columns={specs}
      rows={columns}
      rowId={({ eventType, path, kind }) => `${eventType ?? ''} ${kind} ${path}`}
      initialSort={{ id: 'size', desc: true }}
      footer={columns.length === 0 && <EmptyState icon={Columns3} title={t('noColumns')} />}
    />
  );
}

function useColumnSpecs(): ColumnSpec<MirrorColumn>[] {
  const t = useTranslations('settings.mirror');
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'column',
        title: t('column'),
        sort: ({ eventType, path }) => `${eventType ?? ''} ${path}`,
        cell: ({ eventType, path }) => (
          <span className="break-all">
            {eventType && <span className="mr-2 text-ink-soft">{t('eventsOf', { type: eventType })}</span>}
            <span className="font-mono text-sm">{path}</span>
          </span>
        ),
      },
      { id: 'kind', title: t('kind'), wideOnly: true, cell: ({ kind }) => t(`kinds.${kind}`) },
      {
        id: 'entries',
        title: t('entries'),
        align: 'end',
        wideOnly: true,
        sort: ({ entries }) => entries,
        cell: ({ entries }) => (entries === null ? '–' : format.number(entries)),
      },
      {
        id: 'size',
        title: t('size'),
        align: 'end',
        sort: ({ bytes }) => bytes,
        cell: ({ bytes }) => format.bytes(bytes),
      },
      {
        id: 'usedAt',
        title: t('usedAt'),
        align: 'end',
        sort: ({ usedAt }) => usedAt ?? '',
        cell: ({ usedAt }) => (usedAt ? <Instant at={usedAt} /> : t('never')),
      },
    ],
    [t, format],
  );
}
