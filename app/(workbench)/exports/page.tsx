import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ExportsPage } from '@/components/exports/exports-page';
import { requireRole } from '@/lib/auth/session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame'))('exports') };
}

export default async function ExportsListPage() {
  await requireRole('approver');
  return <ExportsPage />;
}
