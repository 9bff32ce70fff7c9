'use client';

import { ErrorState } from '@/components/ui/error-state';
import { ApiError } from './api-error';
import { useErrorText } from './use-error-text';

interface Props {
  error: unknown;
  onRetry?: () => void;
}

/** What stands in the place of data that couldn't be fetched. */
export function QueryError({ error, onRetry }: Props) {
  const errorText = useErrorText();
  const known = error instanceof ApiError ? error : null;
  return (
    <ErrorState
      kind={known?.code === 'offline' ? 'offline' : 'failed'}
      details={known ? known.details : String(error)}
      onRetry={onRetry}
    >
      {errorText(error)}
    </ErrorState>
  );
}
