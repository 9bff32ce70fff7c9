'use client';

import { Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useErrorText } from '@/components/data-client/use-error-text';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { toast } from '@/components/ui/toast';
import { useWorkspace } from '@/components/ui/workspace-context';
import { can } from '@/lib/contracts/people';
import { useMemberRemoval, useRemoveMember } from './use-removal';

const parts = ['events', 'points', 'entries', 'tags', 'layers', 'lists', 'identities'] as const;

/** Removes a member, after it has said what goes with them. */
export function RemoveMember({ id }: { id: string }) {
  const t = useTranslations('members.removal');
  const errorText = useErrorText();
  const router = useRouter();
  const { me } = useWorkspace();
  const [isAsking, setAsking] = useState(false);
  const { data, error } = useMemberRemoval(id, isAsking);
  const remove = useRemoveMember(id);
  const failure = remove.error ?? error;
  if (!can(me.role, 'remove')) return null;
  return (
    <>
      <Button variant="quiet" icon={Trash2} onPress={() => setAsking(true)}>
        {t('verb')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={t('title', { id })}
        verb={t('verb')}
        isDisabled={!data}
        isPending={remove.isPending}
        onConfirm={() =>
          remove.mutate(undefined, {
            onSuccess: () => {
              toast({ tone: 'ok', text: t('begun', { id }) });
              router.push('/members');
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
          <p>{t('text')}</p>
          {data ? (
            <ul className="list-disc pl-5">
              {parts.map((part) => data[part] > 0 && <li key={part}>{t(part, { count: data[part] })}</li>)}
            </ul>
          ) : (
            failure === null && <Skeleton className="h-20" />
          )}
        </div>
      </ConfirmDialog>
    </>
  );
}
