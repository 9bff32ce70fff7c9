'use client';

import { useTranslations } from 'next-intl';
import { ColorSwatch } from '@/components/layers/color-swatch';
import { RadioGroup } from '@/components/ui/radio-group';
import { useText } from '@/components/ui/use-text';
import { type FormField, layerColors } from '@/rules-engine/index';
import { numberOf } from '../values/value-props';
import { FieldAnchor, useParam } from './node-form';

const indices = Array.from({ length: layerColors }, (_, index) => String(index));

/** One of the colours of layers, each with its number: colour alone says nothing. */
export function ColorInput({ field }: { field: Extract<FormField, { input: 'color' }> }) {
  const t = useTranslations('layers');
  const text = useText();
  const { value, choose, error, isDisabled } = useParam([field.param]);
  return (
    <FieldAnchor path={[field.param]}>
      <RadioGroup
        label={text(field.label)}
        orientation="horizontal"
        options={indices.map((id) => ({
          id,
          text: (
            <span className="inline-flex items-center gap-1">
              <ColorSwatch color={Number(id)} />
              <span className="sr-only">{t('color', { n: Number(id) + 1 })}</span>
            </span>
          ),
        }))}
        value={String(numberOf(value) ?? '')}
        onChange={(id) => choose(Number(id))}
        error={error}
        isDisabled={isDisabled}
      />
    </FieldAnchor>
  );
}
