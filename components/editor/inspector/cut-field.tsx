'use client';

import { useTranslations } from 'next-intl';
import { NumberField } from '@/components/ui/number-field';
import { RadioGroup } from '@/components/ui/radio-group';
import { Select } from '@/components/ui/select';
import { useText } from '@/components/ui/use-text';
import type { Cut, FormField } from '@/rules-engine/index';
import { record } from '../conditions/shapes';
import { numberOf, textOf } from '../values/value-props';
import { FieldAnchor, useParam } from './node-form';

const methods = ['mean', 'median', 'quantile', 'number'] as const satisfies readonly Cut['by'][];
const sides = ['better', 'worse'] as const satisfies readonly Cut['ties'][];

/** A cut in two: by what it is computed, its value, and on which side those are who have just that value. */
export function CutField({ field }: { field: Extract<FormField, { input: 'cut' }> }) {
  const t = useTranslations('layers.cut');
  const text = useText();
  const { value, choose, isDisabled } = useParam([field.param]);
  const { error } = useParam([field.param, 'value']);
  const now = record(value);
  const by = methods.find((method) => method === now.by) ?? null;
  return (
    <FieldAnchor path={[field.param]} className="flex flex-col gap-2">
      <h3 className="font-medium text-ink-soft text-sm">{text(field.label)}</h3>
      <Select
        aria-label={t('by', { name: text(field.label) })}
        options={methods.map((id) => ({ id, text: t(`methods.${id}`) }))}
        value={by}
        onChange={(method) =>
          choose({
            by: method,
            ...(method === 'quantile' ? { share: numberOf(now.share) ?? 0.5 } : {}),
            value: method === 'number' ? numberOf(now.value) : null,
            ties: method === 'number' ? 'better' : 'worse',
          })
        }
        isDisabled={isDisabled}
      />
      {by === 'quantile' && (
        <NumberField
          label={t('share')}
          value={(numberOf(now.share) ?? 0.5) * 100}
          onChange={(share) => share !== null && choose({ ...now, share: share / 100, value: null })}
          minValue={1}
          maxValue={99}
          unit="%"
          isDisabled={isDisabled}
        />
      )}
      <NumberField
        label={t('value')}
        value={numberOf(now.value)}
        onChange={(next) => choose({ ...now, value: next })}
        error={error}
        isDisabled={isDisabled || by !== 'number'}
      />
      <RadioGroup
        label={t('ties')}
        orientation="horizontal"
        options={sides.map((id) => ({ id, text: t(`sides.${id}`) }))}
        value={sides.find((side) => side === textOf(now.ties)) ?? null}
        onChange={(ties) => choose({ ...now, ties })}
        isDisabled={isDisabled}
      />
    </FieldAnchor>
  );
}
