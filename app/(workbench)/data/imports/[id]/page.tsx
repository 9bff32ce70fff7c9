import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ImportPage } from '@/components/data/imports/import-page';
import { requireRole } from '@/lib/auth/session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame'))('imports') };
}

export default async function OneImportPage({ params }: PageProps<'/data/imports/[id]'>) {
  await requireRole('viewer');
  return <ImportPage id={(await params).id} />;
}
