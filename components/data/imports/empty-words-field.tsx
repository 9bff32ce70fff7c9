'use client';

import { useTranslations } from 'next-intl';
import type { ImportDraft } from './import-draft';
import { WordsTextField } from './words-text-field';

interface Props {
  draft: ImportDraft;
  onChange: (draft: ImportDraft) => void;
}

/** The words of a file that stand for an empty cell. */
export function EmptyWordsField({ draft, onChange }: Props) {
  const t = useTranslations('imports.general');
  return (
    <WordsTextField
      label={t('empty')}
      help={t('emptyHelp')}
      className="w-full max-w-132"
      mono
      words={draft.empty ?? []}
      onChange={(empty) => onChange({ ...draft, empty })}
    />
  );
}
