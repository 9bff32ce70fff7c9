import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EventsPage } from '@/components/data/events/events-page';
import { requireRole } from '@/lib/auth/session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame'))('events') };
}

export default async function EventTypesPage() {
  await requireRole('viewer');
  return <EventsPage />;
}
