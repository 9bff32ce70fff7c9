import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Hydrated } from '@/app/hydrated';
import { dataKeys } from '@/components/data/data-keys';
import { MetricsPage } from '@/components/data/metrics/metrics-page';
import { requireRole } from '@/lib/auth/session';
import { getDb } from '@/lib/db/connect';
import { listMetrics } from '@/lib/services/metrics/metric-dto';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame'))('metrics') };
}

export default async function MetricsListPage() {
  await requireRole('viewer');
  const db = await getDb();
  return (
    <Hydrated reads={[{ key: dataKeys.metrics, read: async () => ({ metrics: await listMetrics(db) }) }]}>
      <MetricsPage />
    </Hydrated>
  );
}
