'use client';

import { History } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Loaded } from '@/components/data-client/loaded';
import { EmptyState } from '@/components/ui/empty-state';
import { useUrlParams } from '@/components/ui/use-url-params';
import type { Definition, Version } from '@/lib/contracts/definitions';
import { DefinitionPage } from '../definition-page';
import { useVersions } from './use-versions';
import { VersionDetailPanel } from './version-detail';
import { VersionList } from './version-list';

/** What was published, when, by whom, and what it changed; each version can become the draft again. */
export function HistoryPage({ id }: { id: string }) {
  const t = useTranslations('definitions.history');
  return (
    <DefinitionPage id={id} title={t('title')}>
      {(definition) => <Versions definition={definition} />}
    </DefinitionPage>
  );
}

function Versions({ definition }: { definition: Definition }) {
  const t = useTranslations('definitions.history');
  const query = useVersions(definition.id, definition.publishedVersion);
  return (
    <Loaded query={query}>
      {(versions) =>
        versions.length === 0 ? (
          <EmptyState icon={History} title={t('empty')}>
            {t('emptyText')}
          </EmptyState>
        ) : (
          <Chosen definition={definition} versions={versions} />
        )
      }
    </Loaded>
  );
}

function Chosen({ definition, versions }: { definition: Definition; versions: readonly Version[] }) {
  const [params, setParams] = useUrlParams();
  const asked = Number(params.get('version'));
  const chosen = versions.find(({ version }) => version === asked) ?? versions[0];
  if (!chosen) return null;
  const before = versions.find(({ version }) => version === chosen.version - 1) ?? null;
  return (
    <div className="flex flex-col gap-4 lg:flex-row">
      <VersionList
        versions={versions}
        selected={chosen.version}
        current={definition.publishedVersion}
        onSelect={(version) => setParams({ version: String(version) }, 'push')}
      />
      <VersionDetailPanel key={chosen.version} definition={definition} version={chosen} before={before} />
    </div>
  );
}
