import { getTranslations } from 'next-intl/server';
import { Page } from '@/components/ui/page';
import { requireRole } from '@/lib/auth/session';

export default async function HomePage() {
  await requireRole('viewer');
  const t = await getTranslations('frame');
  return <Page title={t('home')}>{null}</Page>;
}
