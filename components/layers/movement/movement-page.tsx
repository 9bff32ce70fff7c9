'use client';

import { useTranslations } from 'next-intl';
import { DefinitionPage } from '@/components/definitions/definition-page';
import { LayerMovement } from './layer-movement';

export function MovementPage({ id }: { id: string }) {
  const t = useTranslations('layers.movement');
  return (
    <DefinitionPage id={id} title={t('title')}>
      {(definition) => <LayerMovement definition={definition} />}
    </DefinitionPage>
  );
}
