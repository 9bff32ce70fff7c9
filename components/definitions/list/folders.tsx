'use client';

import { Folder, FolderOpen } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from 'react-aria-components';
import { classNames } from '@/components/ui/class-names';
import { Select } from '@/components/ui/select';
import type { DefinitionList } from '@/lib/contracts/definitions';

interface Props {
  folders: DefinitionList['folders'];
  /** Null: all of them. */
  selected: string | null;
  onSelect: (path: string | null) => void;
}

/** The folders as a tree; a list to choose from where there is little room. */
export function Folders({ folders, selected, onSelect }: Props) {
  const t = useTranslations('definitions.list');
  const named = folders.filter(({ path }) => path !== '');
  if (named.length === 0) return null;
  const options = [
    { id: '', text: t('allFolders') },
    ...named.map(({ path, n }) => ({ id: path, text: path, detail: String(n) })),
  ];
  return (
    <>
      <Select
        aria-label={t('folder')}
        className="md:hidden"
        options={options}
        value={selected ?? ''}
        onChange={(path) => onSelect(path || null)}
      />
      <nav aria-label={t('folders')} className="hidden w-48 shrink-0 md:block">
        <ul className="flex flex-col gap-0.5">
          <FolderRow path={null} name={t('allFolders')} n={null} selected={selected} onSelect={onSelect} />
          {named.map(({ path, n }) => (
            <FolderRow
              key={path}
              path={path}
              name={path.split('/').at(-1) ?? path}
              n={n}
              selected={selected}
              onSelect={onSelect}
            />
          ))}
        </ul>
      </nav>
    </>
  );
}

function FolderRow({
  path,
  name,
  n,
  selected,
  onSelect,
}: {
  path: string | null;
  name: string;
  n: number | null;
  selected: string | null;
  onSelect: (path: string | null) => void;
}) {
  const isSelected = path === selected;
  const Icon = isSelected ? FolderOpen : Folder;
  return (
    <li style={{ paddingLeft: path === null ? 0 : (path.split('/').length - 1) * 12 }}>
      <Button
        onPress={() => onSelect(path)}
        aria-current={isSelected ? 'true' : undefined}
        className={classNames(
          'flex min-h-8 w-full items-center gap-2 rounded-md px-2 text-left data-hovered:bg-hover',
          isSelected && 'bg-accent-soft text-accent-ink',
        )}
      >
        <Icon size={16} aria-hidden className="shrink-0" />
        <span className="min-w-0 flex-1 truncate" title={path ?? undefined}>
          {name}
        </span>
        {n !== null && <span className="tabular text-ink-faint text-sm">{n}</span>}
      </Button>
    </li>
  );
}
