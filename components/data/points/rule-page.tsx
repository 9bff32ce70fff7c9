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
import { can } from '@/lib/contracts/people';
import type { PointRuleDto } from '@/lib/contracts/points';
import { DeleteButton } from '../delete-button';
import { draftOf } from './rule-draft';
import { RuleForm } from './rule-form';
import { RuleSwitch } from './rule-table';
import { useDeleteRule, useEditRule, usePointRule } from './use-points';

/** One points rule: what it gave, and what it gives. */
export function RulePage({ id }: { id: string }) {
  const query = usePointRule(id);
  return (
    <Loaded query={query} skeleton={<PageSkeleton />}>
      {({ rule }) => <Body rule={rule} />}
    </Loaded>
  );
}

function Body({ rule }: { rule: PointRuleDto }) {
  const t = useTranslations('points');
  const c = useTranslations('common');
  const text = useText();
  const errorText = useErrorText();
  const { me } = useWorkspace();
  const catalogue = useRulesCatalogue();
  const edit = useEditRule(rule.id);
  const mayEdit = can(me.role, 'edit');
  const { given } = rule;
  return (
    <Page
      title={text(rule.label)}
      actions={
        <>
          <RuleSwitch rule={rule} />
          {mayEdit && !given?.points && <DeleteRule rule={rule} />}
        </>
      }
    >
      <Crumb name={text(rule.label)} />
      {rule.problem && <Notice tone="danger">{text(rule.problem)}</Notice>}
      <Panel title={t('given')}>
        {given?.points ? (
          <p>{t('givenText', { points: given.points, count: given.members })}</p>
        ) : (
          <p className="text-ink-faint">{t('notYet')}</p>
        )}
      </Panel>
      <Loaded query={catalogue}>
        {(known) => (
          <RuleForm
            // Saved by somebody else in between: the form begins with what they saved.
            key={rule.revision}
            isNew={false}
            isEditable={mayEdit}
            initial={draftOf(rule)}
            catalogue={known}
            isSaving={edit.isPending}
            submitText={c('save')}
            error={
              edit.error && (
                <Notice tone="danger" live>
                  {errorText(edit.error)}
                  {edit.error instanceof ApiError && edit.error.status === 409 && ` ${t('form.conflict')}`}
                </Notice>
              )
            }
            onSubmit={(input) =>
              edit.mutate(
                { ...input, revision: rule.revision },
                {
                  onSuccess: () => toast({ tone: 'ok', text: t('form.saved', { name: text(input.label) }) }),
                },
              )
            }
          />
        )}
      </Loaded>
    </Page>
  );
}

function DeleteRule({ rule }: { rule: PointRuleDto }) {
  const t = useTranslations('points');
  const name = useText()(rule.label);
  return (
    <DeleteButton
      title={t('deleteTitle', { name })}
      text={t('deleteText')}
      deleted={t('deleted', { name })}
      id={rule.id}
      remove={useDeleteRule()}
      list="/data/points"
    />
  );
}
