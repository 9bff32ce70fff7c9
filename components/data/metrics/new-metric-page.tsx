'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useErrorText } from '@/components/data-client/use-error-text';
import { Notice } from '@/components/ui/notice';
import { Page } from '@/components/ui/page';
import { toast } from '@/components/ui/toast';
import { useText } from '@/components/ui/use-text';
import { FromEvents } from '../from-events';
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
  const create = useCreateMetric();
  const recompute = useRecompute();
  return (
    <Page title={f('newMetric')} subtitle={t('newSubtitle')}>
      <FromEvents title={t('noEvents')} text={t('noEventsText')}>
        {(catalogue, start) => (
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
        )}
      </FromEvents>
    </Page>
  );
}
