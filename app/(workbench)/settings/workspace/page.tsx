import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Hydrated } from '@/app/hydrated';
import { settingsKeys } from '@/components/settings/settings-keys';
import { WorkspacePage } from '@/components/settings/workspace-page';
import { requireRole } from '@/lib/auth/session';
import { getDb } from '@/lib/db/connect';
import { getSettings } from '@/lib/ground/settings/settings';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame'))('workspace') };
}

export default async function WorkspaceSettingsPage() {
  await requireRole('viewer');
  const db = await getDb();
  return (
    <Hydrated reads={[{ key: settingsKeys.workspace, read: () => getSettings(db) }]}>
      <WorkspacePage />
    </Hydrated>
  );
}
