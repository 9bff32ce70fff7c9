import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Hydrated } from '@/app/hydrated';
import { dataKeys } from '@/components/data/data-keys';
import { ImportsPage } from '@/components/data/imports/imports-page';
import { requireRole } from '@/lib/auth/session';
import { getDb } from '@/lib/db/connect';
import { listImports } from '@/lib/services/import/records/find-import';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame'))('imports') };
}

export default async function ImportsListPage() {
  await requireRole('viewer');
  const db = await getDb();
  return (
    <Hydrated reads={[{ key: dataKeys.imports, start: '', readPage: () => listImports(db, undefined, 50) }]}>
      <ImportsPage />
    </Hydrated>
  );
}
