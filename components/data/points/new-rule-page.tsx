'use client';

import { Activity } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Loaded } from '@/components/data-client/loaded';
import { useErrorText } from '@/components/data-client/use-error-text';
import { propertiesFor } from '@/components/editor/conditions/new-rows';
import { useRulesCatalogue } from '@/components/members/use-rules-catalogue';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { Page } from '@/components/ui/page';
import { toast } from '@/components/ui/toast';
import { useText } from '@/components/ui/use-text';
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
  const query = useRulesCatalogue();
  const create = useCreateRule();
  return (
    <Page title={f('newPointRule')} subtitle={t('form.next')}>
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
      </Loaded>
    </Page>
  );
}
