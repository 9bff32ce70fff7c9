import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MembersPage } from '@/components/members/members-page';
import { requireRole } from '@/lib/auth/session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame'))('members') };
}

export default async function MembersListPage() {
  await requireRole('viewer');
  return <MembersPage />;
}
