'use client';

import { CalendarClock, RefreshCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useScheduleText } from '@/components/definitions/schedule-text';
import { useCancelJob, useJob } from '@/components/jobs/use-jobs';
import { Button } from '@/components/ui/button';
import { DefinitionList } from '@/components/ui/definition-list';
import { Instant } from '@/components/ui/instant';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/page';
import { Progress } from '@/components/ui/progress';
import { toast } from '@/components/ui/toast';
import { useFormat } from '@/components/ui/use-format';
import { useUrlParams } from '@/components/ui/use-url-params';
import { useWorkspace } from '@/components/ui/workspace-context';
import { can } from '@/lib/contracts/people';
import type { PointsOutcome, PointsOverview } from '@/lib/contracts/points';
import { PointsScheduleDialog } from './points-schedule-dialog';
import { useRunPoints } from './use-points';

/** How the last run ended, the one under way, and when the next one comes. */
export function RunPanel({ overview }: { overview: PointsOverview }) {
  const t = useTranslations('points.run');
  const format = useFormat();
  const { me } = useWorkspace();
  const [params, setParams] = useUrlParams();
  const scheduleText = useScheduleText();
  const outcomeText = useOutcomeText();
  const run = useRunPoints();
  const { lastRun, failure, schedule, nextRunAt, job } = overview;
  const mayEdit = can(me.role, 'edit');
  return (
    <Panel
      title={t('title')}
      actions={
        mayEdit && (
          <span className="flex flex-wrap gap-2">
            <Button size="s" icon={CalendarClock} onPress={() => setParams({ schedule: 'edit' }, 'push')}>
              {t('setSchedule')}
            </Button>
            <Button
              size="s"
              icon={RefreshCw}
              isPending={run.isPending}
              isDisabled={job !== null}
              onPress={() =>
                run.mutate(undefined, { onSuccess: () => toast({ tone: 'ok', text: t('started') }) })
              }
            >
              {t('now')}
            </Button>
          </span>
        )
      }
    >
      <div className="flex flex-col gap-4">
        {job !== null && <Running job={job} mayCancel={mayEdit} />}
        {job === null && failure && <Notice tone="warn">{t(`failed.${failure.state}`)}</Notice>}
        {lastRun === null && <p className="text-ink-faint">{t('never')}</p>}
        <DefinitionList
          items={[
            ...(lastRun === null
              ? []
              : [
                  { key: 'last', term: t('last'), value: <Instant at={lastRun.at} /> },
                  { key: 'outcome', term: t('outcome'), value: outcomeText(lastRun.outcome) },
                  { key: 'took', term: t('took'), value: format.duration(lastRun.tookMs) },
                ]),
            {
              key: 'schedule',
              term: t('schedule'),
              value: [
                scheduleText(schedule),
                ...(nextRunAt ? [t('next', { at: format.instant(nextRunAt) })] : []),
              ].join(' · '),
            },
          ]}
        />
      </div>
      {params.get('schedule') === 'edit' && mayEdit && (
        <PointsScheduleDialog schedule={schedule} onClose={() => setParams({ schedule: null })} />
      )}
    </Panel>
  );
}

function Running({ job, mayCancel }: { job: string; mayCancel: boolean }) {
  const t = useTranslations('points.run');
  const { data } = useJob(job);
  const cancel = useCancelJob();
  return (
    <div className="flex flex-wrap items-center gap-3">
      <div className="min-w-40 flex-1">
        <Progress
          label={t('running')}
          done={data?.progress.done ?? 0}
          total={data?.progress.total ?? null}
          figures
        />
      </div>
      {mayCancel && (
        <Button
          size="s"
          isPending={cancel.isPending || data?.cancelRequested === true}
          onPress={() => cancel.mutate(job)}
        >
          {t('cancel')}
        </Button>
      )}
    </div>
  );
}

function useOutcomeText(): (outcome: PointsOutcome) => string {
  const t = useTranslations('points.run');
  return ({ earned, reversed, expired, members, entries }) => {
    if (entries === 0) return t('nothing');
    const parts = { earned, reversed, expired };
    const said = (['earned', 'reversed', 'expired'] as const)
      .filter((part) => parts[part] > 0)
      .map((part) => t(part, { points: parts[part] }));
    return [...said, t('ofMembers', { count: members })].join(' · ');
  };
}
