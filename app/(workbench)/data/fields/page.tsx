import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { FieldsPage } from '@/components/data/fields/fields-page';
import { requireRole } from '@/lib/auth/session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame'))('fields') };
}

export default async function FieldsListPage() {
  await requireRole('viewer');
  return <FieldsPage />;
}
