'use client';

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { ListChecks } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { api } from '@/components/data-client/api';
import { Loaded } from '@/components/data-client/loaded';
import { Button } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { LoadMore } from '@/components/ui/load-more';
import { Page } from '@/components/ui/page';
import { Select } from '@/components/ui/select';
import { useText } from '@/components/ui/use-text';
import { useUrlParams } from '@/components/ui/use-url-params';
import { jobPageDto, jobStates, jobStateText } from '@/lib/contracts/jobs';
import { isUnderWay } from '@/lib/contracts/work';
import { useJobColumns } from './job-columns';

/** Everything that ran or runs in the background, the newest first. */
export function JobsPage() {
  const t = useTranslations('jobs');
  const text = useText();
  const [params, setParams] = useUrlParams();
  const options = [
    { id: 'all', text: t('all') } as const,
    { id: 'active', text: t('active') } as const,
    ...jobStates.map((id) => ({ id, text: text(jobStateText[id]) })),
  ];
  const state = options.find(({ id }) => id === params.get('state'))?.id ?? 'all';
  const query = useInfiniteQuery({
    queryKey: ['jobs', 'list', state],
    queryFn: ({ pageParam, signal }) =>
      api(jobPageDto, '/api/jobs', {
        query: { state: state === 'all' ? '' : state, before: pageParam },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data } }) =>
      data?.pages.some(({ jobs }) => jobs.some((job) => isUnderWay(job.state))) ? 2_000 : 15_000,
  });
  const jobs = useMemo(() => query.data?.pages.flatMap((page) => page.jobs) ?? [], [query.data]);
  const columns = useJobColumns();
  return (
    <Page title={t('title')} subtitle={t('subtitle')}>
      <div>
        <Select
          aria-label={t('filter')}
          className="w-44"
          options={options}
          value={state}
          onChange={(chosen) => setParams({ state: chosen === 'all' ? null : chosen })}
        />
      </div>
      <Loaded query={query}>
        {() => (
          <DataTable
            label={t('title')}
            columns={columns}
            rows={jobs}
            rowId={({ id }) => id}
            isStale={query.isPlaceholderData}
            footer={
              jobs.length > 0 ? (
                <LoadMore
                  hasMore={query.hasNextPage}
                  isLoading={query.isFetchingNextPage}
                  onLoadMore={() => query.fetchNextPage()}
                  shown={jobs.length}
                />
              ) : (
                <EmptyState
                  icon={ListChecks}
                  title={state === 'all' ? t('empty') : t('noMatches')}
                  action={
                    state !== 'all' && (
                      <Button onPress={() => setParams({ state: null })}>{t('showAll')}</Button>
                    )
                  }
                >
                  {state === 'all' && t('emptyText')}
                </EmptyState>
              )
            }
          />
        )}
      </Loaded>
    </Page>
  );
}
