'use client';

import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  Input,
  TextArea,
} from 'react-aria-components';
import { classNames } from './class-names';
import { FieldBody, type FieldTexts, inputFrame, inputText } from './field';

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

export function TextField({
  label,
  help,
  error,
  placeholder,
  rows,
  mono,
  className,
  ...props
}: TextFieldProps) {
  const face = mono && 'font-mono text-sm';
  return (
    <AriaTextField {...props} isInvalid={Boolean(error)} className={className}>
      <FieldBody label={label} help={help} error={error} isRequired={props.isRequired}>
        {rows ? (
          <TextArea
            rows={rows}
            placeholder={placeholder}
            className={classNames(inputFrame, 'px-2.5 py-1.5', face)}
          />
        ) : (
          <Input placeholder={placeholder} className={classNames(inputText, face)} />
        )}
      </FieldBody>
    </AriaTextField>
  );
}
