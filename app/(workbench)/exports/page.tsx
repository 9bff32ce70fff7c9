import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Hydrated } from '@/app/hydrated';
import { exportKeys, exportPageSize } from '@/components/exports/export-keys';
import { ExportsPage } from '@/components/exports/exports-page';
import { requireRole } from '@/lib/auth/session';
import { exportsQuerySchema } from '@/lib/contracts/exports';
import { getDb } from '@/lib/db/connect';
import { listExports } from '@/lib/services/exports/export-dto';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame'))('exports') };
}

export default async function ExportsListPage({ searchParams }: PageProps<'/exports'>) {
  await requireRole('approver');
  const db = await getDb();
  const { definition } =
    exportsQuerySchema.pick({ definition: true }).safeParse(await searchParams).data ?? {};
  const readPage = () => listExports(db, { definition, limit: exportPageSize });
  return (
    <Hydrated reads={[{ key: exportKeys.list(definition ?? null), start: '', readPage }]}>
      <ExportsPage />
    </Hydrated>
  );
}
