'use client';

import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Select as AriaSelect, Button, ListBox, SelectValue } from 'react-aria-components';
import { classNames } from './class-names';
import { FieldBody, type FieldTexts, inputFrame } from './field';
import { OptionItem } from './option-item';
import { Popover } from './popover';

export interface Option<K extends string = string> {
  id: K;
  /** What is read, and searched in a ComboBox. */
  text: string;
  detail?: ReactNode;
  isDisabled?: boolean;
  /** Other words that find it: a path, pinyin. */
  search?: string;
}

export interface SelectProps<K extends string> extends FieldTexts {
  options: readonly Option<K>[];
  value: K | null;
  onChange: (value: K) => void;
  'aria-label'?: string;
  placeholder?: string;
  isDisabled?: boolean;
  size?: 'm' | 's';
  className?: string;
}

/** One of a few. From about fifteen on use ComboBox, which can be searched. */
export function Select<K extends string>({
  options,
  value,
  onChange,
  label,
  help,
  error,
  isRequired,
  placeholder,
  size = 'm',
  className,
  ...props
}: SelectProps<K>) {
  const t = useTranslations('ui');
  return (
    <AriaSelect
      {...props}
      isRequired={isRequired}
      validationBehavior="aria"
      isInvalid={Boolean(error)}
      value={value}
      onChange={(key) => {
        const chosen = options.find(({ id }) => id === key);
        if (chosen) onChange(chosen.id);
      }}
      className={classNames('min-w-0', className)}
    >
      <FieldBody label={label} help={help} error={error} isRequired={isRequired}>
        <Button
          className={classNames(
            inputFrame,
            'flex items-center gap-2 text-left data-hovered:bg-hover',
            size === 's' ? 'h-6 pr-1 pl-2 text-sm' : 'h-8 pr-2 pl-2.5',
          )}
        >
          <SelectValue className="min-w-0 flex-1 truncate data-placeholder:text-ink-faint">
            {({ isPlaceholder }) =>
              isPlaceholder ? (placeholder ?? t('choose')) : options.find(({ id }) => id === value)?.text
            }
          </SelectValue>
          <ChevronDown size={14} aria-hidden className="shrink-0 text-ink-faint" />
        </Button>
      </FieldBody>
      <Popover className="min-w-(--trigger-width)">
        <ListBox items={options} className="max-h-80 overflow-auto p-1 outline-none">
          {(option) => (
            <OptionItem
              id={option.id}
              textValue={option.text}
              detail={option.detail}
              isDisabled={option.isDisabled}
            />
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
