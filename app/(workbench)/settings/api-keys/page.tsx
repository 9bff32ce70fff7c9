import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Hydrated } from '@/app/hydrated';
import { ApiKeysPage } from '@/components/settings/api-keys-page';
import { settingsKeys } from '@/components/settings/settings-keys';
import { requireRole } from '@/lib/auth/session';
import { getDb } from '@/lib/db/connect';
import { listApiKeys } from '@/lib/services/api-keys/api-keys';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame'))('apiKeys') };
}

export default async function ApiKeysSettingsPage() {
  await requireRole('admin');
  const db = await getDb();
  return (
    <Hydrated reads={[{ key: settingsKeys.apiKeys, read: async () => ({ keys: await listApiKeys(db) }) }]}>
      <ApiKeysPage />
    </Hydrated>
  );
}
