'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { JobState } from '@/components/jobs/job-state';
import { type ColumnSpec, DataTable } from '@/components/ui/data-table';
import { IconButton } from '@/components/ui/icon-button';
import { Instant } from '@/components/ui/instant';
import { LoadMore } from '@/components/ui/load-more';
import { NumberLink } from '@/components/ui/number-link';
import { Progress } from '@/components/ui/progress';
import { useFormat } from '@/components/ui/use-format';
import { useText } from '@/components/ui/use-text';
import { useWorkspace } from '@/components/ui/workspace-context';
import type { DefinitionSummary } from '@/lib/contracts/definitions';
import { can } from '@/lib/contracts/people';
import type { Run } from '@/lib/contracts/runs';
import { isUnderWay } from '@/lib/contracts/work';
import { definitionPath } from '../kind-place';

import { useCancelRun, type useRuns } from './use-runs';

interface Props {
  definition: DefinitionSummary;
  runs: ReturnType<typeof useRuns>;
}

/** What each run did, the newest first; one that failed says why. */
export function RunTable({ definition, runs }: Props) {
  const t = useTranslations('definitions.runs');
  const format = useFormat();
  const { me } = useWorkspace();
  const { mutate: cancel } = useCancelRun(definition.id);
  const mayCancel = can(me.role, 'run');
  const isLayering = definition.kind === 'layering';
  const rows = useMemo(() => runs.data?.pages.flatMap((page) => page.runs) ?? [], [runs.data]);
  const columns = useMemo<ColumnSpec<Run>[]>(() => {
    /** Nobody knows yet whom a run moves that has moved nobody so far. */
    const moved = (state: Run['state'], sign: string, n: number) => {
      if (n > 0) return `${sign}${format.number(n)}`;
      return isUnderWay(state) ? '–' : format.number(n);
    };
    return [
      {
        id: 'started',
        title: t('columns.started'),
        cell: ({ startedAt, trigger, by }) => (
          <>
            <Instant at={startedAt} />
            <p className="text-ink-faint text-sm">{t(`trigger.${trigger}`, { by })}</p>
          </>
        ),
      },
      { id: 'state', title: t('columns.state'), cell: (run) => <StateCell run={run} /> },
      { id: 'version', title: t('columns.version'), wideOnly: true, cell: ({ version }) => `v${version}` },
      {
        id: 'asOf',
        title: t('columns.asOf'),
        wideOnly: true,
        cell: ({ asOf }) => <Instant at={asOf} exact />,
      },
      {
        id: 'size',
        title: t('columns.size'),
        align: 'end',
        cell: ({ state, size, counts }) => (state === 'done' ? <Size size={size} counts={counts} /> : '–'),
      },
      {
        id: 'entered',
        title: t(isLayering ? 'columns.new' : 'columns.entered'),
        align: 'end',
        cell: ({ state, entered }) => moved(state, '+', entered),
      },
      {
        id: 'left',
        title: t(isLayering ? 'columns.gone' : 'columns.left'),
        align: 'end',
        cell: ({ state, left }) => moved(state, '−', left),
      },
      ...(isLayering
        ? [
            {
              id: 'moved',
              title: t('columns.moved'),
              align: 'end' as const,
              cell: (run: Run) =>
                run.state === 'done' && run.moved > 0 ? (
                  <NumberLink
                    value={run.moved}
                    href={`${definitionPath('layering', definition.id, '/movement')}?to=${encodeURIComponent(run.id)}`}
                    label={t('movedIn', { at: format.instant(run.startedAt) })}
                  />
                ) : (
                  moved(run.state, '', run.moved)
                ),
            },
          ]
        : []),
      {
        id: 'took',
        title: t('columns.took'),
        align: 'end',
        wideOnly: true,
        cell: ({ startedAt, finishedAt }) =>
          finishedAt ? format.duration(Date.parse(finishedAt) - Date.parse(startedAt)) : '–',
      },
      {
        id: 'cancel',
        title: <span className="sr-only">{t('columns.cancel')}</span>,
        width: 48,
        cell: ({ id, state, cancelRequested }) =>
          mayCancel &&
          isUnderWay(state) && (
            <IconButton
              size="s"
              icon={X}
              label={t(cancelRequested ? 'cancelling' : 'cancel')}
              isDisabled={cancelRequested}
              onPress={() => cancel(id)}
            />
          ),
      },
    ];
  }, [t, format, mayCancel, cancel, isLayering, definition.id]);
  return (
    <DataTable
      label={t('title')}
      columns={columns}
      rows={rows}
      rowId={({ id }) => id}
      footer={
        <LoadMore
          hasMore={runs.hasNextPage}
          isLoading={runs.isFetchingNextPage}
          onLoadMore={() => runs.fetchNextPage()}
          shown={rows.length}
        />
      }
    />
  );
}

function StateCell({ run: { state, progress, error } }: { run: Run }) {
  const t = useTranslations('definitions.runs');
  const text = useText();
  return (
    <div className="min-w-28">
      <JobState state={state} />
      {isUnderWay(state) && (
        <div className="mt-1">
          <Progress label={t('progress')} done={progress.done} total={progress.total} />
        </div>
      )}
      {error && <p className="mt-0.5 max-w-80 break-words text-danger-ink text-sm">{text(error.message)}</p>}
    </div>
  );
}

/** The size, and under it that of each value of a tag. */
function Size({ size, counts }: Pick<Run, 'size' | 'counts'>) {
  const format = useFormat();
  const text = useText();
  const values = counts.filter(({ value }) => value !== '');
  return (
    <>
      {format.number(size)}
      {values.length > 0 && (
        <p className="text-ink-faint text-sm">
          {values.map(({ label, n }) => `${text(label)} ${format.number(n)}`).join(' · ')}
        </p>
      )}
    </>
  );
}
