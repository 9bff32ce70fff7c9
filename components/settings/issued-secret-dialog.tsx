'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';

interface Props {
  title: string;
  label: string;
  secret: string;
  onClose: () => void;
  children: ReactNode;
}

/** A password or token that is shown this once. Only its button closes it. */
export function IssuedSecretDialog({ title, label, secret, onClose, children }: Props) {
  const t = useTranslations('settings');
  return (
    <Dialog
      role="alertdialog"
      isOpen
      onClose={onClose}
      title={title}
      footer={
        <Button variant="primary" onPress={onClose}>
          {t('noted')}
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        <Notice tone="warn">{children}</Notice>
        <div className="flex items-end gap-2">
          <TextField label={label} value={secret} isReadOnly mono className="min-w-0 flex-1" />
          <CopyButton size="m" text={secret} />
        </div>
      </div>
    </Dialog>
  );
}
