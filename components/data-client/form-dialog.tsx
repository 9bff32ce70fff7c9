'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useId } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { useErrorText } from './use-error-text';

interface Props {
  title: ReactNode;
  /** The verb on the button. */
  verb: string;
  children: ReactNode;
  onSubmit: () => void;
  onClose: () => void;
  /** What stands in the place of “Cancel”. */
  back?: ReactNode;
  isPending: boolean;
  isDisabled?: boolean;
  /** What the server said to the last try. */
  error: unknown;
  size?: 's' | 'm' | 'l';
}

/** A form in a dialog: Enter sends it, and a refusal stands above its buttons. */
export function FormDialog({
  title,
  verb,
  children,
  onSubmit,
  onClose,
  back,
  isPending,
  isDisabled,
  error,
  size = 'm',
}: Props) {
  const c = useTranslations('common');
  const errorText = useErrorText();
  const form = useId();
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      size={size}
      footer={
        <>
          {back ?? <Button onPress={onClose}>{c('cancel')}</Button>}
          <Button variant="primary" type="submit" form={form} isPending={isPending} isDisabled={isDisabled}>
            {verb}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          // Drawn elsewhere, the dialog is still inside the form that opened it, which mustn't be sent with it.
          event.stopPropagation();
          if (!isPending && !isDisabled) onSubmit();
        }}
      >
        {children}
        {error !== null && error !== undefined && (
          <Notice tone="danger" live>
            {errorText(error)}
          </Notice>
        )}
      </form>
    </Dialog>
  );
}
