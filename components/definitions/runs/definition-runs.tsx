'use client';

import { CalendarClock, ChartLine, Play, Table } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Loaded } from '@/components/data-client/loaded';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Skeleton } from '@/components/ui/skeleton';
import { toast } from '@/components/ui/toast';
import { useWorkspace } from '@/components/ui/workspace-context';
import type { DefinitionSummary } from '@/lib/contracts/definitions';
import { can } from '@/lib/contracts/people';
import { ScheduleDialog } from '../dialogs/schedule-dialog';
import { useScheduleText } from '../schedule-text';
import { RunTable } from './run-table';
import { SizeChart } from './size-chart';
import { SizeTable } from './size-table';
import { useRuns, useSizes, useStartRun } from './use-runs';

interface Props {
  definition: DefinitionSummary;
  /** What a run from here is as of; null: now. */
  asOf?: string | null;
}

/** How a definition's size went, what each run did, and running it. */
export function DefinitionRuns({ definition, asOf = null }: Props) {
  const t = useTranslations('definitions.runs');
  const { me } = useWorkspace();
  const scheduleText = useScheduleText();
  const [shows, setShows] = useState<'chart' | 'table'>('chart');
  const [isScheduling, setScheduling] = useState(false);
  const runs = useRuns(definition.id);
  const all = runs.data?.pages.flatMap((page) => page.runs) ?? [];
  const lastDone = all.find(({ state }) => state === 'done')?.id ?? null;
  const sizes = useSizes(definition.id, lastDone);
  const start = useStartRun(definition.id);
  const isPublished = definition.publishedVersion !== null;
  const mayRun = can(me.role, 'run') && isPublished && definition.archivedAt === null;
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-2">
        {mayRun && (
          <>
            <Button
              icon={Play}
              isPending={start.isPending}
              isDisabled={all.some(({ state }) => state === 'running')}
              onPress={() =>
                start.mutate(
                  { asOf: asOf ?? undefined },
                  { onSuccess: () => toast({ tone: 'ok', text: t('started') }) },
                )
              }
            >
              {asOf === null ? t('runNow') : t('runAsOf', { at: asOf })}
            </Button>
            <Button icon={CalendarClock} onPress={() => setScheduling(true)}>
              {t('schedule')}
            </Button>
          </>
        )}
        <span className="text-ink-soft">
          {isPublished ? scheduleText(definition.schedule) : t('notPublished')}
        </span>
      </div>
      <Loaded query={runs} skeleton={<Skeleton className="h-48 w-full" />}>
        {() =>
          all.length === 0 ? (
            <EmptyState icon={ChartLine} title={t('empty')}>
              {t('emptyText')}
            </EmptyState>
          ) : (
            <>
              <Loaded query={sizes} skeleton={<Skeleton className="h-48 w-full" />}>
                {({ points }) =>
                  points.length > 0 && (
                    <section aria-label={t('sizes')}>
                      <header className="mb-1 flex items-center justify-between gap-2">
                        <h3 className="font-medium">{t('sizes')}</h3>
                        <Button
                          size="s"
                          variant="quiet"
                          icon={shows === 'chart' ? Table : ChartLine}
                          onPress={() => setShows(shows === 'chart' ? 'table' : 'chart')}
                        >
                          {t(shows === 'chart' ? 'asTable' : 'asChart')}
                        </Button>
                      </header>
                      {shows === 'chart' ? <SizeChart points={points} /> : <SizeTable points={points} />}
                    </section>
                  )
                }
              </Loaded>
              <RunTable definition={definition} runs={runs} />
            </>
          )
        }
      </Loaded>
      {isScheduling && <ScheduleDialog definition={definition} onClose={() => setScheduling(false)} />}
    </div>
  );
}
