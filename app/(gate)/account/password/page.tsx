import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PasswordCard } from '@/components/frame/password-card';
import { safeNext } from '@/components/frame/safe-next';
import { requireRole } from '@/lib/auth/session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('changeTitle') };
}

export default async function PasswordPage({ searchParams }: PageProps<'/account/password'>) {
  const { mustChangePassword } = await requireRole('viewer');
  const { next } = await searchParams;
  return <PasswordCard isObliged={mustChangePassword} next={safeNext(next)} />;
}
