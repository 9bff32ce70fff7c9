import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Hydrated } from '@/app/hydrated';
import { settingsKeys } from '@/components/settings/settings-keys';
import { UsersPage } from '@/components/settings/users-page';
import { requireRole } from '@/lib/auth/session';
import { getDb } from '@/lib/db/connect';
import { listUsers } from '@/lib/services/users/list-users';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame'))('users') };
}

export default async function UsersSettingsPage() {
  await requireRole('admin');
  const db = await getDb();
  return (
    <Hydrated reads={[{ key: settingsKeys.users, read: async () => ({ users: await listUsers(db) }) }]}>
      <UsersPage />
    </Hydrated>
  );
}
