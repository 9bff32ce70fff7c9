'use client';

import { useTranslations } from 'next-intl';
import { Button } from './button';
import { useFormat } from './use-format';

interface Props {
  hasMore: boolean;
  isLoading: boolean;
  onLoadMore: () => void;
  shown: number;
  /** Leave out when it isn't known. */
  total?: number;
}

/** Below a list that comes in pages: how much of it is here, and the next page. */
export function LoadMore({ hasMore, isLoading, onLoadMore, shown, total }: Props) {
  const t = useTranslations('ui');
  const format = useFormat();
  if (!hasMore && total === undefined) return null;
  return (
    <div className="flex items-center justify-center gap-3 py-3 text-ink-faint text-sm">
      {total !== undefined && (
        <span className="tabular">
          {t('shownOf', { shown: format.number(shown), total: format.number(total) })}
        </span>
      )}
      {hasMore && (
        <Button size="s" onPress={onLoadMore} isPending={isLoading}>
          {isLoading ? t('loadingMore') : t('loadMore')}
        </Button>
      )}
    </div>
  );
}
