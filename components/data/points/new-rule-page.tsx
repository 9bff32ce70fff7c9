'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useErrorText } from '@/components/data-client/use-error-text';
import { propertiesFor } from '@/components/editor/conditions/new-rows';
import { Notice } from '@/components/ui/notice';
import { Page } from '@/components/ui/page';
import { toast } from '@/components/ui/toast';
import { useText } from '@/components/ui/use-text';
import { FromEvents } from '../from-events';
import { newDraft } from './rule-draft';
import { RuleForm } from './rule-form';
import { useCreateRule } from './use-points';

/** A points rule from nothing. */
export function NewRulePage() {
  const t = useTranslations('points');
  const f = useTranslations('frame');
  const text = useText();
  const errorText = useErrorText();
  const router = useRouter();
  const create = useCreateRule();
  return (
    <Page title={f('newPointRule')} subtitle={t('form.next')}>
      <FromEvents title={t('noEvents')} text={t('noEventsText')}>
        {(catalogue, start) => {
          const amounts = propertiesFor('sum', start, catalogue);
          const amount = amounts.find(({ type }) => type === 'money') ?? amounts[0];
          return (
            <RuleForm
              isNew
              isEditable
              initial={newDraft(start, amount?.path ?? null)}
              catalogue={catalogue}
              isSaving={create.isPending}
              submitText={t('form.create')}
              error={
                create.error && (
                  <Notice tone="danger" live>
                    {errorText(create.error)}
                  </Notice>
                )
              }
              onSubmit={(input) =>
                create.mutate(input, {
                  onSuccess: ({ rule }) => {
                    toast({ tone: 'ok', text: t('form.saved', { name: text(rule.label) }) });
                    router.push('/data/points');
                  },
                })
              }
            />
          );
        }}
      </FromEvents>
    </Page>
  );
}
