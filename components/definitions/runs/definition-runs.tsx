'use client';

import { CalendarClock, ChartLine, Play, Waypoints } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Loaded } from '@/components/data-client/loaded';
import { Button, LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Skeleton } from '@/components/ui/skeleton';
import { toast } from '@/components/ui/toast';
import { useWorkspace } from '@/components/ui/workspace-context';
import type { Definition } from '@/lib/contracts/definitions';
import { can } from '@/lib/contracts/people';
import { isUnderWay } from '@/lib/contracts/work';
import { ScheduleDialog } from '../dialogs/schedule-dialog';
import { definitionPath } from '../kind-place';
import { useScheduleText } from '../schedule-text';
import { useLayerColors } from '../use-layer-colors';
import { RunTable } from './run-table';
import { Sizes } from './sizes';
import { useRuns, useSizes, useStartRun } from './use-runs';

interface Props {
  definition: Definition;
  /** What a run from here is as of; null: now. */
  asOf?: string | null;
}

/** How a definition's size went, what each run did, and running it. */
export function DefinitionRuns({ definition, asOf = null }: Props) {
  const t = useTranslations('definitions.runs');
  const { me } = useWorkspace();
  const scheduleText = useScheduleText();
  const [isScheduling, setScheduling] = useState(false);
  const runs = useRuns(definition.id);
  const all = runs.data?.pages.flatMap((page) => page.runs) ?? [];
  const lastDone = all.find(({ state }) => state === 'done')?.id ?? null;
  const sizes = useSizes(definition.id, lastDone);
  const layers = useLayerColors(definition);
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
              isDisabled={all.some(({ state }) => isUnderWay(state))}
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
        {definition.kind === 'layering' && lastDone !== null && (
          <LinkButton icon={Waypoints} href={definitionPath('layering', definition.id, '/movement')}>
            {t('movement')}
          </LinkButton>
        )}
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
                {({ points }) => points.length > 0 && <Sizes points={points} layers={layers} />}
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
