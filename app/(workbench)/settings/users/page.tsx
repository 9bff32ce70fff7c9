import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { UsersPage } from '@/components/settings/users-page';
import { requireRole } from '@/lib/auth/session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame'))('users') };
}

export default async function UsersSettingsPage() {
  await requireRole('admin');
  return <UsersPage />;
}
