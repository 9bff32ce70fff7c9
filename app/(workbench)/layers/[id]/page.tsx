import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EditorPage } from '@/components/editor/editor-page';
import { requireRole } from '@/lib/auth/session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame'))('layers') };
}

export default async function LayeringPage({ params }: { params: Promise<{ id: string }> }) {
  await requireRole('viewer');
  return <EditorPage id={(await params).id} />;
}
