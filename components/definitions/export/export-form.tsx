'use client';

import { useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/checkbox';
import { RadioGroup } from '@/components/ui/radio-group';
import { Select } from '@/components/ui/select';
import { useText } from '@/components/ui/use-text';
import { type DefinitionKind, givesValues } from '@/lib/contracts/definition-kind';
import type { ExportOptions, ExportRequest } from '@/lib/contracts/exports';
import { ExportColumns } from './export-columns';
import { ExportFigures } from './export-figures';

interface Props {
  kind: DefinitionKind;
  options: ExportOptions;
  request: ExportRequest;
  onChange: (request: ExportRequest) => void;
}

/** What the file holds: who, which columns, in which form. */
export function ExportForm({ kind, options, request, onChange }: Props) {
  const t = useTranslations('definitions.export');
  const text = useText();
  const change = (part: Partial<ExportRequest>) => onChange({ ...request, ...part });
  const { values: chosen } = request;
  const consents = options.consents.map((consent) => ({
    id: JSON.stringify([consent.channel, consent.purpose]),
    text: `${consent.channel} · ${consent.purpose}`,
    consent,
  }));
  const consentId = request.consent && JSON.stringify([request.consent.channel, request.consent.purpose]);
  return (
    <div className="flex flex-col gap-5">
      <ExportFigures request={request} />
      {givesValues(kind) && options.values.length > 0 && (
        <fieldset>
          <legend className="mb-1 font-medium text-ink-soft text-sm">{t('values')}</legend>
          <div className="flex flex-wrap gap-x-4">
            {options.values.map(({ value, label }) => {
              const isOn = chosen === null || chosen.includes(value);
              const all = options.values.map((option) => option.value);
              const next = isOn
                ? (chosen ?? all).filter((other) => other !== value)
                : [...(chosen ?? []), value];
              return (
                <Checkbox
                  key={value}
                  isSelected={isOn}
                  // A file for nobody isn't one: the last value stays.
                  isDisabled={isOn && next.length === 0}
                  onChange={() => change({ values: next.length === all.length ? null : next })}
                >
                  {text(label)}
                </Checkbox>
              );
            })}
          </div>
        </fieldset>
      )}
      <Select
        label={t('consent')}
        help={t('consentHelp')}
        options={[{ id: '', text: t('noConsent') }, ...consents]}
        value={consentId ?? ''}
        onChange={(id) => change({ consent: consents.find((option) => option.id === id)?.consent ?? null })}
      />
      <ExportColumns
        columns={options.columns}
        selected={request.columns}
        onChange={(columns) => change({ columns })}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <RadioGroup
          label={t('format')}
          options={[
            { id: 'csv', text: 'CSV', help: t('csvHelp') },
            { id: 'ndjson', text: 'NDJSON', help: t('ndjsonHelp') },
          ]}
          value={request.format}
          onChange={(format) => change({ format })}
        />
        <RadioGroup
          label={t('personal')}
          options={[
            { id: 'masked', text: t('masked'), help: t('maskedHelp') },
            { id: 'plain', text: t('plain'), help: t('plainHelp'), isDisabled: !options.mayUnmask },
          ]}
          value={request.masked ? 'masked' : 'plain'}
          onChange={(choice) => change({ masked: choice === 'masked' })}
        />
      </div>
    </div>
  );
}
