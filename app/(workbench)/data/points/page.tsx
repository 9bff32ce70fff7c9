import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Hydrated } from '@/app/hydrated';
import { dataKeys } from '@/components/data/data-keys';
import { PointsPage } from '@/components/data/points/points-page';
import { requireRole } from '@/lib/auth/session';
import { getDb } from '@/lib/db/connect';
import { pointsOverview } from '@/lib/services/points/programme';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame'))('points') };
}

export default async function PointsProgrammePage() {
  await requireRole('viewer');
  const db = await getDb();
  return (
    <Hydrated reads={[{ key: dataKeys.points, read: () => pointsOverview(db) }]}>
      <PointsPage />
    </Hydrated>
  );
}
