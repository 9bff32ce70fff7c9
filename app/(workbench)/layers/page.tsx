import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DefinitionsPage } from '@/components/definitions/list/definitions-page';
import { requireRole } from '@/lib/auth/session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame'))('layers') };
}

export default async function LayersPage() {
  await requireRole('viewer');
  return <DefinitionsPage kind="layering" />;
}
