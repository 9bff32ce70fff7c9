'use client';

import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { TableSkeleton } from '@/components/ui/skeleton';
import { QueryError } from './query-error';
import { useErrorText } from './use-error-text';

interface Props<T> {
  query: Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch'>;
  /** The shape of what comes. */
  skeleton?: ReactNode;
  children: (data: T) => ReactNode;
}

/**
 * What was read, or the state of reading it: the shape of what comes, or why it didn't. When a later read fails,
 * what was there stays and says so.
 */
export function Loaded<T>({
  query: { data, error, refetch },
  skeleton = <TableSkeleton />,
  children,
}: Props<T>) {
  const t = useTranslations('common');
  const errorText = useErrorText();
  if (data === undefined) {
    return error ? (
      <QueryError error={error} onRetry={() => refetch()} />
    ) : (
      <div role="status" aria-label={t('loading')}>
        {skeleton}
      </div>
    );
  }
  return (
    <>
      {error && (
        <Notice
          tone="warn"
          live
          action={
            <Button size="s" onPress={() => refetch()}>
              {t('retry')}
            </Button>
          }
        >
          {errorText(error)}
        </Notice>
      )}
      {children(data)}
    </>
  );
}
