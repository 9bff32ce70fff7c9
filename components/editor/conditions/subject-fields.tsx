'use client';

import { useTranslations } from 'next-intl';
import { Select } from '@/components/ui/select';
import { arithmeticOperators, type ConditionSubject } from '@/rules-engine/index';
import type { ParamPath } from '../document/command';
import { FieldAnchor, type HowChanged, useParam } from '../inspector/node-form';
import { AmountField } from '../values/amount-field';
import { EventFields } from './event-fields';
import { readSubject } from './shapes';
import type { ConditionScope } from './subject-kind';
import { SubjectPicker } from './subject-picker';
import type { SubjectFilter } from './use-subject-entries';

interface Props {
  path: ParamPath;
  scope: ConditionScope;
  filter?: SubjectFilter;
  depth: number;
  /** `type`: a number or a day in it is being typed. */
  onChange: (subject: ConditionSubject, how: HowChanged) => void;
}

/** A subject with all that belongs to it: an event's function and window, the sides of a formula. */
export function SubjectFields({ path, scope, filter, depth, onChange }: Props) {
  const param = useParam(path);
  const pathError = useParam([...path, 'path']).error;
  const keyError = useParam([...path, 'key']).error;
  const idError = useParam([...path, 'id']).error;
  const typeError = useParam([...path, 'eventType']).error;
  const subject = readSubject(param.value);
  return (
    <FieldAnchor path={path} className="flex flex-col gap-2">
      <SubjectPicker
        subject={subject}
        scope={scope}
        filter={filter}
        onPick={(picked) => onChange(picked, 'choose')}
        error={param.error ?? pathError ?? keyError ?? idError ?? typeError}
        isDisabled={param.isDisabled}
      />
      {subject?.kind === 'event' && (
        <EventFields operand={subject} path={path} onChange={onChange} depth={depth} />
      )}
      {subject?.kind === 'formula' && (
        <FormulaFields subject={subject} path={path} scope={scope} depth={depth} onChange={onChange} />
      )}
      {subject?.kind === 'number' && <PlainNumber subject={subject} onChange={onChange} />}
    </FieldAnchor>
  );
}

function FormulaFields({
  subject,
  path,
  scope,
  depth,
  onChange,
}: Props & { subject: Extract<ConditionSubject, { kind: 'formula' }> }) {
  const t = useTranslations('editor.conditions');
  const { isDisabled } = useParam(path);
  return (
    <fieldset aria-label={t('formula')} className="flex flex-col gap-2 border-line border-l-2 pl-2">
      <SubjectFields
        path={[...path, 'left']}
        scope={scope}
        filter="numeric"
        depth={depth + 1}
        onChange={(left, how) => onChange({ ...subject, left }, how)}
      />
      <Select
        aria-label={t('arithmetic')}
        className="w-28"
        options={arithmeticOperators.map((id) => ({ id, text: t(`arithmetics.${names[id]}`) }))}
        value={subject.operator}
        onChange={(operator) => onChange({ ...subject, operator }, 'choose')}
        isDisabled={isDisabled}
      />
      <SubjectFields
        path={[...path, 'right']}
        scope={scope}
        filter="numeric"
        depth={depth + 1}
        onChange={(right, how) => onChange({ ...subject, right }, how)}
      />
    </fieldset>
  );
}

const names = { '+': 'plus', '-': 'minus', '*': 'times', '/': 'by' } as const;

function PlainNumber({
  subject,
  onChange,
}: {
  subject: Extract<ConditionSubject, { kind: 'number' }>;
  onChange: Props['onChange'];
}) {
  const t = useTranslations('editor.conditions');
  return (
    <AmountField
      value={subject.value}
      onChange={(value) => value !== null && onChange({ ...subject, value }, 'type')}
      kind={{ types: ['number'], unit: null }}
      label={t('number')}
    />
  );
}
