import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { RfmPage } from '@/components/layers/rfm/rfm-page';
import { requireRole } from '@/lib/auth/session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('layers.rfm'))('title') };
}

export default async function RfmWizardPage() {
  await requireRole('editor');
  return <RfmPage />;
}
