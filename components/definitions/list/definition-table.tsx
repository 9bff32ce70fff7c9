'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { JobState } from '@/components/jobs/job-state';
import { type ColumnSpec, DataTable } from '@/components/ui/data-table';
import { Instant } from '@/components/ui/instant';
import { NumberLink } from '@/components/ui/number-link';
import { TextLink } from '@/components/ui/text-link';
import { useText } from '@/components/ui/use-text';
import type { DefinitionKind } from '@/lib/contracts/definition-kind';
import type { DefinitionSummary } from '@/lib/contracts/definitions';
import { useAsOfText } from '../as-of-text';
import { DefinitionMenu } from '../definition-menu';
import { definitionPath } from '../kind-place';
import { useScheduleText } from '../schedule-text';
import { StateBadge } from '../state-badge';

interface Props {
  kind: DefinitionKind;
  definitions: readonly DefinitionSummary[];
  isStale: boolean;
}

/** Where the number of its members leads. */
const sizeHref: Record<DefinitionKind, (id: string) => string> = {
  tag: (id) => definitionPath('tag', id, '/runs'),
  segment: (id) => `/members?segment=${encodeURIComponent(id)}`,
  layering: (id) => definitionPath('layering', id, '/movement'),
};

export function DefinitionTable({ kind, definitions, isStale }: Props) {
  const t = useTranslations('definitions.list');
  const text = useText();
  const scheduleText = useScheduleText();
  const asOfText = useAsOfText();
  const columns = useMemo<ColumnSpec<DefinitionSummary>[]>(
    () => [
      {
        id: 'name',
        title: t('columns.name'),
        sort: ({ label }) => text(label),
        cell: (definition) => (
          <>
            <TextLink href={definitionPath(kind, definition.id)} className="font-medium">
              {text(definition.label)}
            </TextLink>
            <p className="text-ink-faint text-sm">
              {[definition.folder, definition.key].filter(Boolean).join(' · ')}
            </p>
          </>
        ),
      },
      {
        id: 'state',
        title: t('columns.state'),
        sort: ({ state }) => state,
        cell: ({ state, publishedVersion }) => <StateBadge state={state} version={publishedVersion} />,
      },
      {
        id: 'size',
        title: t('columns.size'),
        align: 'end',
        sort: ({ size }) => size,
        cell: ({ id, size, sizeAsOf, label }) => (
          <>
            <NumberLink value={size} href={sizeHref[kind](id)} label={t('sizeOf', { name: text(label) })} />
            {sizeAsOf && (
              <p className="whitespace-nowrap text-ink-faint text-sm">
                {t('asOf', { at: asOfText(sizeAsOf) })}
              </p>
            )}
          </>
        ),
      },
      {
        id: 'lastRun',
        title: t('columns.lastRun'),
        wideOnly: true,
        sort: ({ lastRun }) => lastRun?.at ?? null,
        cell: ({ lastRun }) =>
          lastRun ? (
            <>
              <Instant at={lastRun.at} />
              {lastRun.state !== 'done' && (
                <>
                  {' '}
                  <JobState state={lastRun.state} />
                </>
              )}
            </>
          ) : (
            <span className="text-ink-faint">{t('neverRun')}</span>
          ),
      },
      {
        id: 'schedule',
        title: t('columns.schedule'),
        wideOnly: true,
        cell: ({ schedule, nextRunAt }) => (
          <>
            {scheduleText(schedule)}
            {nextRunAt && (
              <p className="text-ink-faint text-sm">
                {t('next')} <Instant at={nextRunAt} exact />
              </p>
            )}
          </>
        ),
      },
      {
        id: 'updated',
        title: t('columns.updated'),
        wideOnly: true,
        sort: ({ updatedAt }) => updatedAt,
        cell: ({ updatedAt, updatedBy }) => (
          <>
            <Instant at={updatedAt} /> <span className="text-ink-faint">{updatedBy}</span>
          </>
        ),
      },
      {
        id: 'menu',
        title: <span className="sr-only">{t('columns.menu')}</span>,
        width: 48,
        cell: (definition) => <DefinitionMenu definition={definition} />,
      },
    ],
    [kind, t, text, scheduleText, asOfText],
  );
  return (
    <DataTable
      label={t(`title.${kind}`)}
      columns={columns}
      rows={definitions}
      rowId={({ id }) => id}
      initialSort={{ id: 'updated', desc: true }}
      isStale={isStale}
    />
  );
}
