'use client';

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { FileUp, Users } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useCallback, useMemo, useState } from 'react';
import { api } from '@/components/data-client/api';
import { Loaded } from '@/components/data-client/loaded';
import { Button, LinkButton } from '@/components/ui/button';
import { ComboBox } from '@/components/ui/combo-box';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { SearchField } from '@/components/ui/search-field';
import { useDebounced } from '@/components/ui/use-debounced';
import { useFormat } from '@/components/ui/use-format';
import { useUrlParams } from '@/components/ui/use-url-params';
import { useWorkspace } from '@/components/ui/workspace-context';
import { memberPageSchema } from '@/lib/contracts/members';
import { can } from '@/lib/contracts/people';
import { ColumnPicker } from './column-picker';
import { useMemberColumns } from './member-columns';
import { filterOf, filterParams } from './member-filter';
import { fieldColumns, memberKeys, memberPageSize } from './member-keys';
import { useColumnChoice } from './use-column-choice';
import { useFilterOptions } from './use-filter-options';

/** All members, or those of a tag, layer, segment or list, or the one with an identity. The URL holds all of it. */
export function MembersPage() {
  const t = useTranslations('members');
  const format = useFormat();
  const [params, setParams] = useUrlParams();
  const [typed, setTyped] = useState(params.get('search') ?? '');
  const search = useDebounced(typed.trim(), 250);
  const filter = filterOf(params);
  const filterId = filter && `${filter.kind} ${filter.value}`;
  const options = useFilterOptions(filterId);
  const [paths, setPaths] = useColumnChoice();
  const fieldPaths = fieldColumns(paths);
  const query = useInfiniteQuery({
    queryKey: memberKeys.list(search, filterId, fieldPaths),
    queryFn: ({ pageParam, signal }) =>
      api(memberPageSchema, '/api/members', {
        query: {
          search,
          ...filterParams(filterId),
          columns: fieldPaths,
          after: pageParam,
          limit: memberPageSize,
        },
        signal,
      }),
    initialPageParam: -1,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
  const members = useMemo(() => query.data?.pages.flatMap((page) => page.members) ?? [], [query.data]);
  const total = query.data?.pages[0]?.total;
  const columns = useMemberColumns(paths);
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = query;
  const onEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const isNarrowed = search !== '' || filter !== null;

  function clear() {
    setTyped('');
    setParams({ search: null, ...filterParams(null) });
  }

  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3 p-4 sm:p-6">
      <header className="flex flex-wrap items-baseline gap-x-3">
        <h1 className="font-semibold text-xl">{t('title')}</h1>
        <p role="status" className={`tabular text-ink-soft ${query.isPlaceholderData ? 'dimmed' : ''}`}>
          {total !== undefined && t('total', { count: format.number(total) })}
        </p>
      </header>
      <div className="flex flex-wrap gap-2">
        <SearchField
          aria-label={t('search')}
          placeholder={t('searchHint')}
          className="w-full sm:w-96"
          value={typed}
          onChange={(value) => {
            setTyped(value);
            setParams({ search: value.trim() });
          }}
        />
        <ComboBox
          aria-label={t('filter.label')}
          placeholder={t('filter.hint')}
          className="w-full sm:w-72"
          options={options}
          value={filterId}
          onChange={(id) => setParams(filterParams(id), 'push')}
        />
        {isNarrowed && (
          <Button variant="quiet" onPress={clear}>
            {t('clear')}
          </Button>
        )}
        <div className="ml-auto">
          <ColumnPicker chosen={paths} onChange={setPaths} />
        </div>
      </div>
      <Loaded query={query}>
        {() =>
          members.length === 0 ? (
            <NoMembers isNarrowed={isNarrowed} onClear={clear} />
          ) : (
            <DataTable
              label={t('title')}
              columns={columns}
              rows={members}
              rowId={({ id }) => id}
              isStale={query.isPlaceholderData}
              virtual={{ total: total ?? members.length, onEnd }}
            />
          )
        }
      </Loaded>
    </div>
  );
}

function NoMembers({ isNarrowed, onClear }: { isNarrowed: boolean; onClear: () => void }) {
  const t = useTranslations('members');
  const f = useTranslations('frame');
  const { me } = useWorkspace();
  if (isNarrowed) {
    return (
      <EmptyState
        icon={Users}
        title={t('noMatches')}
        action={<Button onPress={onClear}>{t('clear')}</Button>}
      >
        {t('noMatchesText')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={Users}
      title={t('empty')}
      action={
        can(me.role, 'import') && (
          <LinkButton variant="primary" icon={FileUp} href="/data/imports/new">
            {f('newImport')}
          </LinkButton>
        )
      }
    >
      {t('emptyText')}
    </EmptyState>
  );
}
