import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MetricsPage } from '@/components/data/metrics/metrics-page';
import { requireRole } from '@/lib/auth/session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame'))('metrics') };
}

export default async function MetricsListPage() {
  await requireRole('viewer');
  return <MetricsPage />;
}
