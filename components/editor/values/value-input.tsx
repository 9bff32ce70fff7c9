'use client';

import type { ComponentType } from 'react';
import { TextField } from '@/components/ui/text-field';
import type { ValueInput as InputKind } from '@/rules-engine/index';
import { DaysValue, MonthValue, OneDay, SpanValue } from './date-values';
import { OneNumber, OneValue } from './one-value';
import { DayRange, NumberRange } from './range-value';
import { SeveralValues } from './several-values';
import { TagValues } from './tag-values';
import { textOf, type ValueProps } from './value-props';

function OneText({ value, type, label, error, isDisabled }: ValueProps) {
  return (
    <TextField
      aria-label={label}
      value={textOf(value)}
      onChange={(text) => type(text || undefined)}
      error={error}
      isDisabled={isDisabled}
    />
  );
}

/** How a value is entered, by what the operator asks for. */
const inputs: Record<Exclude<InputKind, 'none'>, ComponentType<ValueProps>> = {
  value: OneValue,
  values: SeveralValues,
  text: OneText,
  number: OneNumber,
  numberRange: NumberRange,
  date: OneDay,
  dateRange: DayRange,
  span: SpanValue,
  days: DaysValue,
  month: MonthValue,
  tagValues: ({ kind, ...props }) => <TagValues {...props} options={kind.options} />,
};

/** The operand of a row; nothing for an operator that has none. */
export function ValueInput({ input, ...props }: ValueProps & { input: InputKind }) {
  if (input === 'none') return null;
  const Input = inputs[input];
  return <Input {...props} />;
}
