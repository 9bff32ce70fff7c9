'use client';

import { CirclePlay } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { definitionPath } from '@/components/definitions/kind-place';
import { JobState } from '@/components/jobs/job-state';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Instant } from '@/components/ui/instant';
import { Progress } from '@/components/ui/progress';
import { TextLink } from '@/components/ui/text-link';
import { useText } from '@/components/ui/use-text';
import type { Run } from '@/lib/contracts/runs';
import { isUnderWay } from '@/lib/contracts/work';
import { Movement } from './movement';
import { SizeAsOf } from './size-as-of';

const shown = 12;

/** The latest runs: how many members each left behind, who came in and who went. */
export function RecentRuns({ runs }: { runs: readonly Run[] }) {
  const t = useTranslations('home');
  const text = useText();
  if (runs.length === 0) {
    return (
      <EmptyState
        icon={CirclePlay}
        title={t('noRuns')}
        action={<LinkButton href="/tags">{t('toTags')}</LinkButton>}
      >
        {t('noRunsText')}
      </EmptyState>
    );
  }
  return (
    <ul className="divide-y divide-line">
      {runs.slice(0, shown).map((run) => (
        <li
          key={run.id}
          className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-0.5 px-4 py-2"
        >
          <span className="flex min-w-0 flex-wrap items-center gap-2">
            <TextLink href={`${definitionPath(run.kind, run.definition)}/runs`} className="break-words">
              {text(run.label)}
            </TextLink>
            {run.state !== 'done' && <JobState state={run.state} />}
          </span>
          <span className="tabular text-right">
            {run.state === 'done' && <SizeAsOf size={run.size} asOf={run.asOf} />}
          </span>
          <span className="text-ink-faint text-sm">
            <Instant at={run.finishedAt ?? run.startedAt} /> · {t(`triggers.${run.trigger}`)}
          </span>
          <span className="text-right text-sm">{run.state === 'done' && <Movement run={run} />}</span>
          {isUnderWay(run.state) && (
            <div className="col-span-2">
              <Progress label={text(run.label)} {...run.progress} />
            </div>
          )}
          {run.error && (
            <p className="col-span-2 text-danger-ink text-sm break-words">{text(run.error.message)}</p>
          )}
        </li>
      ))}
    </ul>
  );
}
