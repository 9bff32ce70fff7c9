'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { QueryError } from '@/components/data-client/query-error';
import { type ColumnSpec, DataTable } from '@/components/ui/data-table';
import { LoadMore } from '@/components/ui/load-more';
import { TableSkeleton } from '@/components/ui/skeleton';
import { TextLink } from '@/components/ui/text-link';
import type { MemberRow } from '@/lib/contracts/members';
import { type Compared, useComparedMembers } from './use-cutpoint-sets';

interface Props {
  definition: string;
  compared: Compared;
  from: string | null;
  to: string | null;
  title: string;
}

/** The members who would go from one value to another. */
export function MovingMembers({ definition, compared, from, to, title }: Props) {
  const t = useTranslations('layers.cutpoints');
  const query = useComparedMembers(definition, compared, { from, to });
  const columns = useMemo<ColumnSpec<MemberRow>[]>(
    () => [
      {
        id: 'member',
        title: t('member'),
        cell: ({ id }) => <TextLink href={`/members/${encodeURIComponent(id)}`}>{id}</TextLink>,
      },
      {
        id: 'identities',
        title: t('identities'),
        cell: ({ identities }) => identities.map(({ value }) => value).join(' · ') || '–',
      },
    ],
    [t],
  );
  if (query.isPending) return <TableSkeleton rows={4} columns={2} />;
  if (query.isError) return <QueryError error={query.error} onRetry={() => query.refetch()} />;
  const rows = query.data.pages.flatMap(({ members }) => members);
  return (
    <section aria-label={title}>
      <h4 className="mb-1 font-medium">{title}</h4>
      <DataTable
        label={title}
        columns={columns}
        rows={rows}
        rowId={({ id }) => id}
        footer={
          <LoadMore
            hasMore={query.hasNextPage}
            isLoading={query.isFetchingNextPage}
            onLoadMore={() => query.fetchNextPage()}
            shown={rows.length}
            total={query.data.pages[0]?.total}
          />
        }
      />
    </section>
  );
}
