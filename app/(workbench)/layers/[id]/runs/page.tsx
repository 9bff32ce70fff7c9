import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { RunsPage } from '@/components/definitions/runs/runs-page';
import { requireRole } from '@/lib/auth/session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('definitions.runs'))('title') };
}

export default async function LayeringRunsPage({ params }: { params: Promise<{ id: string }> }) {
  await requireRole('viewer');
  return <RunsPage id={(await params).id} />;
}
