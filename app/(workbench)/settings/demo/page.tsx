import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DemoPage } from '@/components/settings/demo-page';
import { requireRole } from '@/lib/auth/session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame'))('demo') };
}

export default async function DemoSettingsPage() {
  await requireRole('admin');
  return <DemoPage />;
}
