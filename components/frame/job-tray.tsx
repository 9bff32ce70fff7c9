'use client';

import { ListChecks, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, Dialog, DialogTrigger } from 'react-aria-components';
import { jobText } from '@/components/jobs/job-text';
import { useActiveJobs, useCancelJob } from '@/components/jobs/use-jobs';
import { classNames } from '@/components/ui/class-names';
import { IconButton } from '@/components/ui/icon-button';
import { Popover } from '@/components/ui/popover';
import { Progress } from '@/components/ui/progress';
import { TextLink } from '@/components/ui/text-link';
import { Tooltip } from '@/components/ui/tooltip';
import { useText } from '@/components/ui/use-text';
import { useWorkspace } from '@/components/ui/workspace-context';
import { can } from '@/lib/contracts/people';

/** The jobs that run now, with their progress; each can be cancelled from here. */
export function JobTray() {
  const t = useTranslations('frame.tray');
  const { data } = useActiveJobs();
  const jobs = data?.jobs ?? [];
  const label = jobs.length > 0 ? t('running', { count: jobs.length }) : t('label');
  return (
    <DialogTrigger>
      <Tooltip text={label} placement="bottom">
        <Button
          aria-label={label}
          className={classNames(
            'flex h-8 min-w-8 items-center justify-center gap-1 rounded-md px-1.5 data-hovered:bg-hover',
            jobs.length > 0 ? 'text-accent-ink' : 'text-ink-soft',
          )}
        >
          <ListChecks size={16} aria-hidden className={jobs.length > 0 ? 'pulse' : ''} />
          {jobs.length > 0 && <span className="tabular text-sm">{jobs.length}</span>}
        </Button>
      </Tooltip>
      <Popover placement="bottom end" className="w-80 max-w-[calc(100vw-1rem)]">
        <Dialog aria-label={t('label')} className="outline-none">
          {({ close }) => (
            <>
              <JobList jobs={jobs} />
              <div className="border-line border-t px-3 py-2 text-sm">
                <TextLink href="/jobs" onPress={close}>
                  {t('all')}
                </TextLink>
              </div>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function JobList({ jobs }: { jobs: NonNullable<ReturnType<typeof useActiveJobs>['data']>['jobs'] }) {
  const t = useTranslations('frame.tray');
  const text = useText();
  const cancel = useCancelJob();
  const { me } = useWorkspace();
  if (jobs.length === 0) return <p className="px-3 py-4 text-center text-ink-faint">{t('idle')}</p>;
  return (
    <ul className="max-h-80 divide-y divide-line overflow-auto">
      {jobs.map((job) => {
        const name = text(jobText(job.kind));
        return (
          <li key={job.id} className="flex items-start gap-2 px-3 py-2">
            <div className="min-w-0 flex-1">
              <p className="mb-1 truncate">{name}</p>
              <Progress label={name} done={job.progress.done} total={job.progress.total} figures />
            </div>
            {can(me.role, 'edit') && (
              <IconButton
                icon={X}
                size="s"
                label={job.cancelRequested ? t('cancelling') : t('cancel', { job: name })}
                isDisabled={job.cancelRequested}
                onPress={() => cancel.mutate(job.id)}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}
