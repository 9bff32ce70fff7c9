'use client';

import { Download, Trash2, Users } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button, LinkButton } from '@/components/ui/button';
import { useWorkspace } from '@/components/ui/workspace-context';
import type { List } from '@/lib/contracts/lists';
import { can } from '@/lib/contracts/people';
import { textKey } from '@/lib/i18n/locales';
import { DeleteListDialog } from './delete-list-dialog';
import { isUnderWay } from './use-lists';

/** What can be done with a list: see its members, take away who is left over, delete it. */
export function ListActions({ of: list }: { of: List }) {
  const t = useTranslations('lists');
  const c = useTranslations('common');
  const locale = useLocale();
  const { me } = useWorkspace();
  const [isAsking, setAsking] = useState(false);
  const mayChange = can(me.role, 'import');
  const isReady = list.state === 'ready';
  return (
    <>
      {mayChange && !isUnderWay(list.state) && (
        <Button variant="quiet" icon={Trash2} onPress={() => setAsking(true)}>
          {c('delete')}
        </Button>
      )}
      {mayChange && isReady && list.uploaded > list.matched && (
        <LinkButton
          icon={Download}
          href={`/api/lists/${encodeURIComponent(list.id)}/unmatched.csv?locale=${textKey(locale)}`}
          download
        >
          {t('downloadUnmatched')}
        </LinkButton>
      )}
      {isReady && list.members > 0 && (
        <LinkButton variant="primary" icon={Users} href={`/members?list=${encodeURIComponent(list.id)}`}>
          {t('seeMembers')}
        </LinkButton>
      )}
      {isAsking && <DeleteListDialog list={list} onClose={() => setAsking(false)} />}
    </>
  );
}
