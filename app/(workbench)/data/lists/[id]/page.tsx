import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ListPage } from '@/components/data/lists/list-page';
import { requireRole } from '@/lib/auth/session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame'))('lists') };
}

export default async function OneListPage({ params }: PageProps<'/data/lists/[id]'>) {
  await requireRole('viewer');
  return <ListPage id={(await params).id} />;
}
