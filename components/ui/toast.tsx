'use client';

import { CircleCheck, OctagonAlert, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import {
  Button as AriaButton,
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components';
import { Button } from './button';

export interface ToastText {
  tone: 'ok' | 'danger';
  text: string;
  /** Takes back what was done; offered as long as the toast stands. */
  undo?: () => void;
}

const queue = new ToastQueue<ToastText>({ maxVisibleToasts: 3 });

/** Says what was done. What can be undone stays ten seconds, a failure until it is dismissed. */
export function toast(message: ToastText): void {
  queue.add(message, message.tone === 'danger' ? {} : { timeout: message.undo ? 10_000 : 5_000 });
}

/** Where toasts appear; once, in the layout. */
export function Toasts() {
  const t = useTranslations();
  return (
    <ToastRegion
      queue={queue}
      aria-label={t('ui.notifications')}
      className="fixed right-3 bottom-3 left-3 z-50 flex flex-col items-end gap-2 rounded-lg outline-none sm:left-auto"
    >
      {({ toast: item }) => (
        <Toast
          toast={item}
          className="appear flex w-full max-w-md items-center gap-2 rounded-lg border border-line bg-raised py-2 pr-2 pl-3 shadow-float"
        >
          {item.content.tone === 'ok' ? (
            <CircleCheck size={16} aria-hidden className="shrink-0 text-ok-ink" />
          ) : (
            <OctagonAlert size={16} aria-hidden className="shrink-0 text-danger-ink" />
          )}
          <ToastContent className="min-w-0 flex-1 break-words">
            <Text slot="title">{item.content.text}</Text>
          </ToastContent>
          {item.content.undo && (
            <Button
              slot={null}
              size="s"
              onPress={() => {
                item.content.undo?.();
                queue.close(item.key);
              }}
            >
              {t('common.undo')}
            </Button>
          )}
          <AriaButton
            slot="close"
            aria-label={t('ui.dismiss')}
            className="flex size-6 shrink-0 items-center justify-center rounded-sm text-ink-faint data-hovered:bg-hover"
          >
            <X size={14} aria-hidden />
          </AriaButton>
        </Toast>
      )}
    </ToastRegion>
  );
}
