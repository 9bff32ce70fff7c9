'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { filledText } from '@/components/ui/filled-text';
import { LocalTextFields } from '@/components/ui/local-text-fields';
import { Notice } from '@/components/ui/notice';
import { NumberField } from '@/components/ui/number-field';
import { Panel } from '@/components/ui/page';
import { RadioGroup } from '@/components/ui/radio-group';
import { useText } from '@/components/ui/use-text';
import type { EngineCatalogue } from '@/lib/contracts/definitions';
import type { PointRuleInput } from '@/lib/contracts/points';
import { operandProblems } from '../metrics/metric-draft';
import { EventRuleFields } from './event-rule-fields';
import { countedOperand, inputOf, type RuleDraft, ruleOf } from './rule-draft';
import { RuleSummary } from './rule-summary';
import { TaskRuleFields } from './task-rule-fields';

interface Props {
  initial: RuleDraft;
  /** The kind of a rule that exists already stays. */
  isNew: boolean;
  catalogue: EngineCatalogue;
  isEditable: boolean;
  isSaving: boolean;
  error: ReactNode;
  submitText: string;
  onSubmit: (rule: PointRuleInput) => void;
}

/** What earns points and how many, with the rule in words beside it. */
export function RuleForm(props: Props) {
  const { initial, isNew, catalogue, isEditable, isSaving, error, submitText, onSubmit } = props;
  const t = useTranslations('points.form');
  const k = useTranslations('points.kind');
  const text = useText();
  const [draft, setDraft] = useState(initial);
  const [isChecked, setChecked] = useState(false);
  const isEvent = draft.kind === 'event';
  const problems = useMemo(
    () => (isEvent ? operandProblems(countedOperand(draft), catalogue) : []),
    [isEvent, draft, catalogue],
  );
  const change = (part: Partial<RuleDraft>) => setDraft((before) => ({ ...before, ...part }));
  const fields = { draft, change, catalogue, isChecked, isDisabled: !isEditable };

  function submit(event: FormEvent) {
    event.preventDefault();
    setChecked(true);
    const input = inputOf(draft);
    if (input && problems.length === 0) onSubmit(input);
  }

  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <Panel title={t('definition')}>
        <form onSubmit={submit} noValidate className="flex flex-col gap-5">
          {error}
          <LocalTextFields
            label={t('label')}
            help={t('labelHelp')}
            value={draft.label}
            onChange={(label) => change({ label })}
            isDisabled={!isEditable}
            error={isChecked && filledText(draft.label).zh === '' && t('labelMissing')}
          />
          <RadioGroup
            label={k('label')}
            help={isNew ? undefined : k('fixed')}
            options={[
              { id: 'event', text: k('event'), help: k('eventHelp') },
              { id: 'task', text: k('task'), help: k('taskHelp') },
            ]}
            value={draft.kind}
            onChange={(kind) => change({ kind })}
            isDisabled={!isNew || !isEditable}
          />
          {isEvent ? (
            <EventRuleFields {...fields} problems={isChecked ? problems : []} />
          ) : (
            <TaskRuleFields {...fields} />
          )}
          <NumberField
            label={t('expires')}
            help={t(isEvent ? 'expiresHelp' : 'expiresTaskHelp')}
            className="w-56"
            minValue={1}
            maxValue={36_500}
            step={1}
            value={draft.expiresAfterDays}
            onChange={(expiresAfterDays) => change({ expiresAfterDays })}
            isDisabled={!isEditable}
          />
          {isChecked && problems.length > 0 && (
            <Notice tone="danger" live>
              {problems.map(({ message }) => text(message)).join(' ')}
            </Notice>
          )}
          {isEditable && (
            <div>
              <Button type="submit" variant="primary" isPending={isSaving}>
                {submitText}
              </Button>
            </div>
          )}
        </form>
      </Panel>
      <Panel title={t('summary')}>
        <RuleSummary
          rule={ruleOf(draft)}
          catalogue={catalogue}
          isKnown={problems.length === 0}
          isNew={isNew}
        />
      </Panel>
    </div>
  );
}
