'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { KeyRound, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { z } from 'zod';
import { api } from '@/components/data-client/api';
import { Loaded } from '@/components/data-client/loaded';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { type ColumnSpec, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Instant } from '@/components/ui/instant';
import { Page } from '@/components/ui/page';
import { TextLink } from '@/components/ui/text-link';
import { useText } from '@/components/ui/use-text';
import { type ApiKeyDto, apiKeyListDto, type IssuedApiKeyDto, scopeText } from '@/lib/contracts/api-keys';
import { CreateApiKeyDialog } from './create-api-key-dialog';
import { IssuedSecretDialog } from './issued-secret-dialog';
import { settingsKeys } from './settings-keys';

export function ApiKeysPage() {
  const t = useTranslations('settings.apiKeys');
  const client = useQueryClient();
  const query = useQuery({
    queryKey: settingsKeys.apiKeys,
    queryFn: ({ signal }) => api(apiKeyListDto, '/api/api-keys', { signal }),
  });
  const [isCreating, setCreating] = useState(false);
  const [issued, setIssued] = useState<IssuedApiKeyDto | null>(null);
  const [revoking, setRevoking] = useState<ApiKeyDto | null>(null);
  const revoke = useMutation({
    mutationFn: (id: string) =>
      api(z.unknown(), `/api/api-keys/${encodeURIComponent(id)}`, { method: 'DELETE' }),
    onSettled: () => client.invalidateQueries({ queryKey: settingsKeys.apiKeys }),
  });
  const columns = useKeyColumns(setRevoking);
  const create = (
    <Button variant="primary" icon={Plus} onPress={() => setCreating(true)}>
      {t('create')}
    </Button>
  );
  return (
    <Page
      title={t('title')}
      subtitle={t('subtitle')}
      actions={
        <>
          <TextLink href="/help/api">{t('reference')}</TextLink>
          {create}
        </>
      }
    >
      <Loaded query={query}>
        {({ keys }) => (
          <DataTable
            label={t('title')}
            columns={columns}
            rows={keys}
            rowId={({ id }) => id}
            footer={
              keys.length === 0 && (
                <EmptyState icon={KeyRound} title={t('empty')} action={create}>
                  {t('emptyText')}
                </EmptyState>
              )
            }
          />
        )}
      </Loaded>
      {isCreating && (
        <CreateApiKeyDialog
          onClose={() => setCreating(false)}
          onCreated={(created) => {
            setCreating(false);
            setIssued(created);
            client.invalidateQueries({ queryKey: settingsKeys.apiKeys });
          }}
        />
      )}
      {issued && (
        <IssuedSecretDialog
          title={t('issuedTitle', { name: issued.key.label })}
          label={t('token')}
          secret={issued.token}
          onClose={() => setIssued(null)}
        >
          {t('issued')}
        </IssuedSecretDialog>
      )}
      <ConfirmDialog
        isOpen={revoking !== null}
        onClose={() => setRevoking(null)}
        title={t('revokeTitle', { name: revoking?.label ?? '' })}
        verb={t('revoke')}
        isPending={revoke.isPending}
        onConfirm={() => revoking && revoke.mutate(revoking.id, { onSettled: () => setRevoking(null) })}
      >
        {t('revokeText')}
      </ConfirmDialog>
    </Page>
  );
}

function useKeyColumns(onRevoke: (key: ApiKeyDto) => void): ColumnSpec<ApiKeyDto>[] {
  const t = useTranslations('settings.apiKeys');
  const text = useText();
  return useMemo(
    () => [
      {
        id: 'label',
        title: t('label'),
        sort: ({ label }) => label,
        cell: ({ label, prefix, revokedAt }) => (
          <div>
            <span className={revokedAt ? 'text-ink-faint' : 'font-medium'}>{label}</span>{' '}
            {revokedAt && <Badge>{t('revoked')}</Badge>}
            <div className="font-mono text-ink-faint text-xs">{prefix}…</div>
          </div>
        ),
      },
      {
        id: 'scopes',
        title: t('scopes'),
        cell: ({ scopes }) => (
          <span className="flex flex-wrap gap-1">
            {scopes.map((scope) => (
              <Badge key={scope}>{text(scopeText[scope])}</Badge>
            ))}
          </span>
        ),
      },
      {
        id: 'used',
        title: t('lastUsed'),
        wideOnly: true,
        sort: ({ lastUsedAt }) => lastUsedAt,
        cell: ({ lastUsedAt }) => (lastUsedAt ? <Instant at={lastUsedAt} /> : t('never')),
      },
      {
        id: 'created',
        title: t('created'),
        wideOnly: true,
        sort: ({ createdAt }) => createdAt,
        cell: ({ createdAt, createdBy }) => (
          <>
            <Instant at={createdAt} /> · {createdBy}
          </>
        ),
      },
      {
        id: 'revoke',
        title: <span className="sr-only">{t('revoke')}</span>,
        align: 'end',
        cell: (key) =>
          !key.revokedAt && (
            <Button size="s" onPress={() => onRevoke(key)}>
              {t('revoke')}
            </Button>
          ),
      },
    ],
    [t, text, onRevoke],
  );
}
