'use client';

import { OctagonAlert, RotateCw, WifiOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from './button';
import { CopyButton } from './copy-button';

interface Props {
  /** What happened, in a sentence. */
  children: ReactNode;
  kind?: 'failed' | 'offline';
  /** For a person who can help: code, address, number. */
  details?: string;
  onRetry?: () => void;
}

/** Something failed: what happened, what is safe, what to do, and details to copy. */
export function ErrorState({ children, kind = 'failed', details, onRetry }: Props) {
  const t = useTranslations('ui.error');
  const c = useTranslations('common');
  const Icon = kind === 'offline' ? WifiOff : OctagonAlert;
  return (
    <div role="alert" className="flex flex-col items-center gap-2 px-6 py-12 text-center">
      <Icon size={28} aria-hidden strokeWidth={1.5} className="text-danger-ink" />
      <p className="font-medium text-lg">{t(kind === 'offline' ? 'offlineTitle' : 'title')}</p>
      <div className="max-w-prose text-ink-soft">
        <p className="break-words">{children}</p>
        <p>
          {t('safe')} {kind === 'failed' && t('retryHint')}
        </p>
      </div>
      <div className="mt-2 flex flex-wrap justify-center gap-2">
        {onRetry && (
          <Button variant="primary" icon={RotateCw} onPress={onRetry}>
            {c('retry')}
          </Button>
        )}
        {details && <CopyButton size="m" text={details} label={t('copyDetails')} />}
      </div>
      {details && (
        <details className="mt-2 max-w-full text-left text-ink-faint text-sm">
          <summary className="min-h-6 text-center">{t('details')}</summary>
          <pre className="mt-1 overflow-auto rounded-md bg-sunken p-2 font-mono text-xs whitespace-pre-wrap">
            {details}
          </pre>
        </details>
      )}
    </div>
  );
}
