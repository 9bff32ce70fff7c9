'use client';

import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { ListBoxItem, Text } from 'react-aria-components';

interface Props {
  id: string;
  /** What is searched and read aloud. */
  textValue: string;
  label?: ReactNode;
  /** Second line or unit, fainter. */
  detail?: ReactNode;
  isDisabled?: boolean;
}

/** One row of a Select or a ComboBox. */
export function OptionItem({ id, textValue, label, detail, isDisabled }: Props) {
  return (
    <ListBoxItem
      id={id}
      textValue={textValue}
      isDisabled={isDisabled}
      className="flex min-h-8 items-center gap-2 rounded-md px-2 py-1 outline-none data-focused:bg-accent-soft data-hovered:bg-hover data-disabled:opacity-50"
    >
      {({ isSelected }) => (
        <>
          <Check
            size={14}
            aria-hidden
            className={isSelected ? 'shrink-0 text-accent' : 'invisible shrink-0'}
          />
          <span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-2">
            <Text slot="label" className="min-w-0 break-words">
              {label ?? textValue}
            </Text>
            {detail !== undefined && (
              <Text slot="description" className="text-ink-faint text-sm">
                {detail}
              </Text>
            )}
          </span>
        </>
      )}
    </ListBoxItem>
  );
}
