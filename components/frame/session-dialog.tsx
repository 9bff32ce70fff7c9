'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { sessionGate } from '@/components/data-client/session-gate';
import { Dialog } from '@/components/ui/dialog';
import { TextLink } from '@/components/ui/text-link';
import { useWorkspace } from '@/components/ui/workspace-context';
import { SIGN_IN_PATH } from '@/lib/contracts/people';
import { SignInForm } from './sign-in-form';

/** Stands over the page, which stays as it is, until the same person has signed in again. */
export function SessionDialog() {
  const t = useTranslations('signIn');
  const { me } = useWorkspace();
  const client = useQueryClient();
  const isOpen = useSyncExternalStore(sessionGate.subscribe, sessionGate.isClosed, () => false);
  return (
    <Dialog
      role="alertdialog"
      isOpen={isOpen}
      onClose={() => sessionGate.open('given-up')}
      title={t('expiredTitle')}
    >
      <p className="mb-4 text-ink-soft">{t('expired')}</p>
      <SignInForm
        fixedName={me.name}
        onSignedIn={() => {
          sessionGate.open('signed-in');
          client.invalidateQueries();
        }}
      />
      <p className="mt-4 text-sm">
        <TextLink href={SIGN_IN_PATH}>{t('someoneElse')}</TextLink>
      </p>
    </Dialog>
  );
}
