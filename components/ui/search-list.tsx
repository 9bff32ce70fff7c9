'use client';

import { Search } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react';
import {
  Autocomplete,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  SearchField,
  Text,
} from 'react-aria-components';
import { classNames } from './class-names';
import { Spinner } from './spinner';

export interface SearchEntry {
  id: string;
  text: string;
  detail?: string;
  icon?: ReactNode;
  /** Why it can't be chosen; it is shown all the same. */
  refusal?: string;
}

export interface SearchGroup {
  id: string;
  title: string;
  entries: readonly SearchEntry[];
}

interface Props {
  label: string;
  placeholder: string;
  query: string;
  onQueryChange: (query: string) => void;
  /** What matches; while it is still that of an earlier query Enter doesn't choose from it. */
  groups: readonly SearchGroup[];
  isSettled?: boolean;
  isSearching?: boolean;
  /** Said when nothing matches. */
  nothing: string;
  onPick: (id: string) => void;
  /** More about the entry that Enter chooses. */
  preview?: (id: string) => ReactNode;
  isLarge?: boolean;
}

/** A list that is searched by typing: arrows move through it, Enter chooses what is highlighted. */
export function SearchList(props: Props) {
  const { label, placeholder, query, groups, nothing, onPick, preview, isLarge = false } = props;
  const { isSettled = true, isSearching = false } = props;
  const [focused, setFocused] = useState<string | null>(null);
  // The menu focuses its first entry only where typing changes which one that is.
  const first = groups.flatMap(({ entries }) => entries).find((entry) => entry.refusal === undefined);
  const chosen = focused ?? (query.trim() !== '' && isSettled && first ? first.id : null);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || focused !== null || chosen === null) return;
    event.preventDefault();
    event.stopPropagation();
    onPick(chosen);
  }

  return (
    <>
      <div className="contents" onKeyDownCapture={onKeyDown}>
        <Autocomplete inputValue={query} onInputChange={props.onQueryChange}>
          <SearchField
            aria-label={placeholder}
            autoFocus
            className="flex items-center gap-2 border-line border-b px-3"
          >
            {isSearching ? <Spinner /> : <Search size={16} aria-hidden className="text-ink-faint" />}
            <Input
              placeholder={placeholder}
              className={classNames(
                'min-w-0 flex-1 bg-transparent outline-none! [&::-webkit-search-cancel-button]:hidden',
                isLarge ? 'h-11 text-lg' : 'h-9',
              )}
            />
          </SearchField>
          <Menu
            aria-label={label}
            onAction={(key) => onPick(String(key))}
            className="min-h-0 flex-1 overflow-auto p-1 outline-none"
            renderEmptyState={() => <p className="px-2 py-4 text-center text-ink-faint">{nothing}</p>}
          >
            {groups.map(({ id, title, entries }) => (
              <MenuSection key={id} id={id} aria-label={title}>
                <Header className="px-2 pt-1.5 pb-0.5 text-ink-faint text-sm">{title}</Header>
                {entries.map((entry) => (
                  <Item key={entry.id} entry={entry} isChosen={entry.id === chosen} onFocus={setFocused} />
                ))}
              </MenuSection>
            ))}
          </Menu>
        </Autocomplete>
      </div>
      {preview && chosen !== null && (
        <div className="border-line border-t px-3 py-2 text-ink-soft text-sm">{preview(chosen)}</div>
      )}
    </>
  );
}

interface ItemProps {
  entry: SearchEntry;
  /** Enter chooses it. */
  isChosen: boolean;
  onFocus: (id: string | null) => void;
}

function Item({ entry: { id, text, detail, icon, refusal }, isChosen, onFocus }: ItemProps) {
  const second = refusal ?? detail;
  return (
    <MenuItem
      id={id}
      textValue={text}
      isDisabled={refusal !== undefined}
      data-chosen={isChosen || undefined}
      className="flex min-h-8 items-center gap-2 rounded-md px-2 py-1 outline-none data-chosen:bg-accent-soft data-hovered:bg-accent-soft"
    >
      {({ isDisabled, isFocused }) => (
        <>
          {isFocused && <Tell id={id} to={onFocus} />}
          <span className="shrink-0 text-ink-soft">{icon}</span>
          <span className="min-w-0 flex-1">
            <Text slot="label" className={classNames('break-words', isDisabled && 'text-ink-faint')}>
              {text}
            </Text>
            {second && (
              <Text slot="description" className="line-clamp-2 block text-ink-faint text-sm">
                {second}
              </Text>
            )}
          </span>
        </>
      )}
    </MenuItem>
  );
}

/** Tells that the focus is here, and when it goes: the menu says which entry has it only to the entry itself. */
function Tell({ id, to }: { id: string; to: (id: string | null) => void }) {
  useEffect(() => {
    to(id);
    return () => to(null);
  }, [id, to]);
  return null;
}
