'use client';

import { Lock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { matches } from '@/components/ui/matches';
import { SearchField } from '@/components/ui/search-field';
import { useText } from '@/components/ui/use-text';
import type { ExportOptions } from '@/lib/contracts/exports';

interface Props {
  columns: ExportOptions['columns'];
  selected: readonly string[];
  onChange: (columns: string[]) => void;
}

/** The columns of the file, in the order in which they are ticked. */
export function ExportColumns({ columns, selected, onChange }: Props) {
  const t = useTranslations('definitions.export');
  const c = useTranslations('common');
  const text = useText();
  const [query, setQuery] = useState('');
  const shown = columns.filter(({ label, path }) =>
    matches({ text: text(label), search: `${path} ${label.zh} ${label.en}` }, query),
  );
  return (
    <fieldset>
      <legend className="mb-1 font-medium text-ink-soft text-sm">
        {t('columns', { count: selected.length })}
      </legend>
      <div className="mb-2 flex flex-wrap items-center gap-2">
        <SearchField
          aria-label={t('searchColumns')}
          placeholder={t('searchColumns')}
          value={query}
          onChange={setQuery}
          className="w-56 max-w-full"
        />
        <Button size="s" onPress={() => onChange(columns.map(({ path }) => path))}>
          {c('all')}
        </Button>
        <Button size="s" onPress={() => onChange([])}>
          {c('none')}
        </Button>
      </div>
      <div className="grid max-h-56 gap-x-4 overflow-auto rounded-md border border-line p-2 sm:grid-cols-2">
        {shown.map(({ path, label, personal }) => (
          <Checkbox
            key={path}
            isSelected={selected.includes(path)}
            onChange={(isOn) =>
              onChange(isOn ? [...selected, path] : selected.filter((other) => other !== path))
            }
          >
            <span className="flex items-center gap-1.5">
              {text(label)}
              {personal && <Lock size={12} aria-label={t('isPersonal')} className="text-ink-faint" />}
              <span className="text-ink-faint text-sm">{path}</span>
            </span>
          </Checkbox>
        ))}
      </div>
      {selected.length === 0 && <p className="mt-1 text-danger-ink text-sm">{t('noColumns')}</p>}
    </fieldset>
  );
}
