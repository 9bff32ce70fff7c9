import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NewMetricPage } from '@/components/data/metrics/new-metric-page';
import { requireRole } from '@/lib/auth/session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame'))('newMetric') };
}

export default async function MetricFormPage() {
  await requireRole('editor');
  return <NewMetricPage />;
}
