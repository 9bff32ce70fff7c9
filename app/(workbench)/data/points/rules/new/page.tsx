import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NewRulePage } from '@/components/data/points/new-rule-page';
import { requireRole } from '@/lib/auth/session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame'))('newPointRule') };
}

export default async function PointRuleFormPage() {
  await requireRole('editor');
  return <NewRulePage />;
}
