'use client';

import { useTranslations } from 'next-intl';
import { ComboBox } from '@/components/ui/combo-box';
import { NumberField } from '@/components/ui/number-field';
import { useText } from '@/components/ui/use-text';
import type { RuleFieldsProps } from './event-rule-fields';
import { isPoints } from './worth-fields';

/** Which segment means that the task is done, and what doing it gives. */
export function TaskRuleFields({ draft, change, catalogue, isChecked, isDisabled }: RuleFieldsProps) {
  const t = useTranslations('points.form');
  const text = useText();
  const segments = Object.values(catalogue.segments)
    .filter(({ graph }) => graph !== null)
    .map(({ key, label }) => ({ id: key, text: text(label), search: `${key} ${label.zh} ${label.en}` }));
  return (
    <>
      <ComboBox
        label={t('segment')}
        help={segments.length === 0 ? t('noSegments') : t('segmentHelp')}
        options={segments}
        value={draft.segment}
        onChange={(segment) => change({ segment })}
        error={isChecked && draft.segment === null && t('segmentMissing')}
        isDisabled={isDisabled}
      />
      <NumberField
        label={t('gives')}
        unit={t('points')}
        className="w-56"
        minValue={1}
        step={1}
        value={draft.points}
        onChange={(points) => change({ points })}
        error={isChecked && !isPoints(draft.points) && t('pointsMissing')}
        isDisabled={isDisabled}
      />
    </>
  );
}
