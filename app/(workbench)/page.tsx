import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { HomePage } from '@/components/home/home-page';
import { requireRole } from '@/lib/auth/session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame'))('home') };
}

export default async function HomeOverviewPage() {
  await requireRole('viewer');
  return <HomePage />;
}
