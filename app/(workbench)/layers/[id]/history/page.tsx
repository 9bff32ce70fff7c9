import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { HistoryPage } from '@/components/definitions/history/history-page';
import { requireRole } from '@/lib/auth/session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('definitions.history'))('title') };
}

export default async function LayeringHistoryPage({ params }: { params: Promise<{ id: string }> }) {
  await requireRole('viewer');
  return <HistoryPage id={(await params).id} />;
}
