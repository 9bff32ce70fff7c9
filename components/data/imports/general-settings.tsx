'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useCatalogue } from '@/components/data/use-catalogue';
import { Checkbox } from '@/components/ui/checkbox';
import { ComboBox } from '@/components/ui/combo-box';
import { TextField } from '@/components/ui/text-field';
import { useText } from '@/components/ui/use-text';
import { useZoneOptions } from '@/components/ui/zone-options';
import { textKey } from '@/lib/i18n/locales';
import { ChangedSetting } from './changed-setting';
import { EmptyWordsField } from './empty-words-field';
import type { ImportDraft } from './import-draft';

interface Props {
  draft: ImportDraft;
  onChange: (draft: ImportDraft) => void;
}

/** What holds for the whole file: where it is from, its zone, and for events their type and unknown members. */
export function GeneralSettings({ draft, onChange }: Props) {
  const t = useTranslations('imports.general');
  const zones = useZoneOptions();
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
        <TextField
          label={t('source')}
          help={t('sourceHelp')}
          className="w-64"
          isRequired
          maxLength={60}
          value={draft.source}
          onChange={(source) => onChange({ ...draft, source })}
        />
        <ComboBox
          label={t('timeZone')}
          help={t('timeZoneHelp')}
          className="w-64"
          options={zones}
          value={draft.timeZone}
          onChange={(timeZone) => timeZone && onChange({ ...draft, timeZone })}
        />
      </div>
      <EmptyWordsField draft={draft} onChange={onChange} />
      {draft.kind === 'events' && <EventSettings draft={draft} onChange={onChange} />}
    </div>
  );
}

function EventSettings({ draft, onChange }: Props) {
  const t = useTranslations('imports.general');
  const text = useText();
  const locale = useLocale();
  const { data } = useCatalogue();
  const known = useMemo(
    () =>
      (data?.eventTypes ?? []).map(({ type, label }) => ({
        id: type,
        text: text(label),
        detail: type,
        search: `${type} ${label.zh} ${label.en}`,
      })),
    [data, text],
  );
  const { key, label } = draft.eventType;
  const isByColumn = draft.columns.some(({ target }) => target.to === 'event-type');
  const isNew = key !== '' && !known.some(({ id }) => id === key);
  return (
    <>
      {!isByColumn && (
        <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
          <ComboBox
            label={t('eventType')}
            help={t('eventTypeHelp')}
            className="w-64"
            isRequired
            allowsCustom
            options={known}
            value={key || null}
            onChange={(type) => onChange({ ...draft, eventType: { key: type ?? '', label: undefined } })}
          />
          {isNew && (
            <TextField
              label={t('eventName')}
              help={t('eventNameHelp')}
              className="w-64"
              maxLength={80}
              placeholder={key}
              value={label ? text(label) : ''}
              onChange={(name) => {
                const before = label ?? { zh: key, en: key };
                onChange({
                  ...draft,
                  eventType: { key, label: { ...before, [textKey(locale)]: name || key } },
                });
              }}
            />
          )}
        </div>
      )}
      <ChangedSetting value={draft.changed} onChange={(changed) => onChange({ ...draft, changed })} />
      <Checkbox
        isSelected={draft.createMembers}
        onChange={(createMembers) => onChange({ ...draft, createMembers })}
        help={t('createMembersHelp')}
      >
        {t('createMembers')}
      </Checkbox>
    </>
  );
}
