'use client';

import { Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { NumberField } from '@/components/ui/number-field';
import { useText } from '@/components/ui/use-text';
import { useWorkspace } from '@/components/ui/workspace-context';
import type { FormField } from '@/rules-engine/index';
import { GroupEditor } from '../conditions/group-editor';
import { blankGroup } from '../conditions/new-rows';
import { readSubject, record } from '../conditions/shapes';
import { SubjectFields } from '../conditions/subject-fields';
import { memberScope, subjectKind } from '../conditions/subject-kind';
import type { ParamPath } from '../document/command';
import { useEditor } from '../state/editor-context';
import { currencyDigits } from '../values/amount';
import { numberOf } from '../values/value-props';
import { blankGraded, GradedTerm } from './graded-term';
import { FieldAnchor, useParam } from './node-form';

/** What a term is, by what it holds: a draft may hold anything. */
function kindOf(term: unknown): 'graded' | 'weighted' | 'condition' {
  if (Object.hasOwn(record(term), 'better')) return 'graded';
  return Object.hasOwn(record(term), 'weight') ? 'weighted' : 'condition';
}

/** What adds points: a condition that holds, a number times a weight, or the grade that a number falls into. */
export function TermsField({ field }: { field: Extract<FormField, { input: 'terms' }> }) {
  const t = useTranslations('editor.inspector');
  const text = useText();
  const { value, choose, error, isDisabled } = useParam([field.param]);
  const terms = Array.isArray(value) ? value : [];
  return (
    <FieldAnchor path={[field.param]} className="flex flex-col gap-2">
      <h3 className="font-medium text-ink-soft text-sm">{text(field.label)}</h3>
      {terms.map((term, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a term is its place, it has no other name
        <FieldAnchor key={index} path={[field.param, index]} className="rounded-md border border-line p-2">
          <div className="mb-2 flex items-start justify-between gap-2">
            <TermHead kind={kindOf(term)} path={[field.param, index]} />
            {!isDisabled && (
              <IconButton
                icon={Trash2}
                label={t('removeTerm')}
                onPress={() => choose(terms.filter((_, other) => other !== index))}
              />
            )}
          </div>
          <TermBody kind={kindOf(term)} path={[field.param, index]} />
        </FieldAnchor>
      ))}
      {error && <p className="text-danger-ink text-sm">{error}</p>}
      {!isDisabled && (
        <div className="flex flex-wrap gap-1">
          <Button
            size="s"
            icon={Plus}
            onPress={() => choose([...terms, { points: 10, ...blankGroup('all') }])}
          >
            {t('addConditionTerm')}
          </Button>
          <Button size="s" icon={Plus} onPress={() => choose([...terms, { weight: 1, subject: null }])}>
            {t('addWeightTerm')}
          </Button>
          <Button size="s" icon={Plus} onPress={() => choose([...terms, blankGraded])}>
            {t('addGradedTerm')}
          </Button>
        </div>
      )}
    </FieldAnchor>
  );
}

interface TermProps {
  kind: ReturnType<typeof kindOf>;
  path: ParamPath;
}

function TermHead({ kind, path }: TermProps) {
  const t = useTranslations('layers.graded');
  if (kind === 'graded') return <h4 className="pt-1 font-medium text-sm">{t('title')}</h4>;
  return kind === 'weighted' ? <Weight path={path} /> : <Points path={path} />;
}

function TermBody({ kind, path }: TermProps) {
  if (kind === 'graded') return <GradedTerm path={path} />;
  if (kind === 'weighted') return <WeightedSubject path={[...path, 'subject']} />;
  return <GroupEditor path={path} scope={memberScope} depth={0} />;
}

function Points({ path }: { path: ParamPath }) {
  const t = useTranslations('editor.inspector');
  const { value, type, error, isDisabled } = useParam([...path, 'points']);
  return (
    <NumberField
      label={t('points')}
      value={numberOf(value)}
      onChange={(next) => type(next ?? undefined)}
      error={error}
      isDisabled={isDisabled}
      className="w-40"
    />
  );
}

/** Points for each unit of the number; for money, for each unit of the currency, though its smallest unit is stored. */
function Weight({ path }: { path: ParamPath }) {
  const t = useTranslations('editor.inspector');
  const { catalogue } = useEditor();
  const { currency } = useWorkspace();
  const { value, type, error, isDisabled } = useParam([...path, 'weight']);
  const subject = readSubject(useParam([...path, 'subject']).value);
  const kind = subjectKind(subject, memberScope, catalogue);
  const money = kind?.types.includes('money') ? (kind.unit ?? currency) : null;
  const scale = money === null ? 1 : 10 ** currencyDigits(money);
  const weight = numberOf(value);
  return (
    <NumberField
      label={money === null ? t('weight') : t('weightOfMoney', { currency: money })}
      value={weight === null ? null : weight * scale}
      onChange={(next) => type(next === null ? undefined : next / scale)}
      formatOptions={{ maximumFractionDigits: 6 }}
      error={error}
      isDisabled={isDisabled}
      className="w-40"
    />
  );
}

function WeightedSubject({ path }: { path: ParamPath }) {
  const param = useParam(path);
  return (
    <SubjectFields
      path={path}
      scope={memberScope}
      filter="numeric"
      depth={0}
      onChange={(subject, how) => param[how](subject)}
    />
  );
}
