'use client';

import { useTranslations } from 'next-intl';
import { ErrorState } from '@/components/ui/error-state';

interface Props {
  error: Error & { digest?: string };
  retry: () => void;
}

/** A page that couldn't be made. What the server says about it stays on the server; the number leads there. */
export function PageError({ error, retry }: Props) {
  const t = useTranslations('ui.error');
  return (
    <ErrorState
      details={[error.digest && `digest ${error.digest}`, error.message].filter(Boolean).join('\n')}
      onRetry={retry}
    >
      {t('page')}
    </ErrorState>
  );
}
