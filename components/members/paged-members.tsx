'use client';

import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { QueryError } from '@/components/data-client/query-error';
import { type ColumnSpec, DataTable } from '@/components/ui/data-table';
import { LoadMore } from '@/components/ui/load-more';
import { TableSkeleton } from '@/components/ui/skeleton';
import { TextLink } from '@/components/ui/text-link';
import type { MemberRow } from '@/lib/contracts/members';
import { Identities } from './identities';

interface Props {
  /** Who they are, for screen readers. */
  label: string;
  query: UseInfiniteQueryResult<InfiniteData<{ members: MemberRow[]; total: number }>>;
}

/** Members page by page, each leading to their own page. */
export function PagedMembers({ label, query }: Props) {
  const t = useTranslations('members.columns');
  const columns = useMemo<ColumnSpec<MemberRow>[]>(
    () => [
      {
        id: 'member',
        title: t('id'),
        cell: ({ id }) => <TextLink href={`/members/${encodeURIComponent(id)}`}>{id}</TextLink>,
      },
      {
        id: 'identities',
        title: t('identities'),
        cell: ({ identities }) => (identities.length > 0 ? <Identities identities={identities} /> : '–'),
      },
    ],
    [t],
  );
  if (query.isPending) return <TableSkeleton rows={4} columns={2} />;
  if (query.isError) return <QueryError error={query.error} onRetry={() => query.refetch()} />;
  const rows = query.data.pages.flatMap(({ members }) => members);
  return (
    <DataTable
      label={label}
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
  );
}
