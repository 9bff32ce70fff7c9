import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ListsPage } from '@/components/data/lists/lists-page';
import { requireRole } from '@/lib/auth/session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame'))('lists') };
}

export default async function AllListsPage() {
  await requireRole('viewer');
  return <ListsPage />;
}
