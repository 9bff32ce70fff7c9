'use client';

import { useTranslations } from 'next-intl';
import { ApiError } from '@/components/data-client/api-error';
import { Loaded } from '@/components/data-client/loaded';
import { useErrorText } from '@/components/data-client/use-error-text';
import { Crumb } from '@/components/frame/crumb';
import { useRulesCatalogue } from '@/components/members/use-rules-catalogue';
import { Notice } from '@/components/ui/notice';
import { Page, Panel } from '@/components/ui/page';
import { PageSkeleton } from '@/components/ui/skeleton';
import { toast } from '@/components/ui/toast';
import { useText } from '@/components/ui/use-text';
import { useWorkspace } from '@/components/ui/workspace-context';
import type { Metric } from '@/lib/contracts/metrics';
import { can } from '@/lib/contracts/people';
import { DeleteButton } from '../delete-button';
import { UsageList } from '../usage-list';
import { readOperand } from './metric-draft';
import { MetricForm } from './metric-form';
import { RecomputePanel } from './recompute-panel';
import { useDeleteMetric, useEditMetric, useMetric } from './use-metrics';

/** One metric: its definition, when it was computed, who reads it. */
export function MetricPage({ name }: { name: string }) {
  const query = useMetric(name);
  return (
    <Loaded query={query} skeleton={<PageSkeleton />}>
      {({ metric }) => <Body metric={metric} />}
    </Loaded>
  );
}

function Body({ metric }: { metric: Metric }) {
  const t = useTranslations('metrics');
  const c = useTranslations('common');
  const text = useText();
  const errorText = useErrorText();
  const { me } = useWorkspace();
  const catalogue = useRulesCatalogue();
  const edit = useEditMetric(metric.key);
  const mayEdit = can(me.role, 'edit');
  const [first = ''] = Object.keys(catalogue.data?.eventTypes ?? {});
  return (
    <Page
      title={text(metric.label)}
      subtitle={<span className="font-mono text-sm">{metric.path}</span>}
      actions={mayEdit && <DeleteMetric metric={metric} />}
    >
      <Crumb name={text(metric.label)} />
      <div className="grid gap-4 lg:grid-cols-2">
        <RecomputePanel metric={metric} />
        <Panel title={t('usedBy')}>
          <UsageList of={{ field: metric.path }} />
        </Panel>
      </div>
      <Loaded query={catalogue}>
        {(known) => (
          <MetricForm
            // Saved by somebody else in between: the form begins with what they saved.
            key={metric.revision}
            isNew={false}
            isEditable={mayEdit}
            initial={{ key: metric.key, label: metric.label, operand: readOperand(metric.operand, first) }}
            catalogue={known}
            isSaving={edit.isPending}
            submitText={c('save')}
            error={
              edit.error && (
                <Notice tone="danger" live>
                  {errorText(edit.error)}
                  {edit.error instanceof ApiError && edit.error.status === 409 && ` ${t('conflict')}`}
                </Notice>
              )
            }
            onSubmit={({ label, operand }) =>
              edit.mutate(
                { label, operand, revision: metric.revision },
                { onSuccess: () => toast({ tone: 'ok', text: t('saved', { name: text(label) }) }) },
              )
            }
          />
        )}
      </Loaded>
    </Page>
  );
}

function DeleteMetric({ metric }: { metric: Metric }) {
  const t = useTranslations('metrics');
  const name = useText()(metric.label);
  return (
    <DeleteButton
      title={t('deleteTitle', { name })}
      text={t('deleteText')}
      deleted={t('deleted', { name })}
      id={metric.key}
      remove={useDeleteMetric()}
      list="/data/metrics"
    />
  );
}
