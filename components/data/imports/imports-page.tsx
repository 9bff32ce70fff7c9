'use client';

import { FileUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Loaded } from '@/components/data-client/loaded';
import { Badge } from '@/components/ui/badge';
import { LinkButton } from '@/components/ui/button';
import { type ColumnSpec, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Instant } from '@/components/ui/instant';
import { LoadMore } from '@/components/ui/load-more';
import { Page } from '@/components/ui/page';
import { Progress } from '@/components/ui/progress';
import { TextLink } from '@/components/ui/text-link';
import { useFormat } from '@/components/ui/use-format';
import { useWorkspace } from '@/components/ui/workspace-context';
import type { Import } from '@/lib/contracts/imports';
import { can } from '@/lib/contracts/people';

import { ImportStateBadge } from './import-state-badge';
import { useImports } from './use-imports';

/** Past imports and dry runs, and the way to a new one. */
export function ImportsPage() {
  const t = useTranslations('imports');
  const f = useTranslations('frame');
  const { me } = useWorkspace();
  const query = useImports();
  const imports = useMemo(() => query.data?.pages.flatMap((page) => page.imports) ?? [], [query.data]);
  const columns = useImportColumns();
  const make = can(me.role, 'import') && (
    <LinkButton variant="primary" icon={FileUp} href="/data/imports/new">
      {f('newImport')}
    </LinkButton>
  );
  return (
    <Page title={t('title')} subtitle={t('subtitle')} actions={make}>
      <Loaded query={query}>
        {() => (
          <DataTable
            label={t('title')}
            columns={columns}
            rows={imports}
            rowId={({ id }) => id}
            footer={
              imports.length === 0 ? (
                <EmptyState icon={FileUp} title={t('empty')} action={make}>
                  {t('emptyText')}
                </EmptyState>
              ) : (
                <LoadMore
                  hasMore={query.hasNextPage}
                  isLoading={query.isFetchingNextPage}
                  onLoadMore={() => query.fetchNextPage()}
                  shown={imports.length}
                />
              )
            }
          />
        )}
      </Loaded>
    </Page>
  );
}

function useImportColumns(): ColumnSpec<Import>[] {
  const t = useTranslations('imports');
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'name',
        title: t('list.file'),
        cell: ({ id, name, dryRun, kind }) => (
          <span className="flex flex-wrap items-center gap-1.5">
            <TextLink href={`/data/imports/${id}`} className="break-all">
              {name}
            </TextLink>
            <span className="text-ink-faint text-sm">{t(`kinds.${kind}`)}</span>
            {dryRun && <Badge>{t('dryRun')}</Badge>}
          </span>
        ),
      },
      {
        id: 'state',
        title: t('list.state'),
        width: 112,
        cell: (one) =>
          one.state === 'running' ? (
            <Progress label={one.name} done={Math.round(one.progress * 1000)} total={1000} />
          ) : (
            <ImportStateBadge state={one.state} />
          ),
      },
      {
        id: 'accepted',
        title: t('outcome.accepted'),
        align: 'end',
        cell: ({ counts }) => format.number(counts.accepted),
      },
      {
        id: 'duplicates',
        title: t('outcome.duplicates'),
        align: 'end',
        wideOnly: true,
        cell: ({ counts }) => format.number(counts.duplicates),
      },
      {
        id: 'rejected',
        title: t('outcome.rejected'),
        align: 'end',
        cell: ({ counts }) => (
          <span className={counts.rejected > 0 ? 'text-danger-ink' : ''}>
            {format.number(counts.rejected)}
          </span>
        ),
      },
      {
        id: 'bytes',
        title: t('list.size'),
        align: 'end',
        wideOnly: true,
        cell: ({ bytes }) => format.bytes(bytes),
      },
      {
        id: 'at',
        title: t('list.at'),
        wideOnly: true,
        cell: ({ createdAt, createdBy }) => (
          <>
            <Instant at={createdAt} /> · {createdBy}
          </>
        ),
      },
    ],
    [t, format],
  );
}
