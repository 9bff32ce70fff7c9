'use client';

import { useTranslations } from 'next-intl';
import { useErrorText } from '@/components/data-client/use-error-text';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Notice } from '@/components/ui/notice';
import { useFormat } from '@/components/ui/use-format';
import { useText } from '@/components/ui/use-text';
import type { List } from '@/lib/contracts/lists';
import { useDeleteList, useListUsage } from './use-lists';

interface Props {
  list: List;
  onClose: () => void;
}

/** Asks before a list goes; one that rules read can't, and says which. */
export function DeleteListDialog({ list, onClose }: Props) {
  const t = useTranslations('lists.delete');
  const c = useTranslations('common');
  const text = useText();
  const format = useFormat();
  const errorText = useErrorText();
  const usage = useListUsage(list.id);
  const remove = useDeleteList();
  const readers = usage.data?.usage ?? [];
  const names = [...new Set(readers.map(({ label }) => text(label)))];
  const error = remove.error ?? usage.error;
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t('title', { name: list.label })}
      dependents={names}
      verb={c('delete')}
      isPending={remove.isPending}
      isDisabled={usage.data === undefined || names.length > 0}
      onConfirm={() => remove.mutate(list.id, { onSuccess: onClose })}
    >
      {error && (
        <Notice tone="danger" live>
          {errorText(error)}
        </Notice>
      )}
      {names.length > 0 ? (
        <p>{t('used')}</p>
      ) : (
        <p>{list.state === 'ready' ? t('members', { count: format.number(list.members) }) : t('text')}</p>
      )}
    </ConfirmDialog>
  );
}
