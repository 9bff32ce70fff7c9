'use client';

import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { Select } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import { useFormat } from '@/components/ui/use-format';
import type { ValueSpec } from '@/lib/contracts/import-mapping';
import type { GuessedColumn } from '@/lib/contracts/imports';
import { formatOf, readingFor, withFormatOf } from './column-choice';
import { ColumnReading } from './column-reading';
import { targetFor, targetKinds } from './column-target';
import { DateFormatField } from './date-format-field';
import { FieldTargetFields } from './field-target-fields';
import { IdentityFields } from './identity-fields';
import type { ColumnTarget, ImportKind } from './import-draft';
import { WordsTextField } from './words-text-field';

interface Props {
  kind: ImportKind;
  eventType: string;
  guess: GuessedColumn;
  target: ColumnTarget;
  /** People have said how the column is to be read. */
  isChosen: boolean;
  onChange: (target: ColumnTarget) => void;
  /** The column can be read in several ways, and this one was chosen. */
  onChoose: (target: ColumnTarget) => void;
}

/** One column of the file: its name and first values, and what becomes of it. */
export function ColumnRow({ kind, eventType, guess, target, isChosen, onChange, onChoose }: Props) {
  const t = useTranslations('imports.columns');
  const format = useFormat();
  const reading = readingFor(guess, target);
  const isOpen = reading !== null && !reading.isDecided && !isChosen;
  return (
    <li className="grid gap-x-4 gap-y-2 px-4 py-3 md:grid-cols-[minmax(10rem,16rem)_9rem_minmax(0,1fr)]">
      <div className="min-w-0">
        <p className="font-medium break-words">{guess.name}</p>
        <p className="truncate text-ink-faint text-sm" title={guess.samples.join(' · ')}>
          {guess.samples.slice(0, 4).join(' · ') || t('noValues')}
        </p>
        {guess.filled < 1 && (
          <p className="text-ink-faint text-xs">{t('filled', { share: format.share(guess.filled) })}</p>
        )}
      </div>
      <Select
        label={t('becomes')}
        options={targetKinds[kind].map((id) => ({ id, text: t(`targets.${id}`) }))}
        value={target.to}
        onChange={(to) => onChange(targetFor(to, kind, guess))}
      />
      <div className="flex min-w-0 flex-wrap items-start gap-x-3 gap-y-2">
        <TargetFields
          kind={kind}
          eventType={eventType}
          guess={guess}
          target={target}
          isOpen={isOpen}
          onChange={onChange}
        />
        {reading && (
          <ColumnReading
            reading={reading}
            format={isOpen ? null : formatOf(target)}
            target={storedAs(target, guess)}
            onChoose={(choice) => onChoose(withFormatOf(target, choice))}
          />
        )}
      </div>
    </li>
  );
}

/** How the cells of a column with a reading are stored. */
function storedAs(target: ColumnTarget, guess: GuessedColumn): ValueSpec {
  return target.to === 'field' ? target.value : guess.value;
}

interface TargetProps extends Omit<Props, 'isChosen' | 'onChoose'> {
  isOpen: boolean;
}

function TargetFields({
  kind,
  eventType,
  guess,
  target,
  isOpen,
  onChange,
}: TargetProps): ReactElement | null {
  switch (target.to) {
    case 'ignore':
    case 'event-id':
      return null;
    case 'identity':
      return <IdentityFields target={target} onChange={onChange} />;
    case 'field':
      return (
        <FieldTargetFields
          kind={kind}
          eventType={eventType}
          guess={guess}
          target={target}
          isOpen={isOpen}
          onChange={onChange}
        />
      );
    case 'consent':
      return <ConsentFields target={target} onChange={onChange} />;
    case 'at':
      return isOpen ? null : (
        <DateFormatField value={target.format} onChange={(format) => onChange({ to: 'at', format })} />
      );
    case 'event-type':
      return (
        <TypeWords
          samples={guess.samples}
          words={target.words}
          onChange={(words) => onChange({ to: 'event-type', words })}
        />
      );
  }
}

type Consent = Extract<ColumnTarget, { to: 'consent' }>;

function ConsentFields({ target, onChange }: { target: Consent; onChange: (target: ColumnTarget) => void }) {
  const t = useTranslations('imports.columns');
  return (
    <>
      <TextField
        label={t('channel')}
        help={t('channelHelp')}
        className="w-40"
        mono
        value={target.channel}
        onChange={(channel) => onChange({ ...target, channel: channel.trim() })}
      />
      <WordsTextField
        label={t('purposes')}
        help={t('purposesHelp')}
        className="w-52"
        mono
        words={target.purposes}
        onChange={(purposes) => onChange({ ...target, purposes })}
      />
    </>
  );
}

interface WordsProps {
  samples: readonly string[];
  words: { word: string; type: string }[];
  onChange: (words: { word: string; type: string }[]) => void;
}

/** What each word of the column means. A word without an entry is the event type itself. */
function TypeWords({ samples, words, onChange }: WordsProps) {
  const t = useTranslations('imports.columns');
  const known = [...new Set([...words.map(({ word }) => word), ...samples])];
  return (
    <div className="flex flex-col gap-1">
      <p className="text-ink-faint text-sm">{t('wordsHelp')}</p>
      {known.map((word) => (
        <div key={word} className="flex items-center gap-2">
          <span className="w-32 truncate" title={word}>
            {word}
          </span>
          <span aria-hidden>→</span>
          <TextField
            aria-label={t('wordMeans', { word })}
            mono
            className="w-40"
            placeholder={word}
            value={words.find((one) => one.word === word)?.type ?? ''}
            onChange={(type) => {
              const others = words.filter((one) => one.word !== word);
              onChange(type.trim() === '' ? others : [...others, { word, type: type.trim() }]);
            }}
          />
        </div>
      ))}
    </div>
  );
}
