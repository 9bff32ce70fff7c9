'use client';

import { RotateCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useCancelJob, useJob } from '@/components/jobs/use-jobs';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Progress } from '@/components/ui/progress';
import { Skeleton } from '@/components/ui/skeleton';
import { useText } from '@/components/ui/use-text';
import { useWorkspace } from '@/components/ui/workspace-context';
import type { List } from '@/lib/contracts/lists';
import { can } from '@/lib/contracts/people';
import { ListCounts } from './list-counts';
import { useRetryList } from './use-lists';

interface Props {
  of: List;
}

/** What came of a list so far, and what can be done about it. */
export function ListOutcome(props: Props) {
  const Outcome = outcomes[props.of.state];
  return <Outcome {...props} />;
}

const outcomes: Record<List['state'], (props: Props) => ReactNode> = {
  matching: UnderWay,
  ready: ListCounts,
  failed: Failed,
  deleting: UnderWay,
};

function UnderWay({ of: { job, state } }: Props) {
  const t = useTranslations('lists');
  const c = useTranslations('common');
  const { me } = useWorkspace();
  const { data } = useJob(job);
  const cancel = useCancelJob();
  const phase = state === 'deleting' ? 'deleting' : 'matching';
  const isWaiting = data?.state === 'queued';
  return (
    <div className="flex flex-col gap-2 rounded-lg border border-line bg-surface p-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p role="status">
          {data?.cancelRequested ? t('cancelling') : isWaiting ? t('waiting') : t(`phases.${phase}`)}
        </p>
        {can(me.role, 'import') && data && (
          <Button
            size="s"
            isDisabled={data.cancelRequested}
            isPending={cancel.isPending}
            onPress={() => cancel.mutate(data.id)}
          >
            {c('cancel')}
          </Button>
        )}
      </div>
      <Progress
        label={t(`phases.${phase}`)}
        done={data?.progress.done ?? 0}
        total={data?.progress.total ?? null}
      />
      <p className="text-ink-faint text-sm">{t('leave')}</p>
    </div>
  );
}

function Failed({ of: { id, job } }: Props) {
  const t = useTranslations('lists');
  const text = useText();
  const { me } = useWorkspace();
  const { data, error } = useJob(job);
  const retry = useRetryList();
  const isRemoval = data?.kind === 'delete-list';
  const what = isRemoval ? 'removal' : 'match';
  const isCancelled = data?.state === 'cancelled';
  // Until it is known whether somebody cancelled it, nothing is said; old jobs are no longer kept.
  if (!data && !error) return <Skeleton className="h-16" />;
  return (
    <Notice
      tone={isCancelled ? 'warn' : 'danger'}
      action={
        can(me.role, 'import') &&
        job !== null && (
          <Button
            size="s"
            icon={RotateCw}
            isPending={retry.isPending}
            onPress={() => retry.mutate({ id, job })}
          >
            {t(`failed.${what}.again`)}
          </Button>
        )
      }
    >
      <p>
        {isCancelled
          ? t(`failed.${what}.cancelled`)
          : data?.error
            ? text(data.error.message)
            : t(`failed.${what}.broken`)}
      </p>
      <p>{t(`failed.${what}.safe`)}</p>
    </Notice>
  );
}
