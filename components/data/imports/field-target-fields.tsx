'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useCatalogue } from '@/components/data/use-catalogue';
import { Checkbox } from '@/components/ui/checkbox';
import { ComboBox } from '@/components/ui/combo-box';
import { TextField } from '@/components/ui/text-field';
import { useText } from '@/components/ui/use-text';
import { useWorkspace } from '@/components/ui/workspace-context';
import { keySchema } from '@/lib/contracts/catalogue';
import type { GuessedColumn } from '@/lib/contracts/imports';
import { textKey } from '@/lib/i18n/locales';
import { likeBefore, valueOfType } from './column-target';
import type { ColumnTarget, ImportKind } from './import-draft';
import { ValueFields } from './value-fields';

type FieldTarget = Extract<ColumnTarget, { to: 'field' }>;

interface Props {
  kind: ImportKind;
  /** The event type whose properties are known. */
  eventType: string;
  guess: GuessedColumn;
  target: FieldTarget;
  /** How its cells are written is still to be chosen. */
  isOpen: boolean;
  onChange: (target: ColumnTarget) => void;
}

/** Which field a column fills: one of the catalogue, or a new one with a name and a type. */
export function FieldTargetFields({ kind, eventType, guess, target, isOpen, onChange }: Props) {
  const t = useTranslations('imports.columns');
  const text = useText();
  const locale = useLocale();
  const { currency } = useWorkspace();
  const root = kind === 'members' ? 'attrs' : 'props';
  const known = useKnownFields(kind, eventType);
  const field = known.find(({ path }) => path === target.path);
  const fresh = `${root}.${guess.key}`;
  const key = target.path.slice(root.length + 1);
  const options = [
    ...(known.some(({ path }) => path === fresh)
      ? []
      : [{ id: fresh, text: t('newField', { name: text(guess.label) }) }]),
    ...(field || target.path === fresh ? [] : [{ id: target.path, text: t('newField', { name: key }) }]),
    ...known.map(({ path, label }) => ({
      id: path,
      text: text(label),
      detail: path,
      search: `${path} ${label.zh} ${label.en}`,
    })),
  ];

  function choose(path: string) {
    const chosen = known.find((one) => one.path === path);
    if (!chosen) onChange({ ...target, path, label: guess.label });
    else {
      const value =
        chosen.type === target.value.type
          ? target.value
          : likeBefore(valueOfType(chosen.type, chosen.unit ?? currency), guess.value);
      onChange({ ...target, path, label: undefined, value });
    }
  }

  return (
    <>
      <ComboBox
        label={t('field')}
        className="w-56"
        options={options}
        value={target.path}
        onChange={(path) => path && choose(path)}
      />
      {!field && (
        <>
          <TextField
            label={t('fieldName')}
            className="w-36"
            maxLength={80}
            value={text(target.label ?? guess.label)}
            onChange={(name) =>
              onChange({ ...target, label: { ...(target.label ?? guess.label), [textKey(locale)]: name } })
            }
          />
          <TextField
            label={t('fieldKey')}
            className="w-36"
            mono
            value={key}
            onChange={(next) => onChange({ ...target, path: `${root}.${next.trim()}` })}
            error={!keySchema.safeParse(key).success && t('fieldKeyError')}
          />
        </>
      )}
      <ValueFields
        value={target.value}
        isTypeFixed={field !== undefined}
        isOpen={isOpen}
        onChange={(value) => onChange({ ...target, value })}
      />
      {kind === 'members' && !field && (
        <Checkbox
          className="pt-6"
          isSelected={target.personal}
          onChange={(personal) => onChange({ ...target, personal })}
        >
          {t('personal')}
        </Checkbox>
      )}
    </>
  );
}

/** Attributes of the catalogue, or the properties of an event type. */
function useKnownFields(kind: ImportKind, eventType: string) {
  const { data } = useCatalogue();
  return useMemo(() => {
    if (kind === 'members') return (data?.fields ?? []).filter(({ path }) => path.startsWith('attrs.'));
    return data?.eventTypes.find(({ type }) => type === eventType)?.props ?? [];
  }, [data, kind, eventType]);
}
