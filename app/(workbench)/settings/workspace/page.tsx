import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { WorkspacePage } from '@/components/settings/workspace-page';
import { requireRole } from '@/lib/auth/session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame'))('workspace') };
}

export default async function WorkspaceSettingsPage() {
  await requireRole('viewer');
  return <WorkspacePage />;
}
