import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AuditPage } from '@/components/settings/audit-page';
import { requireRole } from '@/lib/auth/session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame'))('audit') };
}

export default async function AuditSettingsPage() {
  await requireRole('admin');
  return <AuditPage />;
}
