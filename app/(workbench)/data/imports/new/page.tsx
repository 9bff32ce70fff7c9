import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NewImportPage } from '@/components/data/imports/new-import-page';
import { requireRole } from '@/lib/auth/session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame'))('newImport') };
}

export default async function ImportWizardPage() {
  await requireRole('editor');
  return <NewImportPage />;
}
