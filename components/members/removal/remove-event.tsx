'use client';

import { EllipsisVertical, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useErrorText } from '@/components/data-client/use-error-text';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { IconButton } from '@/components/ui/icon-button';
import { Menu } from '@/components/ui/menu';
import { Notice } from '@/components/ui/notice';
import { toast } from '@/components/ui/toast';
import { useFormat } from '@/components/ui/use-format';
import { useText } from '@/components/ui/use-text';
import { useWorkspace } from '@/components/ui/workspace-context';
import type { TimelineEvent } from '@/lib/contracts/members';
import { can } from '@/lib/contracts/people';
import { useEventRemoval, useRemoveEvent } from './use-removal';

/** The menu of an event in a member's timeline. */
export function EventMenu({ member, event }: { member: string; event: TimelineEvent }) {
  const t = useTranslations('members.removal');
  const text = useText();
  const format = useFormat();
  const errorText = useErrorText();
  const { me } = useWorkspace();
  const [isAsking, setAsking] = useState(false);
  const removal = useEventRemoval(member, isAsking ? event.id : null);
  const remove = useRemoveEvent(member);
  const failure = remove.error ?? removal.error;
  if (!can(me.role, 'import')) return null;
  const name = `${text(event.label)}, ${format.instant(event.at)}`;
  const entries = [
    { id: 'remove', text: t('removeEvent'), icon: Trash2, danger: true, onAction: () => setAsking(true) },
  ];
  return (
    <>
      <Menu
        label={t('eventMenu', { name })}
        trigger={<IconButton icon={EllipsisVertical} label={t('eventMenu', { name })} size="s" />}
        groups={[{ id: 'event', entries }]}
      />
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={t('eventTitle', { name })}
        verb={t('removeEvent')}
        isDisabled={!removal.data}
        isPending={remove.isPending}
        onConfirm={() =>
          remove.mutate(event.id, {
            onSuccess: () => {
              setAsking(false);
              toast({ tone: 'ok', text: t('eventRemoved', { name }) });
            },
          })
        }
      >
        <div className="flex flex-col gap-3">
          {failure !== null && (
            <Notice tone="danger" live>
              {errorText(failure)}
            </Notice>
          )}
          {removal.data && removal.data.points > 0 && (
            <p>{t('eventPoints', { count: removal.data.points })}</p>
          )}
          <p>{t('eventText')}</p>
        </div>
      </ConfirmDialog>
    </>
  );
}
