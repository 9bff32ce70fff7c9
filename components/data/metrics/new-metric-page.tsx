'use client';

import { Activity } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Loaded } from '@/components/data-client/loaded';
import { useErrorText } from '@/components/data-client/use-error-text';
import { useRulesCatalogue } from '@/components/members/use-rules-catalogue';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { Page } from '@/components/ui/page';
import { toast } from '@/components/ui/toast';
import { useText } from '@/components/ui/use-text';
import { initialOperand } from './metric-draft';
import { MetricForm } from './metric-form';
import { useCreateMetric, useRecompute } from './use-metrics';

/** A metric from nothing: once it is saved it is computed for every member. */
export function NewMetricPage() {
  const t = useTranslations('metrics');
  const f = useTranslations('frame');
  const text = useText();
  const errorText = useErrorText();
  const router = useRouter();
  const query = useRulesCatalogue();
  const create = useCreateMetric();
  const recompute = useRecompute();
  return (
    <Page title={f('newMetric')} subtitle={t('newSubtitle')}>
      <Loaded query={query}>
        {(catalogue) => {
          const [first] = Object.keys(catalogue.eventTypes);
          if (!first) {
            return (
              <EmptyState
                icon={Activity}
                title={t('noEvents')}
                action={<LinkButton href="/data/imports/new">{f('newImport')}</LinkButton>}
              >
                {t('noEventsText')}
              </EmptyState>
            );
          }
          const start = Object.hasOwn(catalogue.eventTypes, 'order') ? 'order' : first;
          return (
            <MetricForm
              isNew
              isEditable
              initial={{ key: '', label: { zh: '', en: '' }, operand: initialOperand(start) }}
              catalogue={catalogue}
              isSaving={create.isPending}
              submitText={t('create')}
              error={
                create.error && (
                  <Notice tone="danger" live>
                    {errorText(create.error)}
                  </Notice>
                )
              }
              onSubmit={(metric) =>
                create.mutate(metric, {
                  onSuccess: ({ metric: made }) => {
                    recompute.mutate({ name: made.key });
                    toast({ tone: 'ok', text: t('started', { name: text(made.label) }) });
                    router.push('/data/metrics');
                  },
                })
              }
            />
          );
        }}
      </Loaded>
    </Page>
  );
}
