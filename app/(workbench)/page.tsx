import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Hydrated } from '@/app/hydrated';
import { homeImports, homeKeys, homeRuns } from '@/components/home/home-keys';
import { HomePage } from '@/components/home/home-page';
import { requireRole } from '@/lib/auth/session';
import { definitionsQuerySchema } from '@/lib/contracts/definitions';
import { memberQuerySchema } from '@/lib/contracts/members';
import { getDb } from '@/lib/db/connect';
import { listDefinitions } from '@/lib/services/definitions/list-definitions';
import { listImports } from '@/lib/services/import/records/find-import';
import { listMembers } from '@/lib/services/members/list-members';
import { listRuns } from '@/lib/services/runs/run-dto';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame'))('home') };
}

export default async function HomeOverviewPage() {
  await requireRole('viewer');
  const db = await getDb();
  return (
    <Hydrated
      reads={[
        { key: homeKeys.definitions, read: () => listDefinitions(db, definitionsQuerySchema.parse({})) },
        { key: homeKeys.runs, read: () => listRuns(db, { limit: homeRuns }) },
        { key: homeKeys.imports, read: () => listImports(db, undefined, homeImports) },
        { key: homeKeys.members, read: () => listMembers(db, memberQuerySchema.parse({ limit: 1 })) },
      ]}
    >
      <HomePage />
    </Hydrated>
  );
}
