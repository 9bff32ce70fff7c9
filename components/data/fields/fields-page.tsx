'use client';

import { ListTree, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Loaded } from '@/components/data-client/loaded';
import { Button, LinkButton } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Page } from '@/components/ui/page';
import { SearchField } from '@/components/ui/search-field';
import { useDebounced } from '@/components/ui/use-debounced';
import { useUrlParams } from '@/components/ui/use-url-params';
import { useWorkspace } from '@/components/ui/workspace-context';
import { can } from '@/lib/contracts/people';
import { useCatalogue } from '../use-catalogue';
import { useFieldColumns } from './field-columns';
import { FieldDrawer } from './field-drawer';
import { NewFieldDialog } from './new-field-dialog';

/** The catalogue of members' fields: found in data, described by people. */
export function FieldsPage() {
  const t = useTranslations('data.fields');
  const c = useTranslations('common');
  const f = useTranslations('frame');
  const { me } = useWorkspace();
  const [params, setParams] = useUrlParams();
  const [typed, setTyped] = useState(params.get('search') ?? '');
  const search = useDebounced(typed.trim());
  const [isAdding, setAdding] = useState(false);
  const query = useCatalogue({ fill: true, search });
  const columns = useFieldColumns((path) => setParams({ field: path }, 'push'));
  const open = query.data?.fields.find(({ path }) => path === params.get('field'));
  return (
    <Page
      title={t('title')}
      subtitle={t('subtitle')}
      actions={
        can(me.role, 'edit') && (
          <Button icon={Plus} onPress={() => setAdding(true)}>
            {t('add')}
          </Button>
        )
      }
    >
      <SearchField
        aria-label={t('search')}
        placeholder={t('searchHint')}
        className="w-full sm:w-80"
        value={typed}
        onChange={(value) => {
          setTyped(value);
          setParams({ search: value.trim() });
        }}
      />
      <Loaded query={query}>
        {({ fields }) => (
          <DataTable
            label={t('title')}
            columns={columns}
            rows={fields}
            rowId={({ path }) => path}
            isStale={query.isPlaceholderData}
            footer={
              fields.length === 0 && (
                <EmptyState
                  icon={ListTree}
                  title={search ? t('noMatches', { search }) : t('empty')}
                  action={
                    search ? (
                      <Button onPress={() => setTyped('')}>{c('clear')}</Button>
                    ) : (
                      <LinkButton href="/data/imports/new">{f('newImport')}</LinkButton>
                    )
                  }
                >
                  {!search && t('emptyText')}
                </EmptyState>
              )
            }
          />
        )}
      </Loaded>
      {open && (
        <FieldDrawer key={open.path} field={open} onClose={() => setParams({ field: null }, 'push')} />
      )}
      {isAdding && <NewFieldDialog onClose={() => setAdding(false)} />}
    </Page>
  );
}
