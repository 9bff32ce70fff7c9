import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ImportsPage } from '@/components/data/imports/imports-page';
import { requireRole } from '@/lib/auth/session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame'))('imports') };
}

export default async function ImportsListPage() {
  await requireRole('viewer');
  return <ImportsPage />;
}
