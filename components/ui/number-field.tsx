'use client';

import { ChevronDown, ChevronUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import {
  NumberField as AriaNumberField,
  type NumberFieldProps as AriaNumberFieldProps,
  Button,
  Group,
} from 'react-aria-components';
import { classNames } from './class-names';
import { FieldBody, type FieldTexts, inputFrame } from './field';
import { NumberInput } from './number-input';
import { sameNumber } from './typed-number';
import { useTellUnfinished } from './unfinished-inputs';

export interface NumberFieldProps
  extends Omit<AriaNumberFieldProps, 'children' | 'className' | 'isInvalid' | 'value' | 'onChange'>,
    FieldTexts {
  /** Null: nothing entered. */
  value: number | null;
  /** With every keystroke that makes a number; null when the field is left empty. */
  onChange: (value: number | null) => void;
  /** Enter, or the field is left: after the last `onChange`. */
  onDone?: () => void;
  /** Shown after the number: `天`, `CNY`. */
  unit?: string | null;
  placeholder?: string;
  className?: string;
}

const step =
  'flex h-[15px] w-6 items-center justify-center text-ink-faint data-hovered:bg-hover data-disabled:opacity-40';

/**
 * A number in the page's notation. Arrow keys step. What is typed counts at once; while it is no number, or none that is
 * allowed, the field says so and the number before stays.
 */
export function NumberField({
  label,
  help,
  error,
  unit,
  placeholder,
  className,
  value,
  onChange,
  onDone,
  ...props
}: NumberFieldProps) {
  const t = useTranslations('ui');
  // While it is typed in, react-aria is given the value from before: with each new one it would rewrite the text.
  const [typing, setTyping] = useState<{ before: number | null } | null>(null);
  const [isUnfinished, setUnfinished] = useState(false);
  useTellUnfinished(isUnfinished);
  const problem = error || (isUnfinished && t('unfinished'));
  return (
    <AriaNumberField
      {...props}
      value={(typing ? typing.before : value) ?? Number.NaN}
      onChange={(next) => {
        setTyping(null);
        setUnfinished(false);
        const number = Number.isNaN(next) ? null : next;
        if (!sameNumber(number, value)) onChange(number);
      }}
      isInvalid={Boolean(problem)}
      className={className}
    >
      <FieldBody label={label} help={help} error={problem} isRequired={props.isRequired}>
        <Group
          className={classNames(
            inputFrame,
            'flex h-8 items-center overflow-hidden data-focus-within:outline-2 data-focus-within:outline-focus',
          )}
        >
          <NumberInput
            value={value}
            limits={props}
            isTyping={typing !== null}
            before={typing?.before ?? null}
            onTyping={(isTyping) => setTyping((now) => (isTyping ? (now ?? { before: value }) : null))}
            onUnfinished={setUnfinished}
            onNumber={onChange}
            onDone={onDone}
            placeholder={placeholder}
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
