'use client';

import { Search, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import {
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaSearchFieldProps,
  Button,
  Input,
} from 'react-aria-components';
import { classNames } from './class-names';
import { inputText } from './field';

export interface SearchFieldProps extends Omit<AriaSearchFieldProps, 'children' | 'className'> {
  'aria-label': string;
  placeholder?: string;
  className?: string;
}

/** Text to search by. Esc and the cross empty it; while an input method composes nothing is searched. */
export function SearchField({ placeholder, className, ...props }: SearchFieldProps) {
  const t = useTranslations('ui');
  return (
    <AriaSearchField {...props} className={classNames('group relative', className)}>
      <Search size={16} aria-hidden className="pointer-events-none absolute top-2 left-2.5 text-ink-faint" />
      <Input
        placeholder={placeholder}
        className={classNames(inputText, 'px-8! [&::-webkit-search-cancel-button]:hidden')}
      />
      <Button
        aria-label={t('clearSearch')}
        className="absolute top-1 right-1 flex size-6 items-center justify-center rounded-sm text-ink-faint data-hovered:bg-hover group-data-empty:hidden"
      >
        <X size={14} aria-hidden />
      </Button>
    </AriaSearchField>
  );
}
