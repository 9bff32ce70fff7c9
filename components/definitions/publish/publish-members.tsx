'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { QueryError } from '@/components/data-client/query-error';
import { type ColumnSpec, DataTable } from '@/components/ui/data-table';
import { LoadMore } from '@/components/ui/load-more';
import { TableSkeleton } from '@/components/ui/skeleton';
import { TextLink } from '@/components/ui/text-link';
import type { MemberRow } from '@/lib/contracts/members';
import { usePublishMembers } from './use-publish';

interface Props {
  definition: string;
  revision: number;
  asOf: string | null;
  change: 'entered' | 'left';
  value: string | undefined;
}

/** Who would come in or go out. */
export function PublishMembers({ definition, revision, asOf, change, value }: Props) {
  const t = useTranslations('definitions.publish');
  const query = usePublishMembers(definition, { revision, asOf, change, value });
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
        cell: ({ identities }) => identities.map(({ value: shown }) => shown).join(' · ') || '–',
      },
    ],
    [t],
  );
  if (query.isPending) return <TableSkeleton rows={4} columns={2} />;
  if (query.isError) return <QueryError error={query.error} onRetry={() => query.refetch()} />;
  const rows = query.data.pages.flatMap(({ members }) => members);
  return (
    <section aria-label={t(change)}>
      <h3 className="mb-1 font-medium">{t(change)}</h3>
      <DataTable
        label={t(change)}
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
