import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Hydrated } from '@/app/hydrated';
import { MirrorPage } from '@/components/settings/mirror-page';
import { settingsKeys } from '@/components/settings/settings-keys';
import { requireRole } from '@/lib/auth/session';
import { readMirrorStatus } from '@/lib/counting/mirror/read-status';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame'))('mirror') };
}

export default async function LiveCountsPage() {
  await requireRole('viewer');
  return (
    <Hydrated reads={[{ key: settingsKeys.mirror, read: readMirrorStatus }]}>
      <MirrorPage />
    </Hydrated>
  );
}
