'use client';

import { Compass } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

export function NotFound() {
  const t = useTranslations('ui.notFound');
  return (
    <EmptyState
      isPage
      icon={Compass}
      title={t('title')}
      action={<LinkButton href="/">{t('home')}</LinkButton>}
    >
      {t('text')}
    </EmptyState>
  );
}
