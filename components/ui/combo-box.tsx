'use client';

import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { ComboBox as AriaComboBox, Button, Group, Input, ListBox } from 'react-aria-components';
import { classNames } from './class-names';
import { FieldBody, type FieldTexts, inputFrame } from './field';
import { matches } from './matches';
import { OptionItem } from './option-item';
import { Popover } from './popover';
import type { Option } from './select';
import { useTellUnfinished } from './unfinished-inputs';

export interface ComboBoxProps extends FieldTexts {
  options: readonly Option[];
  value: string | null;
  /** With `allowsCustom` also a text that is no option. */
  onChange: (value: string | null) => void;
  allowsCustom?: boolean;
  /** With `allowsCustom`: the value that stands there, with every keystroke that makes one. */
  onType?: (value: string) => void;
  'aria-label'?: string;
  placeholder?: string;
  isDisabled?: boolean;
  className?: string;
}

/** How many options are put into the page at once; the rest is found by typing. */
const shownAtOnce = 200;

/**
 * One of many, found by label, path, pinyin or its initials. Enter while an input method composes belongs to
 * the input method.
 */
export function ComboBox({
  options,
  value,
  onChange,
  onType,
  allowsCustom = false,
  label,
  help,
  error,
  isRequired,
  placeholder,
  className,
  ...props
}: ComboBoxProps) {
  const t = useTranslations('ui');
  const valueText = options.find(({ id }) => id === value)?.text ?? (allowsCustom ? (value ?? '') : '');
  // What is typed is kept only while it is being typed: otherwise the box shows its value. Meanwhile react-aria is given the
  // value from before: with each new one it would rewrite the text.
  const [typing, setTyping] = useState<{ text: string; before: string | null; beforeText: string } | null>(
    null,
  );
  const [isComposing, setComposing] = useState(false);
  const typed = typing?.text ?? null;
  const isLive = allowsCustom && onType !== undefined;
  const isEmpty = typed?.trim() === '';
  useTellUnfinished(
    typed !== null && (isComposing || (isLive ? isEmpty && typing?.before !== null : typed !== valueText)),
  );
  const searched = typing === null || typing.text === typing.beforeText ? null : typing.text;
  const found = useMemo(
    () => (searched === null ? options : options.filter((o) => matches(o, searched))),
    [options, searched],
  );
  const setTyped = (text: string | null) =>
    setTyping((now) => (text === null ? null : { before: value, beforeText: valueText, ...now, text }));
  /** What a text stands for: the option that is called so, else itself. */
  const meant = (text: string) => options.find((option) => option.text === text)?.id ?? text;
  /** react-aria tells of a custom text only where a value was before; and leaving the box commits it once more. */
  const takeTyped = () => {
    const text = typed?.trim();
    if (allowsCustom && text !== undefined && text !== valueText) onChange(text ? meant(text) : null);
  };
  const tellTyped = (text: string) => {
    if (isLive && text.trim()) onType(meant(text.trim()));
  };
  return (
    <AriaComboBox
      {...props}
      isRequired={isRequired}
      validationBehavior="aria"
      isInvalid={Boolean(error)}
      items={found.slice(0, shownAtOnce)}
      inputValue={typed ?? valueText}
      onInputChange={setTyped}
      value={typing === null || !isLive ? value : typing.before}
      onChange={(key) => {
        if (key === null && allowsCustom) takeTyped();
        else onChange(key === null ? null : String(key));
        setTyped(null);
      }}
      onBlur={() => {
        takeTyped();
        setTyped(null);
      }}
      allowsCustomValue={allowsCustom}
      allowsEmptyCollection
      menuTrigger="focus"
      className={classNames('min-w-0', className)}
    >
      <FieldBody label={label} help={help} error={error} isRequired={isRequired}>
        <Group
          className={classNames(
            inputFrame,
            'flex h-8 items-center data-focus-within:outline-2 data-focus-within:outline-focus',
          )}
        >
          <Input
            placeholder={placeholder ?? t('choose')}
            onChange={({ currentTarget, nativeEvent }) => {
              const isHalf = 'isComposing' in nativeEvent && nativeEvent.isComposing === true;
              if (!isHalf) tellTyped(currentTarget.value);
            }}
            onCompositionStart={() => setComposing(true)}
            onCompositionEnd={({ currentTarget }) => {
              setComposing(false);
              tellTyped(currentTarget.value);
            }}
            onKeyDown={({ key, currentTarget, nativeEvent }) => {
              const isOnOption = currentTarget.hasAttribute('aria-activedescendant');
              if (key === 'Enter' && !isOnOption && !nativeEvent.isComposing) takeTyped();
            }}
            className="h-full min-w-0 flex-1 rounded-md bg-transparent px-2.5 outline-none!"
          />
          <Button aria-label={t('openList')} className="flex size-7 items-center justify-center">
            <ChevronDown size={14} aria-hidden className="text-ink-faint" />
          </Button>
        </Group>
      </FieldBody>
      <Popover className="min-w-(--trigger-width)">
        <ListBox<Option>
          className="max-h-80 overflow-auto p-1 outline-none"
          renderEmptyState={() => <p className="px-2 py-1.5 text-ink-faint">{t('noMatches')}</p>}
        >
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
    </AriaComboBox>
  );
}
