'use client';

import { UserPlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { Loaded } from '@/components/data-client/loaded';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { type ColumnSpec, DataTable } from '@/components/ui/data-table';
import { Instant } from '@/components/ui/instant';
import { Page } from '@/components/ui/page';
import { useText } from '@/components/ui/use-text';
import { useWorkspace } from '@/components/ui/workspace-context';
import { type IssuedPasswordDto, roles, roleText, type UserDto } from '@/lib/contracts/people';
import { CreateUserDialog } from './create-user-dialog';
import { IssuedSecretDialog } from './issued-secret-dialog';
import { useUsers } from './use-users';
import { UserMenu } from './user-menu';

export function UsersPage() {
  const t = useTranslations('settings.users');
  const query = useUsers();
  const [isCreating, setCreating] = useState(false);
  const [issued, setIssued] = useState<IssuedPasswordDto | null>(null);
  const columns = useUserColumns(setIssued);
  return (
    <Page
      title={t('title')}
      subtitle={t('subtitle')}
      actions={
        <Button variant="primary" icon={UserPlus} onPress={() => setCreating(true)}>
          {t('create')}
        </Button>
      }
    >
      <Loaded query={query}>
        {({ users }) => (
          <DataTable
            label={t('title')}
            columns={columns}
            rows={users}
            rowId={({ id }) => id}
            initialSort={{ id: 'name', desc: false }}
          />
        )}
      </Loaded>
      {isCreating && (
        <CreateUserDialog
          onClose={() => setCreating(false)}
          onCreated={(created) => {
            setCreating(false);
            setIssued(created);
          }}
        />
      )}
      {issued && (
        <IssuedSecretDialog
          title={t('issuedTitle', { name: issued.user.name })}
          label={t('password')}
          secret={issued.password}
          onClose={() => setIssued(null)}
        >
          {t('issued')}
        </IssuedSecretDialog>
      )}
    </Page>
  );
}

function useUserColumns(onIssued: (issued: IssuedPasswordDto) => void): ColumnSpec<UserDto>[] {
  const t = useTranslations('settings.users');
  const text = useText();
  const { me } = useWorkspace();
  return useMemo(
    () => [
      {
        id: 'name',
        title: t('name'),
        sort: ({ name }) => name,
        cell: (user) => (
          <span className="flex flex-wrap items-center gap-1.5">
            <span className={user.disabled ? 'text-ink-faint' : 'font-medium'}>{user.name}</span>
            {user.id === me.id && <Badge tone="accent">{t('you')}</Badge>}
            {user.disabled && <Badge tone="danger">{t('disabled')}</Badge>}
            {user.mustChangePassword && <Badge tone="warn">{t('mustChange')}</Badge>}
            {user.external && <Badge>{t('external')}</Badge>}
          </span>
        ),
      },
      {
        id: 'role',
        title: t('role'),
        sort: ({ role }) => roles.indexOf(role),
        cell: ({ role }) => text(roleText[role]),
      },
      {
        id: 'last',
        title: t('lastSignIn'),
        wideOnly: true,
        sort: ({ lastSignInAt }) => lastSignInAt,
        cell: ({ lastSignInAt }) => (lastSignInAt ? <Instant at={lastSignInAt} /> : t('never')),
      },
      {
        id: 'created',
        title: t('created'),
        wideOnly: true,
        sort: ({ createdAt }) => createdAt,
        cell: ({ createdAt }) => <Instant at={createdAt} />,
      },
      {
        id: 'menu',
        title: <span className="sr-only">{t('actions')}</span>,
        align: 'end',
        width: 48,
        cell: (user) => <UserMenu user={user} isMe={user.id === me.id} onIssued={onIssued} />,
      },
    ],
    [t, text, me.id, onIssued],
  );
}
