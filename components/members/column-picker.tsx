'use client';

import { Columns3 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { Dialog, DialogTrigger } from 'react-aria-components';
import { useCatalogue } from '@/components/data/use-catalogue';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { matches } from '@/components/ui/matches';
import { Popover } from '@/components/ui/popover';
import { SearchField } from '@/components/ui/search-field';
import { useText } from '@/components/ui/use-text';
import { ownColumns } from './member-columns';

interface Props {
  chosen: readonly string[];
  onChange: (paths: readonly string[]) => void;
}

/** Which columns the list shows, found by name or path. */
export function ColumnPicker({ chosen, onChange }: Props) {
  const t = useTranslations('members.columns');
  const u = useTranslations('ui');
  const text = useText();
  const { data } = useCatalogue();
  const [query, setQuery] = useState('');
  const options = useMemo(
    () => [
      ...ownColumns.map((id) => ({ id, text: t(id), search: id })),
      ...(data?.fields ?? []).map(({ path, label }) => ({
        id: path,
        text: text(label),
        search: `${path} ${label.zh} ${label.en}`,
      })),
    ],
    [data, t, text],
  );
  const found = options.filter((option) => matches(option, query));
  return (
    <DialogTrigger>
      <Button icon={Columns3}>{u('columns')}</Button>
      <Popover placement="bottom end" className="w-72">
        <Dialog aria-label={u('columns')} className="flex flex-col gap-2 p-2 outline-none">
          <SearchField
            aria-label={t('find')}
            placeholder={t('find')}
            value={query}
            onChange={setQuery}
            autoFocus
          />
          <ul className="max-h-72 overflow-auto">
            {found.map(({ id, text: name }) => (
              <li key={id} className="rounded-md px-2 py-0.5 hover:bg-hover">
                <Checkbox
                  isSelected={chosen.includes(id)}
                  onChange={(on) => onChange(on ? [...chosen, id] : chosen.filter((path) => path !== id))}
                >
                  {name}
                </Checkbox>
              </li>
            ))}
            {found.length === 0 && <li className="px-2 py-1 text-ink-faint">{u('noMatches')}</li>}
          </ul>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
