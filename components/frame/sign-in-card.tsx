'use client';

import { signIn } from 'next-auth/react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { OIDC_PROVIDER } from '@/lib/contracts/sign-in';
import { Mark } from './rail';
import { SignInForm } from './sign-in-form';

interface Props {
  /** A path of ours. */
  next: string;
  error: string;
  /** What the identity provider calls itself; null when there is none. */
  organisation: string | null;
}

export function SignInCard({ next, error, organisation }: Props) {
  const t = useTranslations();
  return (
    <div className="rounded-lg border border-line bg-surface p-6">
      <div className="mb-5 flex items-center gap-2">
        <Mark />
        <div>
          <h1 className="font-semibold text-lg">{t('common.product')}</h1>
          <p className="text-ink-soft text-sm">{t('signIn.intro')}</p>
        </div>
      </div>
      {/* The whole page is fetched anew: nothing of another person may be left in it. */}
      <SignInForm initialError={error} onSignedIn={() => window.location.assign(next)} />
      {organisation && (
        <div className="mt-4 flex flex-col border-line border-t pt-4">
          <Button onPress={() => signIn(OIDC_PROVIDER, { callbackUrl: next })}>
            {t('signIn.organisation', { name: organisation })}
          </Button>
        </div>
      )}
    </div>
  );
}
