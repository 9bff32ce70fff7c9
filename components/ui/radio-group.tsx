'use client';

import type { ReactNode } from 'react';
import { RadioGroup as AriaRadioGroup, RadioButton, RadioField, Text } from 'react-aria-components';
import { classNames } from './class-names';
import { FieldBody, type FieldTexts } from './field';

export interface RadioGroupProps<K extends string> extends FieldTexts {
  options: readonly { id: K; text: ReactNode; help?: ReactNode; isDisabled?: boolean }[];
  value: K | null;
  onChange: (value: K) => void;
  orientation?: 'horizontal' | 'vertical';
  'aria-label'?: string;
  isDisabled?: boolean;
  className?: string;
}

/** One of two to five, all in sight. */
export function RadioGroup<K extends string>({
  options,
  value,
  onChange,
  label,
  help,
  error,
  isRequired,
  orientation = 'vertical',
  className,
  ...props
}: RadioGroupProps<K>) {
  return (
    <AriaRadioGroup
      {...props}
      isRequired={isRequired}
      isInvalid={Boolean(error)}
      orientation={orientation}
      value={value}
      onChange={(chosen) => {
        const option = options.find(({ id }) => id === chosen);
        if (option) onChange(option.id);
      }}
      className={className}
    >
      <FieldBody label={label} help={help} error={error} isRequired={isRequired}>
        <div
          className={classNames(
            'flex',
            orientation === 'vertical' ? 'flex-col gap-1' : 'flex-wrap gap-x-4 gap-y-1',
          )}
        >
          {options.map(({ id, text, help: optionHelp, isDisabled }) => (
            <RadioField key={id} value={id} isDisabled={isDisabled}>
              <RadioButton className="flex min-h-6 items-center gap-2 rounded-sm data-disabled:opacity-50">
                {({ isSelected }) => (
                  <>
                    <span
                      className={classNames(
                        'size-4 shrink-0 rounded-full border bg-surface',
                        isSelected ? 'border-[5px] border-accent' : 'border-line-strong',
                      )}
                    />
                    {text}
                  </>
                )}
              </RadioButton>
              {optionHelp !== undefined && (
                <Text slot="description" className="ml-6 block text-ink-faint text-sm">
                  {optionHelp}
                </Text>
              )}
            </RadioField>
          ))}
        </div>
      </FieldBody>
    </AriaRadioGroup>
  );
}
