'use client';

import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Skeleton } from '@/components/ui/skeleton';
import { useColumnNames } from './use-column-names';

interface Props {
  columns: readonly string[];
  masked: boolean;
}

/** The columns of the file in their order; those with personal data say whether it is masked. */
export function ColumnBadges({ columns, masked }: Props) {
  const t = useTranslations('exports.facts');
  const { nameOf, isLoading } = useColumnNames();
  if (isLoading) return <Skeleton className="h-5 w-48" />;
  return (
    <ol className="flex flex-wrap gap-1">
      {columns.map((path) => {
        const { name, personal } = nameOf(path);
        return (
          <li key={path} title={path}>
            <Badge tone={personal && !masked ? 'warn' : 'neutral'}>
              {name}
              {personal && ` · ${masked ? t('maskedMark') : t('openMark')}`}
            </Badge>
          </li>
        );
      })}
    </ol>
  );
}
