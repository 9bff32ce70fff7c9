import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MovementPage } from '@/components/layers/movement/movement-page';
import { requireRole } from '@/lib/auth/session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('layers.movement'))('title') };
}

export default async function LayeringMovementPage({ params }: { params: Promise<{ id: string }> }) {
  await requireRole('viewer');
  return <MovementPage id={(await params).id} />;
}
