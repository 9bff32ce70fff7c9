'use client';

import { ChevronDown, ChevronUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import {
  NumberField as AriaNumberField,
  type NumberFieldProps as AriaNumberFieldProps,
  Button,
  Group,
  Input,
} from 'react-aria-components';
import { classNames } from './class-names';
import { FieldBody, type FieldTexts, inputFrame } from './field';

export interface NumberFieldProps
  extends Omit<AriaNumberFieldProps, 'children' | 'className' | 'isInvalid' | 'value' | 'onChange'>,
    FieldTexts {
  /** Null: nothing entered. */
  value: number | null;
  onChange: (value: number | null) => void;
  /** Shown after the number: `天`, `CNY`. */
  unit?: string | null;
  placeholder?: string;
  className?: string;
}

const step =
  'flex h-[15px] w-6 items-center justify-center text-ink-faint data-hovered:bg-hover data-disabled:opacity-40';

/** A number in the page's notation. Arrow keys step. */
export function NumberField({
  label,
  help,
  error,
  unit,
  placeholder,
  className,
  value,
  onChange,
  ...props
}: NumberFieldProps) {
  const t = useTranslations('ui');
  return (
    <AriaNumberField
      {...props}
      value={value ?? Number.NaN}
      onChange={(next) => onChange(Number.isNaN(next) ? null : next)}
      isInvalid={Boolean(error)}
      className={className}
    >
      <FieldBody label={label} help={help} error={error} isRequired={props.isRequired}>
        <Group
          className={classNames(
            inputFrame,
            'flex h-8 items-center overflow-hidden data-focus-within:outline-2 data-focus-within:outline-focus',
          )}
        >
          <Input
            placeholder={placeholder}
            className="tabular h-full min-w-0 flex-1 bg-transparent px-2.5 outline-none!"
          />
          {unit && <span className="shrink-0 px-1 text-ink-faint text-sm">{unit}</span>}
          <div className="shrink-0 border-line border-l">
            <Button slot="increment" aria-label={t('increase')} className={step}>
              <ChevronUp size={12} aria-hidden />
            </Button>
            <Button slot="decrement" aria-label={t('decrease')} className={step}>
              <ChevronDown size={12} aria-hidden />
            </Button>
          </div>
        </Group>
      </FieldBody>
    </AriaNumberField>
  );
}
