'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { FieldError, Label, Text } from 'react-aria-components';

export interface FieldTexts {
  /** Above the control. A control without one needs `aria-label`. */
  label?: ReactNode;
  /** Help, with an example. */
  help?: ReactNode;
  /** What is wrong and how to mend it. */
  error?: ReactNode;
  isRequired?: boolean;
}

/** The look of a control that takes input. */
export const inputFrame =
  'w-full min-w-0 rounded-md border border-line-strong bg-surface text-ink data-disabled:opacity-50 data-invalid:border-danger';
export const inputText = `${inputFrame} h-8 px-2.5`;

/** Label above, control, then help or the error below. Stands inside a react-aria field. */
export function FieldBody({
  label,
  help,
  error,
  isRequired,
  children,
}: FieldTexts & { children: ReactNode }) {
  const t = useTranslations('ui');
  return (
    <>
      {label !== undefined && (
        <Label className="mb-1 block font-medium text-ink-soft text-sm">
          {label}
          {isRequired && (
            // Screen readers are told by the control itself; the star isn't part of its name.
            <span aria-hidden className="text-danger-ink" title={t('required')}>
              {' '}
              *
            </span>
          )}
        </Label>
      )}
      {children}
      {help !== undefined && !error && (
        <Text slot="description" className="mt-1 block text-ink-faint text-sm">
          {help}
        </Text>
      )}
      <FieldError className="mt-1 block text-danger-ink text-sm">{error}</FieldError>
    </>
  );
}
