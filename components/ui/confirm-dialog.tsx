'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from './button';
import { Dialog } from './dialog';

interface Props {
  isOpen: boolean;
  onClose: () => void;
  /** Names the thing: `删除名单“双十一老客”?` */
  title: ReactNode;
  /** What happens, and what can't be taken back. */
  children?: ReactNode;
  /** What depends on it; with these it usually can't be confirmed. */
  dependents?: readonly ReactNode[];
  /** The verb on the button. */
  verb: string;
  onConfirm: () => void;
  isPending?: boolean;
  isDisabled?: boolean;
  /** `danger` for what destroys. */
  variant?: 'danger' | 'primary';
}

/** Asks before what can't be undone. */
export function ConfirmDialog({
  isOpen,
  onClose,
  title,
  children,
  dependents = [],
  verb,
  onConfirm,
  isPending,
  isDisabled,
  variant = 'danger',
}: Props) {
  const t = useTranslations('common');
  const u = useTranslations('ui.confirm');
  return (
    <Dialog
      role="alertdialog"
      isOpen={isOpen}
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button onPress={onClose} autoFocus>
            {t('cancel')}
          </Button>
          <Button variant={variant} onPress={onConfirm} isPending={isPending} isDisabled={isDisabled}>
            {verb}
          </Button>
        </>
      }
    >
      {children}
      {dependents.length > 0 && (
        <div className="mt-3">
          <p className="font-medium">{u('dependents')}</p>
          <ul className="mt-1 list-disc pl-5">
            {dependents.map((dependent, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list of texts
              <li key={index}>{dependent}</li>
            ))}
          </ul>
        </div>
      )}
    </Dialog>
  );
}
