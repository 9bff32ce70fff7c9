import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MetricPage } from '@/components/data/metrics/metric-page';
import { requireRole } from '@/lib/auth/session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame'))('metrics') };
}

export default async function OneMetricPage({ params }: PageProps<'/data/metrics/[key]'>) {
  await requireRole('viewer');
  return <MetricPage name={decodeURIComponent((await params).key)} />;
}
