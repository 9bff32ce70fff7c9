import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Hydrated } from '@/app/hydrated';
import { dataKeys } from '@/components/data/data-keys';
import { listKeys } from '@/components/data/lists/list-keys';
import { ListPage } from '@/components/data/lists/list-page';
import { requireRole } from '@/lib/auth/session';
import { getDb } from '@/lib/db/connect';
import { catalogueAnswer } from '@/lib/services/catalogue/catalogue-answer';
import { findList, listUsage, toList } from '@/lib/services/lists/list-dto';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame'))('lists') };
}

export default async function OneListPage({ params }: PageProps<'/data/lists/[id]'>) {
  await requireRole('viewer');
  const db = await getDb();
  const { id } = await params;
  return (
    <Hydrated
      reads={[
        { key: listKeys.one(id), read: async () => ({ list: toList(await findList(db, id)) }) },
        { key: listKeys.usage(id), read: async () => ({ usage: await listUsage(db, id) }) },
        { key: dataKeys.catalogue(false, ''), read: () => catalogueAnswer(db, { search: '', fill: false }) },
      ]}
    >
      <ListPage id={id} />
    </Hydrated>
  );
}
