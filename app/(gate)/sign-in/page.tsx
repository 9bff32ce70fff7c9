import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { safeNext } from '@/components/frame/safe-next';
import { SignInCard } from '@/components/frame/sign-in-card';
import { oidcProvider } from '@/lib/auth/oidc';
import { currentActor } from '@/lib/auth/session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('title') };
}

/** `?next=` a path of ours to go to afterwards; `?error=` what next-auth came back with. */
export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const { next, callbackUrl, error } = await searchParams;
  const goal = safeNext(next ?? callbackUrl);
  const actor = await currentActor().catch(() => null);
  if (actor && error === undefined) redirect(goal);
  return (
    <SignInCard
      next={goal}
      error={typeof error === 'string' ? error : ''}
      organisation={oidcProvider()?.name ?? null}
    />
  );
}
