'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ClipboardEvent, useState } from 'react';
import { Button, Tag, TagGroup, TagList } from 'react-aria-components';
import { ComboBox } from '@/components/ui/combo-box';
import { useFormat } from '@/components/ui/use-format';
import { useWorkspace } from '@/components/ui/workspace-context';
import { useEdits } from '../edits/use-edits';
import { toSmallest } from './amount';
import { AmountField } from './amount-field';
import { isNumeric } from './one-value';
import { useValueOptions, type ValueOption } from './use-value-options';
import type { ValueProps } from './value-props';

/** Values shown before the rest becomes a number. */
const shownAtOnce = 30;

/**
 * Several values, as tags. A pasted list becomes one tag for each of its lines or cells. What is being typed is one of the
 * values already, so that nothing is lost; it becomes a tag when it is finished.
 */
export function SeveralValues(props: ValueProps) {
  const { value, choose, type, kind, scope, label, error, isDisabled } = props;
  const { seal } = useEdits();
  const t = useTranslations('editor.values');
  const format = useFormat();
  const { currency: workspaceCurrency } = useWorkspace();
  const options = useValueOptions(kind, scope);
  const values = Array.isArray(value)
    ? value.filter((item) => ['string', 'number'].includes(typeof item))
    : [];
  const isMoney = kind.types.includes('money');
  const currency = kind.unit ?? workspaceCurrency;
  const shown = (item: string | number) =>
    typeof item === 'number'
      ? isMoney
        ? format.money(item, currency)
        : format.number(item, 6)
      : labelOf(item, options);
  const [typed, setTyped] = useState<string | number | null>(null);
  /** The value being typed, while it is among them: it may have been undone. */
  const pending = typed !== null && values.includes(typed) ? typed : null;
  const done = values.filter((item) => item !== pending);
  const add = (more: readonly (string | number)[]) => {
    const next = [...new Set([...done, ...more])];
    if (next.length > done.length) choose(next);
  };
  const typeOne = (item: string | number | null) => {
    const isNew = item !== null && !done.includes(item);
    setTyped(isNew ? item : null);
    if (isNew || pending !== null) type(isNew ? [...done, item] : done);
  };
  const finished = () => {
    setTyped(null);
    seal();
  };
  const onPaste = (event: ClipboardEvent) => {
    const cells = splitPasted(event.clipboardData.getData('text/plain'));
    if (cells.length < 2) return;
    event.preventDefault();
    add(isNumeric(props) ? numbersOf(cells, isMoney ? currency : null) : cells);
  };

  return (
    <fieldset aria-label={label} className="flex flex-col gap-1.5" onPaste={onPaste}>
      {done.length > 0 && (
        <TagGroup
          aria-label={label}
          selectionMode="none"
          onRemove={isDisabled ? undefined : (keys) => choose(done.filter((item) => !keys.has(String(item))))}
        >
          <TagList className="flex flex-wrap gap-1">
            {done.slice(0, shownAtOnce).map((item) => (
              <Tag
                key={String(item)}
                id={String(item)}
                textValue={shown(item)}
                className="flex min-h-6 max-w-full items-center gap-1 rounded-sm bg-accent-soft pl-2 text-accent-ink text-sm"
              >
                <span className="min-w-0 break-words">{shown(item)}</span>
                {!isDisabled && (
                  <Button
                    slot="remove"
                    aria-label={t('remove', { value: shown(item) })}
                    className="flex size-6 items-center justify-center rounded-sm data-hovered:bg-hover"
                  >
                    <X size={12} aria-hidden />
                  </Button>
                )}
              </Tag>
            ))}
          </TagList>
        </TagGroup>
      )}
      {done.length > shownAtOnce && (
        <p className="text-ink-faint text-sm">{t('more', { count: done.length - shownAtOnce })}</p>
      )}
      {isNumeric(props) ? (
        <AmountField
          value={typeof pending === 'number' ? pending : null}
          onChange={typeOne}
          onDone={finished}
          kind={kind}
          label={label}
          error={error}
          isDisabled={isDisabled}
          placeholder={t('addOne')}
        />
      ) : (
        <ComboBox
          // Another one is chosen each time: the box begins anew.
          key={done.length}
          aria-label={label}
          options={options
            .filter((option) => !done.includes(option.value))
            .map((option) => ({
              id: option.value,
              text: option.text,
              detail: option.n === null ? undefined : format.number(option.n),
              search: option.value,
            }))}
          value={null}
          onChange={(item) => {
            typeOne(item);
            finished();
          }}
          onType={typeOne}
          allowsCustom={kind.types.includes('text') || kind.types.includes('list') || options.length === 0}
          placeholder={done.length > 0 ? t('addAnother') : t('addOne')}
          error={error}
          isDisabled={isDisabled}
        />
      )}
    </fieldset>
  );
}

function labelOf(value: string, options: readonly ValueOption[]): string {
  return options.find((option) => option.value === value)?.text ?? value;
}

/** Cells of what was pasted: lines, tabs, commas and semicolons of both languages part them. */
export function splitPasted(text: string): string[] {
  return text
    .split(/[\n\r\t,;,;、]+/)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '');
}

function numbersOf(cells: readonly string[], currency: string | null): number[] {
  return cells
    .map(Number)
    .filter((n) => Number.isFinite(n))
    .map((n) => (currency === null ? n : toSmallest(n, currency)));
}
