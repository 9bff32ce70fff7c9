'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Button } from '@/components/ui/button';
import type { ColumnSpec } from '@/components/ui/data-table';
import { Instant } from '@/components/ui/instant';
import { Progress } from '@/components/ui/progress';
import { toast } from '@/components/ui/toast';
import { useFormat } from '@/components/ui/use-format';
import { useText } from '@/components/ui/use-text';
import { useWorkspace } from '@/components/ui/workspace-context';
import type { JobDto } from '@/lib/contracts/jobs';
import { can } from '@/lib/contracts/people';
import { isUnderWay } from '@/lib/contracts/work';
import { JobState } from './job-state';
import { jobText } from './job-text';
import { useCancelJob, useRetryJob } from './use-jobs';

export function useJobColumns(): ColumnSpec<JobDto>[] {
  const t = useTranslations('jobs');
  const text = useText();
  const format = useFormat();
  const { me } = useWorkspace();
  return useMemo(
    () => [
      {
        id: 'kind',
        title: t('kind'),
        cell: (job) => (
          <>
            {text(jobText(job.kind))}
            {job.error && <p className="text-danger-ink text-sm break-words">{text(job.error.message)}</p>}
          </>
        ),
      },
      {
        id: 'state',
        title: t('state'),
        cell: (job) => (
          <span className="flex flex-col items-start gap-0.5">
            <JobState state={job.state} />
            {job.attempts > 1 && (
              <span className="text-ink-faint text-xs">
                {t('attempt', { n: job.attempts, max: job.maxAttempts })}
              </span>
            )}
          </span>
        ),
      },
      {
        id: 'progress',
        title: t('progress'),
        width: 220,
        cell: (job) =>
          job.state === 'running' ? (
            <Progress label={text(jobText(job.kind))} {...job.progress} figures />
          ) : (
            job.progress.done > 0 && (
              <span className="tabular text-ink-soft">{format.number(job.progress.done)}</span>
            )
          ),
      },
      { id: 'by', title: t('by'), wideOnly: true, cell: ({ createdBy }) => createdBy },
      { id: 'at', title: t('at'), wideOnly: true, cell: ({ createdAt }) => <Instant at={createdAt} /> },
      {
        id: 'took',
        title: t('took'),
        wideOnly: true,
        align: 'end',
        cell: (job) =>
          isUnderWay(job.state)
            ? null
            : format.duration(new Date(job.updatedAt).getTime() - new Date(job.createdAt).getTime()),
      },
      {
        id: 'actions',
        title: <span className="sr-only">{t('actions')}</span>,
        align: 'end',
        cell: (job) => can(me.role, 'edit') && <JobActions job={job} />,
      },
    ],
    [t, text, format, me.role],
  );
}

function JobActions({ job }: { job: JobDto }) {
  const t = useTranslations('jobs');
  const cancel = useCancelJob();
  const retry = useRetryJob();
  if (isUnderWay(job.state)) {
    return (
      <Button size="s" isDisabled={job.cancelRequested} onPress={() => cancel.mutate(job.id)}>
        {t(job.cancelRequested ? 'cancelling' : 'cancel')}
      </Button>
    );
  }
  if (job.state === 'done') return null;
  return (
    <Button
      size="s"
      isPending={retry.isPending}
      onPress={() => retry.mutate(job.id, { onSuccess: () => toast({ tone: 'ok', text: t('retried') }) })}
    >
      {t('retry')}
    </Button>
  );
}
