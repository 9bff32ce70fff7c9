import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ApiKeysPage } from '@/components/settings/api-keys-page';
import { requireRole } from '@/lib/auth/session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame'))('apiKeys') };
}

export default async function ApiKeysSettingsPage() {
  await requireRole('admin');
  return <ApiKeysPage />;
}
