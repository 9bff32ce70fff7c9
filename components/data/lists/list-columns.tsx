'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useActiveJobs } from '@/components/jobs/use-jobs';
import type { ColumnSpec } from '@/components/ui/data-table';
import { Instant } from '@/components/ui/instant';
import { NumberLink } from '@/components/ui/number-link';
import { Progress } from '@/components/ui/progress';
import { TextLink } from '@/components/ui/text-link';
import { useFormat } from '@/components/ui/use-format';
import type { List } from '@/lib/contracts/lists';
import { ListState } from './list-state';
import { useIdTypeName } from './use-id-type-name';
import { isUnderWay } from './use-lists';

export function useListColumns(): ColumnSpec<List>[] {
  const t = useTranslations('lists');
  const format = useFormat();
  const typeName = useIdTypeName();
  return useMemo(() => {
    /** A list that isn't ready has no numbers yet: a dash, never 0. */
    const counted = ({ state }: List, n: number) => (state === 'ready' ? n : null);
    return [
      {
        id: 'name',
        title: t('columns.name'),
        sort: ({ label }) => label,
        cell: ({ id, label, identityType }) => (
          <>
            <TextLink href={`/data/lists/${encodeURIComponent(id)}`} className="break-words">
              {label}
            </TextLink>
            <div className="text-ink-faint text-sm">{typeName(identityType)}</div>
          </>
        ),
      },
      { id: 'state', title: t('columns.state'), width: 160, cell: (list) => <Standing of={list} /> },
      {
        id: 'uploaded',
        title: t('columns.uploaded'),
        align: 'end',
        wideOnly: true,
        sort: (list) => counted(list, list.uploaded),
        cell: (list) => <NumberLink label={t('columns.uploaded')} value={counted(list, list.uploaded)} />,
      },
      {
        id: 'matched',
        title: t('columns.matched'),
        align: 'end',
        wideOnly: true,
        sort: (list) => counted(list, list.matched),
        cell: (list) => (
          <>
            <NumberLink label={t('columns.matched')} value={counted(list, list.matched)} />
            {list.state === 'ready' && list.uploaded > 0 && (
              <div className="text-ink-faint text-sm">{format.share(list.matched, list.uploaded)}</div>
            )}
          </>
        ),
      },
      {
        id: 'members',
        title: t('columns.members'),
        align: 'end',
        sort: (list) => counted(list, list.members),
        cell: (list) => (
          <NumberLink
            label={t('membersOf', { name: list.label })}
            value={counted(list, list.members)}
            href={list.members > 0 ? `/members?list=${encodeURIComponent(list.id)}` : undefined}
          />
        ),
      },
      {
        id: 'at',
        title: t('columns.at'),
        wideOnly: true,
        sort: ({ createdAt }) => createdAt,
        cell: ({ createdAt, createdBy }) => (
          <>
            <Instant at={createdAt} /> · {createdBy}
          </>
        ),
      },
    ];
  }, [t, format, typeName]);
}

/** The state, or how far it is. */
function Standing({ of: list }: { of: List }) {
  const t = useTranslations('lists.states');
  const { data } = useActiveJobs();
  const job = data?.jobs.find(({ id }) => id === list.job);
  if (!isUnderWay(list.state) || job?.state !== 'running') return <ListState state={list.state} />;
  return <Progress label={t(list.state)} done={job.progress.done} total={job.progress.total} />;
}
