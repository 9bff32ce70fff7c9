'use client';

import { CircleUserRound, KeyRound, LogOut } from 'lucide-react';
import { signOut } from 'next-auth/react';
import { useTranslations } from 'next-intl';
import { IconButton } from '@/components/ui/icon-button';
import { Menu } from '@/components/ui/menu';
import { toast } from '@/components/ui/toast';
import { useText } from '@/components/ui/use-text';
import { useWorkspace } from '@/components/ui/workspace-context';
import { CHANGE_PASSWORD_PATH, roleText, SIGN_IN_PATH } from '@/lib/contracts/people';

/** Who is signed in, and what they can do about it. */
export function PersonMenu() {
  const t = useTranslations('frame');
  const text = useText();
  const { me } = useWorkspace();
  const leave = useSignOut();
  return (
    <Menu
      label={t('person')}
      trigger={<IconButton icon={CircleUserRound} label={t('person')} />}
      groups={[
        {
          id: 'me',
          title: `${me.name} · ${text(roleText[me.role])}`,
          entries: [
            { id: 'password', text: t('password'), icon: KeyRound, href: CHANGE_PASSWORD_PATH },
            { id: 'sign-out', text: t('signOut'), icon: LogOut, onAction: leave },
          ],
        },
      ]}
    />
  );
}

/** Signs out and goes to the sign-in page. */
export function useSignOut(): () => void {
  const t = useTranslations('frame');
  return () => {
    signOut({ callbackUrl: SIGN_IN_PATH }).catch(() => toast({ tone: 'danger', text: t('signOutFailed') }));
  };
}
