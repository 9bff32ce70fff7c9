import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Hydrated } from '@/app/hydrated';
import { dataKeys } from '@/components/data/data-keys';
import { memberKeys } from '@/components/members/member-keys';
import { MemberPage } from '@/components/members/member-page';
import { requireRole } from '@/lib/auth/session';
import { Problem } from '@/lib/contracts/problem';
import { getDb } from '@/lib/db/connect';
import { catalogueAnswer } from '@/lib/services/catalogue/catalogue-answer';
import { memberDetail } from '@/lib/services/members/member-detail';

type Props = PageProps<'/members/[id]'>;

async function idOf({ params }: Props): Promise<string> {
  return decodeURIComponent((await params).id);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: await idOf(props) };
}

export default async function OneMemberPage(props: Props) {
  const actor = await requireRole('viewer');
  const id = await idOf(props);
  const db = await getDb();
  const member = await memberDetail(db, actor, id).catch((error: unknown) => {
    if (error instanceof Problem && error.code === 'not-found') notFound();
    throw error;
  });
  return (
    <Hydrated
      reads={[
        { key: memberKeys.one(id), read: async () => member },
        { key: dataKeys.catalogue(false, ''), read: () => catalogueAnswer(db, { search: '', fill: false }) },
      ]}
    >
      <MemberPage id={id} />
    </Hydrated>
  );
}
