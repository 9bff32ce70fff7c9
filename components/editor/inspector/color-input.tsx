'use client';

import { ColorChoice } from '@/components/layers/color-choice';
import { useText } from '@/components/ui/use-text';
import type { FormField } from '@/rules-engine/index';
import { numberOf } from '../values/value-props';
import { FieldAnchor, useParam } from './node-form';

export function ColorInput({ field }: { field: Extract<FormField, { input: 'color' }> }) {
  const text = useText();
  const { value, choose, error, isDisabled } = useParam([field.param]);
  return (
    <FieldAnchor path={[field.param]}>
      <ColorChoice
        label={text(field.label)}
        value={numberOf(value)}
        onChange={choose}
        error={error}
        isDisabled={isDisabled}
      />
    </FieldAnchor>
  );
}
