'use client';

import type { ReactNode } from 'react';
import { SwitchButton, SwitchField, Text } from 'react-aria-components';
import { classNames } from './class-names';

export interface SwitchProps {
  children?: ReactNode;
  help?: ReactNode;
  isSelected: boolean;
  onChange: (selected: boolean) => void;
  isDisabled?: boolean;
  'aria-label'?: string;
  className?: string;
}

/** On or off, at once: what takes effect only on "Save" is a Checkbox. */
export function Switch({ children, help, className, ...props }: SwitchProps) {
  return (
    <SwitchField {...props} className={className}>
      <SwitchButton className="flex min-h-6 items-center gap-2 rounded-sm data-disabled:opacity-50">
        {({ isSelected }) => (
          <>
            <span
              className={classNames(
                'flex h-5 w-9 shrink-0 items-center rounded-full border p-0.5 transition-colors',
                isSelected ? 'border-accent bg-accent' : 'border-line-strong bg-sunken',
              )}
            >
              <span
                className={classNames(
                  'size-3.5 rounded-full transition-transform',
                  isSelected ? 'translate-x-4 bg-on-accent' : 'bg-line-strong',
                )}
              />
            </span>
            {children}
          </>
        )}
      </SwitchButton>
      {help !== undefined && (
        <Text slot="description" className="ml-11 block text-ink-faint text-sm">
          {help}
        </Text>
      )}
    </SwitchField>
  );
}
