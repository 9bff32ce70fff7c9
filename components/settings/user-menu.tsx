'use client';

import { Ban, CircleCheck, Ellipsis, KeyRound, LogOut, ShieldCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Dialog } from '@/components/ui/dialog';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, type MenuEntry } from '@/components/ui/menu';
import { RadioGroup } from '@/components/ui/radio-group';
import { toast } from '@/components/ui/toast';
import type { IssuedPasswordDto, UserDto } from '@/lib/contracts/people';
import { useRoleOptions } from './role-options';
import { useChangeUser, useEndSessions, useResetPassword } from './use-users';

interface Props {
  user: UserDto;
  isMe: boolean;
  onIssued: (issued: IssuedPasswordDto) => void;
}

type Asked = 'role' | 'disable' | 'reset' | 'end' | null;

/** What an admin can do with a user. */
export function UserMenu({ user, isMe, onIssued }: Props) {
  const t = useTranslations('settings.users');
  const [asked, setAsked] = useState<Asked>(null);
  const change = useChangeUser();
  const reset = useResetPassword();
  const end = useEndSessions();
  const close = () => setAsked(null);
  const { name } = user;

  const account: MenuEntry[] = [
    { id: 'role', text: t('changeRole'), icon: ShieldCheck, onAction: () => setAsked('role') },
    { id: 'end', text: t('endSessions'), icon: LogOut, onAction: () => setAsked('end') },
  ];
  if (!user.external && !isMe)
    account.push({
      id: 'reset',
      text: t('resetPassword'),
      icon: KeyRound,
      onAction: () => setAsked('reset'),
    });
  const access: MenuEntry = user.disabled
    ? {
        id: 'enable',
        text: t('enable'),
        icon: CircleCheck,
        onAction: () =>
          change.mutate(
            { id: user.id, disabled: false },
            { onSuccess: () => toast({ tone: 'ok', text: t('enabled', { name }) }) },
          ),
      }
    : { id: 'disable', text: t('disable'), icon: Ban, danger: true, onAction: () => setAsked('disable') };

  return (
    <>
      <Menu
        label={t('actionsFor', { name })}
        trigger={<IconButton size="s" icon={Ellipsis} label={t('actionsFor', { name })} placement="left" />}
        groups={[
          { id: 'account', entries: account },
          { id: 'access', entries: isMe ? [] : [access] },
        ].filter(({ entries }) => entries.length > 0)}
      />
      {asked === 'role' && <RoleDialog user={user} onClose={close} />}
      <ConfirmDialog
        isOpen={asked === 'disable'}
        onClose={close}
        title={t('disableTitle', { name })}
        verb={t('disable')}
        isPending={change.isPending}
        onConfirm={() => change.mutate({ id: user.id, disabled: true }, { onSettled: close })}
      >
        {t('disableText')}
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={asked === 'reset'}
        onClose={close}
        title={t('resetTitle', { name })}
        verb={t('resetPassword')}
        isPending={reset.isPending}
        onConfirm={() => reset.mutate(user.id, { onSuccess: onIssued, onSettled: close })}
      >
        {t('resetText')}
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={asked === 'end'}
        onClose={close}
        title={t('endTitle', { name })}
        verb={t('endSessions')}
        isPending={end.isPending}
        onConfirm={() =>
          end.mutate(user.id, {
            onSuccess: () => toast({ tone: 'ok', text: t('ended', { name }) }),
            onSettled: close,
          })
        }
      >
        {isMe ? t('endOwnText') : t('endText')}
      </ConfirmDialog>
    </>
  );
}

function RoleDialog({ user, onClose }: { user: UserDto; onClose: () => void }) {
  const t = useTranslations();
  const options = useRoleOptions();
  const change = useChangeUser();
  const [role, setRole] = useState(user.role);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('settings.users.roleTitle', { name: user.name })}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            variant="primary"
            isPending={change.isPending}
            isDisabled={role === user.role}
            onPress={() => change.mutate({ id: user.id, role }, { onSuccess: onClose })}
          >
            {t('settings.users.changeRole')}
          </Button>
        </>
      }
    >
      <RadioGroup aria-label={t('settings.users.role')} options={options} value={role} onChange={setRole} />
    </Dialog>
  );
}
