'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { classNames } from './class-names';
import { IconButton } from './icon-button';

interface Props {
  isOpen: boolean;
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  /** The buttons, the verb last. */
  footer?: ReactNode;
  /** Asks for an answer: no cross, and a click beside it does not close it. */
  role?: 'dialog' | 'alertdialog';
  size?: 's' | 'm' | 'l';
}

const veil = 'fixed inset-0 z-40 flex bg-veil';
const widths = { s: 'max-w-md', m: 'max-w-xl', l: 'max-w-4xl' };

/** In the middle of the page, over everything. There is never one on another. */
export function Dialog({ size = 's', ...props }: Props) {
  return (
    <ModalOverlay
      isOpen={props.isOpen}
      onOpenChange={(open) => !open && props.onClose()}
      isDismissable={props.role !== 'alertdialog'}
      className={classNames(veil, 'items-start justify-center p-3 sm:pt-[10vh]')}
    >
      <Modal className={classNames('appear w-full', widths[size])}>
        <Sheet {...props} className="max-h-[calc(100dvh-2rem)] rounded-lg sm:max-h-[80dvh]" />
      </Modal>
    </ModalOverlay>
  );
}

/** At the right edge, the full height: details of something on the page. */
export function Drawer({ size = 'm', ...props }: Props) {
  return (
    <ModalOverlay
      isOpen={props.isOpen}
      onOpenChange={(open) => !open && props.onClose()}
      isDismissable
      className={classNames(veil, 'justify-end')}
    >
      <Modal className={classNames('slide-in h-dvh w-full', widths[size])}>
        <Sheet {...props} className="h-full" />
      </Modal>
    </ModalOverlay>
  );
}

function Sheet({
  title,
  children,
  footer,
  role = 'dialog',
  onClose,
  className,
}: Props & { className: string }) {
  const t = useTranslations('common');
  return (
    <AriaDialog
      role={role}
      className={classNames(
        'flex flex-col border border-line bg-raised text-ink shadow-float outline-none',
        className,
      )}
    >
      <header className="flex items-start gap-2 border-line border-b py-2.5 pr-2 pl-4">
        <Heading slot="title" className="min-w-0 flex-1 py-0.5 font-semibold text-lg break-words">
          {title}
        </Heading>
        {role === 'dialog' && <IconButton icon={X} label={t('close')} onPress={onClose} />}
      </header>
      <div className="min-h-0 flex-1 overflow-auto p-4">{children}</div>
      {footer && (
        <footer className="flex flex-wrap items-center justify-end gap-2 border-line border-t px-4 py-3">
          {footer}
        </footer>
      )}
    </AriaDialog>
  );
}
