'use client';

import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { JobState } from '@/components/jobs/job-state';
import { LinkButton } from '@/components/ui/button';
import type { ColumnSpec } from '@/components/ui/data-table';
import { Instant } from '@/components/ui/instant';
import { TextLink } from '@/components/ui/text-link';
import { useFormat } from '@/components/ui/use-format';
import { useText } from '@/components/ui/use-text';
import type { ExportEntry } from '@/lib/contracts/exports';
import { ExportProgress } from './export-progress';

export function useExportColumns(): ColumnSpec<ExportEntry>[] {
  const t = useTranslations('exports');
  const text = useText();
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'what',
        title: t('list.what'),
        cell: ({ id, label, kind, version, format: file }) => (
          <>
            <TextLink href={`/exports/${encodeURIComponent(id)}`} className="break-words">
              {text(label)}
            </TextLink>
            <div className="text-ink-faint text-sm">
              {t(`kinds.${kind}`)} · v{version} · {t(`formats.${file}`)}
            </div>
          </>
        ),
      },
      {
        id: 'state',
        title: t('list.state'),
        width: 160,
        cell: (entry) =>
          entry.state === 'running' ? <ExportProgress of={entry} /> : <JobState state={entry.state} />,
      },
      {
        id: 'rows',
        title: t('list.rows'),
        align: 'end',
        cell: ({ state, rows }) => (state === 'done' ? format.number(rows) : '–'),
      },
      {
        id: 'asOf',
        title: t('list.asOf'),
        wideOnly: true,
        cell: ({ asOf }) => <Instant at={asOf} exact />,
      },
      {
        id: 'at',
        title: t('list.at'),
        wideOnly: true,
        cell: ({ createdAt, createdBy }) => (
          <>
            <Instant at={createdAt} /> · {createdBy}
          </>
        ),
      },
      {
        id: 'file',
        title: <span className="sr-only">{t('download')}</span>,
        align: 'end',
        wideOnly: true,
        cell: ({ id, state, fileName }) =>
          state === 'done' &&
          fileName && (
            <LinkButton
              size="s"
              icon={Download}
              href={`/api/exports/${encodeURIComponent(id)}/file`}
              download={fileName}
            >
              {t('download')} <span className="sr-only">{fileName}</span>
            </LinkButton>
          ),
      },
    ],
    [t, text, format],
  );
}
