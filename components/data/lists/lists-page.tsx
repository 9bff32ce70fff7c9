'use client';

import { ListChecks, ListPlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useMemo } from 'react';
import { Loaded } from '@/components/data-client/loaded';
import { usePinyin } from '@/components/editor/palette/pinyin';
import { Button } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { matches } from '@/components/ui/matches';
import { Page } from '@/components/ui/page';
import { SearchField } from '@/components/ui/search-field';
import { useUrlParams } from '@/components/ui/use-url-params';
import { useWorkspace } from '@/components/ui/workspace-context';
import type { List } from '@/lib/contracts/lists';
import { can } from '@/lib/contracts/people';
import { useListColumns } from './list-columns';
import { NewListDialog } from './new-list-dialog';
import { useLists } from './use-lists';

/** Below so many there is nothing to search. */
const SEARCH_FROM = 8;

/** Uploaded id lists, and the way to a new one. The URL holds the search and the open dialog. */
export function ListsPage() {
  const t = useTranslations('lists');
  const f = useTranslations('frame');
  const { me } = useWorkspace();
  const [params, setParams] = useUrlParams();
  const query = useLists();
  const columns = useListColumns();
  const search = params.get('search') ?? '';
  const mayMake = can(me.role, 'import');
  const make = mayMake && (
    <Button variant="primary" icon={ListPlus} onPress={() => setParams({ new: '1' }, 'push')}>
      {f('newList')}
    </Button>
  );
  return (
    <Page title={t('title')} subtitle={t('subtitle')} actions={make}>
      <Loaded query={query}>
        {({ lists }) => (
          <>
            {lists.length >= SEARCH_FROM && (
              <SearchField
                aria-label={t('search')}
                placeholder={t('searchHint')}
                className="w-full sm:w-72"
                value={search}
                onChange={(value) => setParams({ search: value })}
              />
            )}
            <Lists
              lists={lists}
              search={search}
              columns={columns}
              make={make}
              onClear={() => setParams({ search: null })}
            />
          </>
        )}
      </Loaded>
      {mayMake && params.has('new') && (
        <NewListDialog onClose={() => setParams({ new: null, upload: null, name: null })} />
      )}
    </Page>
  );
}

interface ListsProps {
  lists: readonly List[];
  search: string;
  columns: ReturnType<typeof useListColumns>;
  make: ReactNode;
  onClear: () => void;
}

function Lists({ lists, search, columns, make, onClear }: ListsProps) {
  const t = useTranslations('lists');
  const c = useTranslations('common');
  const spell = usePinyin();
  const shown = useMemo(
    () => lists.filter(({ label }) => matches({ text: label, search: spell(label) }, search.trim())),
    [lists, search, spell],
  );
  return (
    <DataTable
      label={t('title')}
      columns={columns}
      rows={shown}
      rowId={({ id }) => id}
      footer={
        lists.length === 0 ? (
          <EmptyState icon={ListChecks} title={t('empty')} action={make}>
            {t('emptyText')}
          </EmptyState>
        ) : (
          shown.length === 0 && (
            <EmptyState
              icon={ListChecks}
              title={t('noMatches', { search })}
              action={<Button onPress={onClear}>{c('clear')}</Button>}
            />
          )
        )
      }
    />
  );
}
