import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { JobsPage } from '@/components/jobs/jobs-page';
import { requireRole } from '@/lib/auth/session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame'))('jobs') };
}

export default async function JobsListPage() {
  await requireRole('viewer');
  return <JobsPage />;
}
