'use client';

import { RefreshCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useJob } from '@/components/jobs/use-jobs';
import { Button } from '@/components/ui/button';
import { DatePicker } from '@/components/ui/date-picker';
import { DefinitionList } from '@/components/ui/definition-list';
import { Instant } from '@/components/ui/instant';
import { Panel } from '@/components/ui/page';
import { Progress } from '@/components/ui/progress';
import { useFormat } from '@/components/ui/use-format';
import { useWorkspace } from '@/components/ui/workspace-context';
import type { Metric } from '@/lib/contracts/metrics';
import { can } from '@/lib/contracts/people';
import { asOfInstant } from './metric-draft';
import { useRecompute } from './use-metrics';

/** When a metric was computed for the members, and doing it again. */
export function RecomputePanel({ metric }: { metric: Metric }) {
  const t = useTranslations('metrics');
  const format = useFormat();
  const { me, timeZone } = useWorkspace();
  const [day, setDay] = useState<string | null>(null);
  const recompute = useRecompute();
  const { data: job } = useJob(metric.job);
  const { lastRun } = metric;
  return (
    <Panel title={t('computed')}>
      <div className="flex flex-col gap-4">
        {lastRun ? (
          <DefinitionList
            items={[
              { key: 'at', term: t('lastComputed'), value: <Instant at={lastRun.at} /> },
              { key: 'asOf', term: t('asOfLabel'), value: format.instant(lastRun.asOf) },
              { key: 'members', term: t('members'), value: format.number(lastRun.members) },
              { key: 'took', term: t('took'), value: format.duration(lastRun.tookMs) },
            ]}
          />
        ) : (
          <p className="text-ink-faint">{t('neverText')}</p>
        )}
        {metric.job && (
          <Progress
            label={t('computing')}
            done={job?.progress.done ?? 0}
            total={job?.progress.total ?? null}
            figures
          />
        )}
        {can(me.role, 'edit') && (
          <div className="flex flex-wrap items-end gap-2">
            <DatePicker
              label={t('asOfLabel')}
              help={t('asOfHelp')}
              className="w-48"
              value={day}
              onChange={setDay}
              clearable
            />
            <Button
              icon={RefreshCw}
              className="mb-6"
              isPending={recompute.isPending}
              isDisabled={metric.job !== null}
              onPress={() =>
                recompute.mutate({
                  name: metric.key,
                  asOf: day === null ? undefined : asOfInstant(day, timeZone),
                })
              }
            >
              {t('recompute')}
            </Button>
          </div>
        )}
      </div>
    </Panel>
  );
}
