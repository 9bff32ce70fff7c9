'use client';

import { useTranslations } from 'next-intl';
import { DefinitionPage } from '../definition-page';
import { DefinitionRuns } from './definition-runs';

export function RunsPage({ id }: { id: string }) {
  const t = useTranslations('definitions.runs');
  return (
    <DefinitionPage id={id} title={t('title')}>
      {(definition) => <DefinitionRuns definition={definition} />}
    </DefinitionPage>
  );
}
