'use client';

import { useTranslations } from 'next-intl';
import { useErrorText } from '@/components/data-client/use-error-text';
import { Notice } from '@/components/ui/notice';
import { StatRow } from '@/components/ui/stat-row';
import { useFormat } from '@/components/ui/use-format';
import type { ExportRequest } from '@/lib/contracts/exports';
import { useExportPreview } from './use-export';

/** How many members the rule selects, how many are withheld, and the rows of the file. */
export function ExportFigures({ request }: { request: ExportRequest }) {
  const t = useTranslations('definitions.export');
  const format = useFormat();
  const errorText = useErrorText();
  const asked = request.columns.length > 0 ? request : null;
  const { data, isPlaceholderData, error } = useExportPreview(asked);
  const number = (n: number | undefined) => (n === undefined ? '–' : format.number(n));
  return (
    <div className="flex flex-col gap-2">
      <StatRow
        isStale={isPlaceholderData}
        stats={[
          { id: 'audience', label: t('audience'), value: number(data?.audience) },
          { id: 'withheld', label: t('withheld'), value: number(data?.withheld) },
          { id: 'rows', label: t('rows'), value: number(data?.rows) },
        ]}
      />
      {data && (
        <p className="text-ink-faint text-sm">
          {t('asOf', { at: format.instant(data.asOf), version: data.version })}
        </p>
      )}
      {error && <Notice tone="danger">{errorText(error)}</Notice>}
    </div>
  );
}
