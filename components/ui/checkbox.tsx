'use client';

import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { CheckboxButton, CheckboxField, Text } from 'react-aria-components';
import { classNames } from './class-names';

export interface CheckboxProps {
  children?: ReactNode;
  help?: ReactNode;
  isSelected: boolean;
  isIndeterminate?: boolean;
  onChange: (selected: boolean) => void;
  isDisabled?: boolean;
  'aria-label'?: string;
  className?: string;
}

export function Checkbox({ children, help, className, ...props }: CheckboxProps) {
  return (
    <CheckboxField {...props} className={className}>
      <CheckboxButton className="group flex min-h-6 items-center gap-2 rounded-sm data-disabled:opacity-50">
        {({ isSelected, isIndeterminate }) => (
          <>
            <span
              className={classNames(
                'flex size-4 shrink-0 items-center justify-center rounded-sm border',
                isSelected || isIndeterminate
                  ? 'border-accent bg-accent text-on-accent'
                  : 'border-line-strong bg-surface',
              )}
            >
              {isIndeterminate ? (
                <Minus size={12} aria-hidden />
              ) : (
                isSelected && <Check size={12} aria-hidden />
              )}
            </span>
            {children}
          </>
        )}
      </CheckboxButton>
      {help !== undefined && (
        <Text slot="description" className="ml-6 block text-ink-faint text-sm">
          {help}
        </Text>
      )}
    </CheckboxField>
  );
}
