'use client';

import { Package } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Loaded } from '@/components/data-client/loaded';
import { Button, LinkButton } from '@/components/ui/button';
import { ComboBox } from '@/components/ui/combo-box';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { LoadMore } from '@/components/ui/load-more';
import { Page } from '@/components/ui/page';
import { useText } from '@/components/ui/use-text';
import { useUrlParams } from '@/components/ui/use-url-params';
import { useExportColumns } from './export-columns';
import { useDefinitionNames, useExports } from './use-exports';

/** Audiences that left as files, the newest first; `?definition=` narrows them to one tag or segment. */
export function ExportsPage() {
  const t = useTranslations('exports');
  const [params, setParams] = useUrlParams();
  const definition = params.get('definition');
  const query = useExports(definition);
  const exports = useMemo(() => query.data?.pages.flatMap((page) => page.exports) ?? [], [query.data]);
  const columns = useExportColumns();
  const showAll = () => setParams({ definition: null }, 'push');
  return (
    <Page title={t('title')} subtitle={t('subtitle')}>
      <div className="flex flex-wrap gap-2">
        <DefinitionFilter value={definition} onChange={(id) => setParams({ definition: id }, 'push')} />
        {definition && (
          <Button variant="quiet" onPress={showAll}>
            {t('showAll')}
          </Button>
        )}
      </div>
      <Loaded query={query}>
        {() => (
          <DataTable
            label={t('title')}
            columns={columns}
            rows={exports}
            rowId={({ id }) => id}
            isStale={query.isPlaceholderData}
            footer={
              exports.length > 0 ? (
                <LoadMore
                  hasMore={query.hasNextPage}
                  isLoading={query.isFetchingNextPage}
                  onLoadMore={() => query.fetchNextPage()}
                  shown={exports.length}
                />
              ) : definition ? (
                <EmptyState
                  icon={Package}
                  title={t('noneOfIt')}
                  action={<Button onPress={showAll}>{t('showAll')}</Button>}
                />
              ) : (
                <NoExports />
              )
            }
          />
        )}
      </Loaded>
    </Page>
  );
}

function NoExports() {
  const t = useTranslations('exports');
  return (
    <EmptyState
      icon={Package}
      title={t('empty')}
      action={
        <>
          <LinkButton variant="primary" href="/segments">
            {t('toSegments')}
          </LinkButton>
          <LinkButton href="/tags">{t('toTags')}</LinkButton>
        </>
      }
    >
      {t('emptyText')}
    </EmptyState>
  );
}

interface FilterProps {
  value: string | null;
  onChange: (id: string | null) => void;
}

function DefinitionFilter({ value, onChange }: FilterProps) {
  const t = useTranslations('exports');
  const text = useText();
  const { data } = useDefinitionNames();
  const options = useMemo(
    () =>
      (data?.definitions ?? []).map(({ id, kind, key, label }) => ({
        id,
        text: text(label),
        detail: t(`kinds.${kind}`),
        search: key,
      })),
    [data, text, t],
  );
  return (
    <ComboBox
      aria-label={t('filter')}
      placeholder={t('filterHint')}
      className="w-full sm:w-72"
      options={options}
      value={value}
      onChange={onChange}
    />
  );
}
