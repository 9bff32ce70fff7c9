'use client';

import { Lock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type MeDto, roleText } from '@/lib/contracts/people';
import { EmptyState } from './empty-state';
import { useText } from './use-text';
import { useWorkspace } from './workspace-context';

/** What stands in the place of something that this person may not see: which role it takes, who can grant it. */
export function NoPermission({ role }: { role: MeDto['role'] }) {
  const t = useTranslations('ui.noPermission');
  const text = useText();
  const { me } = useWorkspace();
  return (
    <EmptyState isPage icon={Lock} title={t('title')}>
      {t('text', { role: text(roleText[role]), mine: text(roleText[me.role]) })}
    </EmptyState>
  );
}
