'use client';

import { ComboBox } from '@/components/ui/combo-box';
import { useFormat } from '@/components/ui/use-format';
import { AmountField } from './amount-field';
import { ThresholdSlider } from './threshold-slider';
import { useValueOptions } from './use-value-options';
import { numberOf, textOf, type ValueProps } from './value-props';

/** One value of the subject's type: a number, an amount, a text that is suggested from the data. */
export function OneValue(props: ValueProps) {
  return isNumeric(props) ? <OneNumber {...props} /> : <OneText {...props} />;
}

export function isNumeric({ kind }: Pick<ValueProps, 'kind'>): boolean {
  return kind.types.includes('number') || kind.types.includes('money');
}

export function OneNumber({ value, type, kind, scope, label, error, isDisabled }: ValueProps) {
  const number = numberOf(value);
  return (
    <>
      <AmountField
        value={number}
        onChange={(next) => type(next ?? undefined)}
        kind={kind}
        label={label}
        error={error}
        isDisabled={isDisabled}
      />
      <ThresholdSlider
        value={number}
        onChange={type}
        kind={kind}
        scope={scope}
        label={label}
        isDisabled={isDisabled}
      />
    </>
  );
}

function OneText({ value, type, kind, scope, label, error, isDisabled }: ValueProps) {
  const options = useValueOptions(kind, scope);
  const format = useFormat();
  return (
    <ComboBox
      aria-label={label}
      options={options.map(({ value: id, text, n }) => ({
        id,
        text,
        detail: n === null ? undefined : format.number(n),
        search: id,
      }))}
      value={textOf(value) || null}
      onChange={(next) => type(next ?? undefined)}
      onType={type}
      allowsCustom={kind.types.includes('text') || options.length === 0}
      error={error}
      isDisabled={isDisabled}
    />
  );
}
