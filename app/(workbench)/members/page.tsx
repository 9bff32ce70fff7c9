import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Hydrated } from '@/app/hydrated';
import { dataKeys } from '@/components/data/data-keys';
import { filterOf, filterParams } from '@/components/members/member-filter';
import { fieldColumns, memberKeys, memberPageSize, standardColumns } from '@/components/members/member-keys';
import { MembersPage } from '@/components/members/members-page';
import { requireRole } from '@/lib/auth/session';
import { memberQuerySchema } from '@/lib/contracts/members';
import { getDb } from '@/lib/db/connect';
import { catalogueAnswer } from '@/lib/services/catalogue/catalogue-answer';
import { listMembers } from '@/lib/services/members/list-members';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame'))('members') };
}

export default async function MembersListPage({ searchParams }: PageProps<'/members'>) {
  await requireRole('viewer');
  const db = await getDb();
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(await searchParams)) {
    if (typeof value === 'string') params.set(name, value);
  }
  const search = (params.get('search') ?? '').trim();
  const filter = filterOf(params);
  const filterId = filter && `${filter.kind} ${filter.value}`;
  const columns = fieldColumns((params.get('columns') ?? standardColumns).split(','));
  const chosen = Object.entries(filterParams(filterId)).filter(([, value]) => value !== null);
  const readPage = () =>
    listMembers(
      db,
      memberQuerySchema.parse({ search, ...Object.fromEntries(chosen), columns, limit: memberPageSize }),
    );
  return (
    <Hydrated
      reads={[
        { key: memberKeys.list(search, filterId, columns), start: -1, readPage },
        { key: dataKeys.catalogue(false, ''), read: () => catalogueAnswer(db, { search: '', fill: false }) },
      ]}
    >
      <MembersPage />
    </Hydrated>
  );
}
