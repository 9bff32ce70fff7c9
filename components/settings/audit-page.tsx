'use client';

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { ScrollText } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { api } from '@/components/data-client/api';
import { Loaded } from '@/components/data-client/loaded';
import { Button } from '@/components/ui/button';
import { type ColumnSpec, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Instant } from '@/components/ui/instant';
import { LoadMore } from '@/components/ui/load-more';
import { Page } from '@/components/ui/page';
import { SearchField } from '@/components/ui/search-field';
import { Select } from '@/components/ui/select';
import { useDebounced } from '@/components/ui/use-debounced';
import { useText } from '@/components/ui/use-text';
import { useUrlParams } from '@/components/ui/use-url-params';
import { type AuditEntryDto, auditPageDto } from '@/lib/contracts/audit';
import { auditActionText, auditAreas, isAuditArea } from '@/lib/contracts/audit-actions';
import { AuditDetail } from './audit-detail';

export function AuditPage() {
  const t = useTranslations('settings.audit');
  const c = useTranslations('common');
  const text = useText();
  const [params, setParams] = useUrlParams();
  const actor = params.get('actor') ?? '';
  const target = params.get('target') ?? '';
  const asked = params.get('action') ?? '';
  const area = isAuditArea(asked) ? asked : 'all';
  const filter = useDebounced(`${actor}\n${target}\n${area}`, 300);
  const query = useInfiniteQuery({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam, signal }) =>
      api(auditPageDto, '/api/audit', {
        query: { actor, target, action: area === 'all' ? '' : area, before: pageParam },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
  const entries = useMemo(() => query.data?.pages.flatMap((page) => page.entries) ?? [], [query.data]);
  const columns = useAuditColumns();
  const isFiltered = actor !== '' || target !== '' || area !== 'all';
  return (
    <Page title={t('title')} subtitle={t('subtitle')}>
      <div className="flex flex-wrap gap-2">
        <Select
          aria-label={t('action')}
          className="w-44"
          options={[
            { id: 'all', text: t('everything') },
            ...Object.entries(auditAreas).map(([id, label]) => ({ id, text: text(label) })),
          ]}
          value={area}
          onChange={(action) => setParams({ action: action === 'all' ? null : action })}
        />
        <SearchField
          aria-label={t('actor')}
          placeholder={t('actorHint')}
          className="w-56"
          value={actor}
          onChange={(value) => setParams({ actor: value })}
        />
        <SearchField
          aria-label={t('target')}
          placeholder={t('targetHint')}
          className="w-64"
          value={target}
          onChange={(value) => setParams({ target: value })}
        />
      </div>
      <Loaded query={query}>
        {() => (
          <DataTable
            label={t('title')}
            columns={columns}
            rows={entries}
            rowId={({ id }) => id}
            isStale={query.isPlaceholderData}
            footer={
              entries.length === 0 ? (
                <EmptyState
                  icon={ScrollText}
                  title={isFiltered ? t('noMatches') : t('empty')}
                  action={
                    isFiltered && (
                      <Button onPress={() => setParams({ actor: null, target: null, action: null })}>
                        {c('clear')}
                      </Button>
                    )
                  }
                />
              ) : (
                <LoadMore
                  hasMore={query.hasNextPage}
                  isLoading={query.isFetchingNextPage}
                  onLoadMore={() => query.fetchNextPage()}
                  shown={entries.length}
                />
              )
            }
          />
        )}
      </Loaded>
    </Page>
  );
}

function useAuditColumns(): ColumnSpec<AuditEntryDto>[] {
  const t = useTranslations('settings.audit');
  const text = useText();
  return useMemo(
    () => [
      { id: 'at', title: t('at'), width: 160, cell: ({ at }) => <Instant at={at} exact seconds /> },
      { id: 'actor', title: t('actor'), cell: ({ actor }) => actor },
      { id: 'action', title: t('action'), cell: ({ action }) => text(auditActionText(action)) },
      {
        id: 'target',
        title: t('target'),
        cell: ({ target }) => <span className="break-all">{target}</span>,
      },
      {
        id: 'detail',
        title: t('detail'),
        wideOnly: true,
        cell: ({ detail }) => <AuditDetail detail={detail} />,
      },
      {
        id: 'address',
        title: t('address'),
        wideOnly: true,
        cell: ({ address }) => <span className="font-mono text-ink-faint text-sm">{address ?? '–'}</span>,
      },
    ],
    [t, text],
  );
}
