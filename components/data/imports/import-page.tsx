'use client';

import { Download, Trash2, Users } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Loaded } from '@/components/data-client/loaded';
import { Crumb } from '@/components/frame/crumb';
import { Badge } from '@/components/ui/badge';
import { Button, LinkButton } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Instant } from '@/components/ui/instant';
import { Page } from '@/components/ui/page';
import { PageSkeleton } from '@/components/ui/skeleton';
import { toast } from '@/components/ui/toast';
import { useFormat } from '@/components/ui/use-format';
import { useWorkspace } from '@/components/ui/workspace-context';
import type { Import } from '@/lib/contracts/imports';
import { can } from '@/lib/contracts/people';
import { ImportOutcome } from './import-outcome';
import { ImportStateBadge } from './import-state-badge';
import { LeftOutPanel } from './left-out-panel';
import { UndoImport } from './undo-import';
import { UndoneNotice } from './undone-notice';
import { isUnderWay, useDeleteImport, useImport } from './use-imports';

/** One import: its progress, what came of its rows, the rejected ones, the mapping to use again. */
export function ImportPage({ id }: { id: string }) {
  const t = useTranslations('imports');
  const format = useFormat();
  const query = useImport(id);
  return (
    <Loaded query={query} skeleton={<PageSkeleton />}>
      {({ import: found, leftOut }) => (
        <Page
          title={
            <span className="flex flex-wrap items-center gap-2">
              {found.name} <ImportStateBadge state={found.state} />{' '}
              {found.dryRun && <Badge>{t('dryRun')}</Badge>}
            </span>
          }
          subtitle={
            <>
              {t(`kinds.${found.kind}`)} · {format.bytes(found.bytes)} · <Instant at={found.createdAt} /> ·{' '}
              {found.createdBy}
            </>
          }
          actions={<Actions of={found} />}
        >
          <Crumb name={found.name} />
          <UndoneNotice of={found} />
          <ImportOutcome of={found} />
          <LeftOutPanel leftOut={leftOut} />
        </Page>
      )}
    </Loaded>
  );
}

function Actions({ of: found }: { of: Import }) {
  const t = useTranslations('imports');
  const c = useTranslations('common');
  const router = useRouter();
  const { me } = useWorkspace();
  const [isAsking, setAsking] = useState(false);
  const remove = useDeleteImport();
  return (
    <>
      {can(me.role, 'import') && found.canUndo && <UndoImport of={found} />}
      {can(me.role, 'import') && !isUnderWay(found.state) && (
        <Button variant="quiet" icon={Trash2} onPress={() => setAsking(true)}>
          {c('delete')}
        </Button>
      )}
      <LinkButton icon={Download} href={`/api/imports/${found.id}/mapping`} download>
        {t('mapping')}
      </LinkButton>
      {found.state === 'done' && !found.dryRun && (
        <LinkButton variant="primary" icon={Users} href="/members">
          {t('seeMembers')}
        </LinkButton>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={t('deleteTitle', { name: found.name })}
        verb={c('delete')}
        isPending={remove.isPending}
        onConfirm={() =>
          remove.mutate(found.id, {
            onSuccess: () => {
              toast({ tone: 'ok', text: t('deleted', { name: found.name }) });
              router.push('/data/imports');
            },
            onSettled: () => setAsking(false),
          })
        }
      >
        {t(found.canUndo ? 'deleteTextUndo' : 'deleteText')}
      </ConfirmDialog>
    </>
  );
}
