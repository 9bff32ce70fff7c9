import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ExportPage } from '@/components/exports/export-page';
import { requireRole } from '@/lib/auth/session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame'))('exports') };
}

export default async function OneExportPage({ params }: PageProps<'/exports/[id]'>) {
  await requireRole('approver');
  return <ExportPage id={(await params).id} />;
}
