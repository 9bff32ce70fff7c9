'use client';

import { useTranslations } from 'next-intl';
import { RadioGroup } from '@/components/ui/radio-group';
import type { ValueSpec } from '@/lib/contracts/import-mapping';
import type { ColumnReading as Reading } from '@/lib/contracts/imports';
import { useExampleText } from './use-example-text';

type Choice = Reading['choices'][number];

interface Props {
  reading: Reading;
  /** How the column is read now; null while people have to choose. */
  format: string | null;
  /** What its cells become. */
  target: ValueSpec;
  onChoose: (choice: Choice['value']) => void;
}

/** What the cells of a column are read as; where they can be read in several ways, these side by side to choose from. */
export function ColumnReading({ reading, format, target, onChoose }: Props) {
  const t = useTranslations('imports.reading');
  const examples = useExamples(target);
  const now = reading.choices.find((choice) => formatOf(choice) === format);
  if (reading.isDecided) {
    const shown = now ? examples(now) : '';
    return shown === '' ? null : <p className="w-full text-ink-faint text-sm">{shown}</p>;
  }
  return (
    <RadioGroup
      label={t('choose')}
      className="w-full"
      options={reading.choices.map((choice) => ({
        id: formatOf(choice),
        text: <span className="font-mono text-sm">{formatOf(choice)}</span>,
        help: examples(choice),
      }))}
      value={now ? formatOf(now) : null}
      onChange={(id) => {
        const choice = reading.choices.find((one) => formatOf(one) === id);
        if (choice) onChoose(choice.value);
      }}
    />
  );
}

function formatOf({ value }: Choice): string {
  return 'format' in value ? (value.format ?? '') : '';
}

/** `1.200 → €1,200.00`, and how many cells can't be read so. */
function useExamples(target: ValueSpec): (choice: Choice) => string {
  const t = useTranslations('imports.reading');
  const text = useExampleText();
  return ({ value, examples, misfits }) =>
    [
      ...examples.map(({ cell, shown }) => `${cell} → ${text(shown, value, target)}`),
      ...(misfits === 0 ? [] : [t('misfits', { count: misfits })]),
    ].join(' · ');
}
