import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Hydrated } from '@/app/hydrated';
import { dataKeys } from '@/components/data/data-keys';
import { listKeys } from '@/components/data/lists/list-keys';
import { ListsPage } from '@/components/data/lists/lists-page';
import { requireRole } from '@/lib/auth/session';
import { getDb } from '@/lib/db/connect';
import { catalogueAnswer } from '@/lib/services/catalogue/catalogue-answer';
import { allLists } from '@/lib/services/lists/list-dto';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame'))('lists') };
}

export default async function AllListsPage() {
  await requireRole('viewer');
  const db = await getDb();
  return (
    <Hydrated
      reads={[
        { key: listKeys.all, read: async () => ({ lists: await allLists(db) }) },
        { key: dataKeys.catalogue(false, ''), read: () => catalogueAnswer(db, { search: '', fill: false }) },
      ]}
    >
      <ListsPage />
    </Hydrated>
  );
}
