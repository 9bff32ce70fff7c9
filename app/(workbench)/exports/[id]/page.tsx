import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Hydrated } from '@/app/hydrated';
import { exportKeys } from '@/components/exports/export-keys';
import { ExportPage } from '@/components/exports/export-page';
import { requireRole } from '@/lib/auth/session';
import { getDb } from '@/lib/db/connect';
import { exportById, exportEntry } from '@/lib/services/exports/export-dto';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame'))('exports') };
}

export default async function OneExportPage({ params }: PageProps<'/exports/[id]'>) {
  await requireRole('approver');
  const db = await getDb();
  const { id } = await params;
  const read = async () => ({ export: await exportEntry(db, await exportById(db, id)) });
  return (
    <Hydrated reads={[{ key: exportKeys.one(id), read }]}>
      <ExportPage id={id} />
    </Hydrated>
  );
}
