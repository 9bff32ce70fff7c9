'use client';

import { ArchiveRestore, Layers, type LucideIcon, SearchX, Split, Tags } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { DefinitionKind } from '@/lib/contracts/definition-kind';
import { RfmLink } from './rfm-link';

interface Props {
  kind: DefinitionKind;
  why: 'none' | 'filter' | 'bin';
  /** Left out for who may not. */
  onCreate?: () => void;
  onShowAll: () => void;
}

const icons: Record<DefinitionKind, LucideIcon> = { tag: Tags, segment: Split, layering: Layers };

/** What a list without rows says: what this is for, or that nothing matches. */
export function NoDefinitions({ kind, why, onCreate, onShowAll }: Props) {
  const t = useTranslations('definitions.list');
  if (why === 'bin') return <EmptyState icon={ArchiveRestore} title={t('binEmpty')} />;
  if (why === 'filter')
    return (
      <EmptyState
        icon={SearchX}
        title={t('noMatches')}
        action={<Button onPress={onShowAll}>{t('showAll')}</Button>}
      />
    );
  return (
    <EmptyState
      icon={icons[kind]}
      title={t(`empty.${kind}`)}
      action={
        onCreate && (
          <>
            <Button variant="primary" onPress={onCreate}>
              {t(`create.${kind}`)}
            </Button>
            {kind === 'layering' && <RfmLink />}
          </>
        )
      }
    >
      {t(`emptyText.${kind}`)}
    </EmptyState>
  );
}
