'use client';

import { Gauge, Plus, RefreshCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Loaded } from '@/components/data-client/loaded';
import { Badge } from '@/components/ui/badge';
import { Button, LinkButton } from '@/components/ui/button';
import { type ColumnSpec, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Instant } from '@/components/ui/instant';
import { Page } from '@/components/ui/page';
import { Sentence } from '@/components/ui/sentence';
import { TextLink } from '@/components/ui/text-link';
import { toast } from '@/components/ui/toast';
import { useFormat } from '@/components/ui/use-format';
import { useText } from '@/components/ui/use-text';
import { useWorkspace } from '@/components/ui/workspace-context';
import type { Metric } from '@/lib/contracts/metrics';
import { can } from '@/lib/contracts/people';
import { useMetrics, useRecompute } from './use-metrics';

/** Numbers and dates computed from events, kept on every member. */
export function MetricsPage() {
  const t = useTranslations('metrics');
  const f = useTranslations('frame');
  const { me } = useWorkspace();
  const query = useMetrics();
  const columns = useMetricColumns();
  const make = can(me.role, 'edit') && (
    <LinkButton variant="primary" icon={Plus} href="/data/metrics/new">
      {f('newMetric')}
    </LinkButton>
  );
  return (
    <Page title={t('title')} subtitle={t('subtitle')} actions={make}>
      <Loaded query={query}>
        {({ metrics }) => (
          <DataTable
            label={t('title')}
            columns={columns}
            rows={metrics}
            rowId={({ key }) => key}
            footer={
              metrics.length === 0 && (
                <EmptyState icon={Gauge} title={t('empty')} action={make}>
                  {t('emptyText')}
                </EmptyState>
              )
            }
          />
        )}
      </Loaded>
    </Page>
  );
}

function useMetricColumns(): ColumnSpec<Metric>[] {
  const t = useTranslations('metrics');
  const text = useText();
  const format = useFormat();
  const { me } = useWorkspace();
  return useMemo(
    () => [
      {
        id: 'label',
        title: t('label'),
        sort: ({ label }) => text(label),
        cell: ({ key, label }) => (
          <span className="flex flex-col">
            <TextLink href={`/data/metrics/${key}`} className="self-start">
              {text(label)}
            </TextLink>
            <span className="font-mono text-ink-faint text-xs">{key}</span>
          </span>
        ),
      },
      {
        id: 'sentence',
        title: t('what'),
        wideOnly: true,
        cell: ({ sentence }) => <Sentence of={sentence} />,
      },
      {
        id: 'members',
        title: t('members'),
        align: 'end',
        sort: ({ lastRun }) => lastRun?.members ?? null,
        cell: ({ lastRun }) => (lastRun ? format.number(lastRun.members) : '–'),
      },
      {
        id: 'computed',
        title: t('computed'),
        cell: ({ lastRun, job }) =>
          job ? (
            <Badge tone="accent">{t('computing')}</Badge>
          ) : lastRun ? (
            <span className="flex flex-col">
              <Instant at={lastRun.at} />
              <span className="text-ink-faint text-sm">{t('asOf', { day: format.date(lastRun.asOf) })}</span>
            </span>
          ) : (
            <Badge tone="warn">{t('never')}</Badge>
          ),
      },
      {
        id: 'actions',
        title: <span className="sr-only">{t('recompute')}</span>,
        align: 'end',
        wideOnly: true,
        cell: (metric) => can(me.role, 'edit') && <RecomputeNow metric={metric} />,
      },
    ],
    [t, text, format, me.role],
  );
}

function RecomputeNow({ metric }: { metric: Metric }) {
  const t = useTranslations('metrics');
  const text = useText();
  const recompute = useRecompute();
  return (
    <Button
      size="s"
      icon={RefreshCw}
      isPending={recompute.isPending}
      isDisabled={metric.job !== null}
      onPress={() =>
        recompute.mutate(
          { name: metric.key },
          { onSuccess: () => toast({ tone: 'ok', text: t('started', { name: text(metric.label) }) }) },
        )
      }
    >
      {t('recompute')}
    </Button>
  );
}
