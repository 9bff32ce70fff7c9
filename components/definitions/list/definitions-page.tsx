'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Loaded } from '@/components/data-client/loaded';
import { Button } from '@/components/ui/button';
import { Page } from '@/components/ui/page';
import { SearchField } from '@/components/ui/search-field';
import { Switch } from '@/components/ui/switch';
import { useDebounced } from '@/components/ui/use-debounced';
import { useUrlParams } from '@/components/ui/use-url-params';
import { useWorkspace } from '@/components/ui/workspace-context';
import type { DefinitionKind } from '@/lib/contracts/definition-kind';
import { can } from '@/lib/contracts/people';
import { useDefinitionList } from '../use-definitions';
import { DefinitionTable } from './definition-table';
import { Folders } from './folders';
import { NewDefinitionDialog } from './new-definition-dialog';
import { NoDefinitions } from './no-definitions';
import { RfmLink } from './rfm-link';

/** The tags or the segments: folders, search, what each is, and new ones. */
export function DefinitionsPage({ kind }: { kind: DefinitionKind }) {
  const t = useTranslations('definitions.list');
  const { me } = useWorkspace();
  const [params, setParams] = useUrlParams();
  const search = params.get('search') ?? '';
  const folder = params.get('folder');
  const archived = params.get('archived') === '1';
  const mayEdit = can(me.role, 'edit');
  const settled = useDebounced(search.trim());
  const query = useDefinitionList({ kind, search: settled, folder, archived });
  return (
    <Page
      title={t(`title.${kind}`)}
      subtitle={t(`subtitle.${kind}`)}
      actions={
        mayEdit && (
          <>
            {kind === 'layering' && <RfmLink />}
            <Button variant="primary" icon={Plus} onPress={() => setParams({ new: '1' }, 'push')}>
              {t(`create.${kind}`)}
            </Button>
          </>
        )
      }
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SearchField
          aria-label={t('search')}
          placeholder={t('search')}
          value={search}
          onChange={(next) => setParams({ search: next })}
          className="w-72 max-w-full"
        />
        <Switch isSelected={archived} onChange={(on) => setParams({ archived: on ? '1' : null }, 'push')}>
          {t('bin', { count: query.data?.archived ?? 0 })}
        </Switch>
      </div>
      <Loaded query={query}>
        {({ definitions, folders }) => (
          <div className="flex flex-col gap-4 md:flex-row">
            <Folders
              folders={folders}
              selected={folder}
              onSelect={(path) => setParams({ folder: path }, 'push')}
            />
            <div className="min-w-0 flex-1">
              {definitions.length > 0 ? (
                <DefinitionTable
                  kind={kind}
                  definitions={definitions}
                  isStale={query.isPlaceholderData || settled !== search.trim()}
                />
              ) : (
                <NoDefinitions
                  kind={kind}
                  why={archived ? 'bin' : search || folder ? 'filter' : 'none'}
                  onCreate={mayEdit ? () => setParams({ new: '1' }, 'push') : undefined}
                  onShowAll={() => setParams({ search: null, folder: null })}
                />
              )}
            </div>
          </div>
        )}
      </Loaded>
      {mayEdit && params.has('new') && (
        <NewDefinitionDialog
          kind={kind}
          template={params.get('new') || null}
          folder={folder ?? ''}
          onClose={() => setParams({ new: null })}
        />
      )}
    </Page>
  );
}
