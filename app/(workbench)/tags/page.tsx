import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DefinitionsPage } from '@/components/definitions/list/definitions-page';
import { requireRole } from '@/lib/auth/session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame'))('tags') };
}

export default async function TagsPage() {
  await requireRole('viewer');
  return <DefinitionsPage kind="tag" />;
}
