import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NoPermission } from '@/components/ui/no-permission';
import { requireRole } from '@/lib/auth/session';
import { roleSchema } from '@/lib/contracts/people';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ui.noPermission'))('title') };
}

/** Where `requireRole` sends a person whose role is too low. */
export default async function NotAllowedPage({ searchParams }: PageProps<'/not-allowed'>) {
  await requireRole('viewer');
  const { role } = await searchParams;
  return <NoPermission role={roleSchema.catch('admin').parse(role)} />;
}
