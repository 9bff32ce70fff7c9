'use client';

import { type CompositionEvent, useState } from 'react';
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  Input,
  TextArea,
} from 'react-aria-components';
import { classNames } from './class-names';
import { FieldBody, type FieldTexts, inputFrame, inputText } from './field';
import { useTellUnfinished } from './unfinished-inputs';

export interface TextFieldProps
  extends Omit<AriaTextFieldProps, 'children' | 'className' | 'isInvalid'>,
    FieldTexts {
  placeholder?: string;
  /** Several lines, this many shown. */
  rows?: number;
  /** Digits and codes stand in columns. */
  mono?: boolean;
  className?: string;
}

/** Text. What an input method is still composing isn't told: only what it made of it. */
export function TextField({
  label,
  help,
  error,
  placeholder,
  rows,
  mono,
  className,
  value,
  onChange,
  ...props
}: TextFieldProps) {
  const face = mono && 'font-mono text-sm';
  /** The whole text while a part of it is being composed. */
  const [composed, setComposed] = useState<string | null>(null);
  useTellUnfinished(composed !== null);
  const composition = {
    onCompositionStart: ({ currentTarget }: CompositionEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      setComposed(currentTarget.value),
    onCompositionEnd: ({ currentTarget }: CompositionEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      setComposed(null);
      onChange?.(currentTarget.value);
    },
  };
  return (
    <AriaTextField
      {...props}
      value={value === undefined ? undefined : (composed ?? value)}
      onChange={composed === null || value === undefined ? onChange : setComposed}
      isInvalid={Boolean(error)}
      className={className}
    >
      <FieldBody label={label} help={help} error={error} isRequired={props.isRequired}>
        {rows ? (
          <TextArea
            {...composition}
            rows={rows}
            placeholder={placeholder}
            className={classNames(inputFrame, 'px-2.5 py-1.5', face)}
          />
        ) : (
          <Input {...composition} placeholder={placeholder} className={classNames(inputText, face)} />
        )}
      </FieldBody>
    </AriaTextField>
  );
}
