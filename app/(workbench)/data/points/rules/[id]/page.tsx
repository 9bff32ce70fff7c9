import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { RulePage } from '@/components/data/points/rule-page';
import { requireRole } from '@/lib/auth/session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame'))('points') };
}

export default async function OnePointRulePage({ params }: PageProps<'/data/points/rules/[id]'>) {
  await requireRole('viewer');
  return <RulePage id={decodeURIComponent((await params).id)} />;
}
