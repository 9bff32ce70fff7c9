'use client';

import { useTranslations } from 'next-intl';
import { NumberField } from '@/components/ui/number-field';
import { Select } from '@/components/ui/select';
import { readSubject, record } from '../conditions/shapes';
import { SubjectFields } from '../conditions/subject-fields';
import { memberScope, subjectKind } from '../conditions/subject-kind';
import { CutSource } from '../cutpoints/cut-source';
import type { ParamPath } from '../document/command';
import { useEditor } from '../state/editor-context';
import { numberOf } from '../values/value-props';
import { CutList } from './cut-list';
import { type HowChanged, useParam } from './node-form';

const ways = ['higher', 'lower'] as const;
const methods = ['quantile', 'bands'] as const;
const grades = { fewest: 2, most: 10 } as const;

/** What a term by grades begins with: fifths of a number that is still to be chosen. */
export const blankGraded = {
  weight: 10,
  subject: null,
  better: 'higher',
  by: 'quantile',
  groups: 5,
  cuts: null,
} as const;

/** Points by the grade that a number falls into: the best gets all of them, the others proportionally fewer. */
export function GradedTerm({ path }: { path: ParamPath }) {
  const t = useTranslations('layers.graded');
  const { catalogue } = useEditor();
  const param = useParam(path);
  const { value, choose, isDisabled } = param;
  const weight = useParam([...path, 'weight']);
  const groups = useParam([...path, 'groups']);
  const subject = useParam([...path, 'subject']);
  const cuts = useParam([...path, 'cuts']);
  const term = record(value);
  const by = methods.find((method) => method === term.by) ?? 'quantile';
  const kind = subjectKind(readSubject(term.subject), memberScope, catalogue);
  const count = numberOf(term.groups) ?? 0;
  const hasList = by === 'bands' || Array.isArray(cuts.value);
  /** Cuts of another number, or of other groups, mean nothing. */
  const change = (next: Record<string, unknown>, how: HowChanged) =>
    param[how]({ ...term, ...next, cuts: null });
  return (
    <div className="flex flex-col gap-2">
      <SubjectFields
        path={[...path, 'subject']}
        scope={memberScope}
        filter="numeric"
        depth={0}
        onChange={(next, how) => (term.cuts === null ? subject[how](next) : change({ subject: next }, how))}
      />
      <div className="grid grid-cols-2 gap-2">
        <NumberField
          label={t('weight')}
          value={numberOf(weight.value)}
          onChange={(next) => weight.type(next ?? undefined)}
          error={weight.error}
          isDisabled={isDisabled}
        />
        <NumberField
          label={t('groups')}
          value={count}
          onChange={(next) => next !== null && change({ groups: next }, 'type')}
          minValue={grades.fewest}
          maxValue={grades.most}
          step={1}
          error={groups.error}
          isDisabled={isDisabled}
        />
        <Select
          label={t('better')}
          options={ways.map((id) => ({ id, text: t(`ways.${id}`) }))}
          value={ways.find((way) => way === term.better) ?? null}
          onChange={(better) => choose({ ...term, better })}
          isDisabled={isDisabled}
        />
        <Select
          label={t('by')}
          options={methods.map((id) => ({ id, text: t(`methods.${id}`) }))}
          value={by}
          // What was computed stays as a start for what is typed.
          onChange={(method) => choose({ ...term, by: method, ...(method === 'quantile' && { cuts: null }) })}
          isDisabled={isDisabled}
        />
      </div>
      {hasList && (
        <CutList path={[...path, 'cuts']} groups={count} kind={kind ?? { types: [], unit: null }} />
      )}
      <CutSource param={[...path, 'cuts'].join('.')} error={hasList ? undefined : cuts.error} />
    </div>
  );
}
