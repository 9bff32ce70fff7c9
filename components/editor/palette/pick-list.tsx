'use client';

import { Search } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Popover,
  SearchField,
  Text,
} from 'react-aria-components';
import type { ScreenPoint } from '../state/view';

export interface PickEntry {
  id: string;
  text: string;
  detail?: string;
  icon?: ReactNode;
  /** Why it can't be chosen; it is shown all the same. */
  refusal?: string;
}

export interface PickGroup {
  id: string;
  title: string;
  entries: readonly PickEntry[];
}

interface Props {
  label: string;
  placeholder: string;
  /** Said when nothing matches. */
  nothing: string;
  /** Where on the screen it opens; null: in the middle. */
  at: ScreenPoint | null;
  groups: (query: string) => readonly PickGroup[];
  onPick: (id: string) => void;
  onClose: () => void;
  /** More about the entry that Enter would choose. */
  preview?: (id: string) => ReactNode;
}

/** A list that is searched by typing and opens at a point of the screen. */
export function PickList({ label, placeholder, nothing, at, groups, onPick, onClose, preview }: Props) {
  const [focused, setFocused] = useState<string | null>(null);
  const [query, setQuery] = useState('');
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <span
        ref={setAnchor}
        aria-hidden
        className="fixed size-px"
        style={at ? { left: at.x, top: at.y } : { left: '50%', top: '20%' }}
      />
      <Popover
        isOpen={anchor !== null}
        triggerRef={{ current: anchor }}
        onOpenChange={(open) => !open && onClose()}
        placement={at ? 'bottom start' : 'bottom'}
        offset={4}
        className="appear w-80 max-w-[calc(100vw-1rem)] rounded-lg border border-line bg-raised text-ink shadow-float outline-none"
      >
        <Dialog aria-label={label} className="flex max-h-96 flex-col outline-none" data-own-undo>
          <Autocomplete inputValue={query} onInputChange={setQuery}>
            <SearchField
              aria-label={placeholder}
              autoFocus
              className="flex items-center gap-2 border-line border-b px-3"
            >
              <Search size={16} aria-hidden className="text-ink-faint" />
              <Input
                placeholder={placeholder}
                className="h-9 min-w-0 flex-1 bg-transparent outline-none! [&::-webkit-search-cancel-button]:hidden"
              />
            </SearchField>
            <Menu
              aria-label={label}
              onAction={(key) => onPick(String(key))}
              className="min-h-0 flex-1 overflow-auto p-1 outline-none"
              renderEmptyState={() => <p className="px-2 py-4 text-center text-ink-faint">{nothing}</p>}
            >
              {groups(query.trim()).map((group) => (
                <MenuSection key={group.id} id={group.id} aria-label={group.title}>
                  <Header className="px-2 pt-1.5 pb-0.5 text-ink-faint text-sm">{group.title}</Header>
                  {group.entries.map((entry) => (
                    <PickItem key={entry.id} entry={entry} onFocus={preview && setFocused} />
                  ))}
                </MenuSection>
              ))}
            </Menu>
          </Autocomplete>
          {preview && focused !== null && (
            <div className="border-line border-t px-3 py-2 text-ink-soft text-sm">{preview(focused)}</div>
          )}
        </Dialog>
      </Popover>
    </>
  );
}

function PickItem({
  entry: { id, text, detail, icon, refusal },
  onFocus,
}: {
  entry: PickEntry;
  onFocus?: (id: string) => void;
}) {
  const second = refusal ?? detail;
  return (
    <MenuItem
      id={id}
      textValue={text}
      isDisabled={refusal !== undefined}
      className="flex min-h-8 items-center gap-2 rounded-md px-2 py-1 outline-none data-focused:bg-accent-soft"
    >
      {({ isDisabled, isFocused }) => (
        <>
          {isFocused && onFocus && <Tell id={id} to={onFocus} />}
          <span className="text-ink-soft">{icon}</span>
          <span className="min-w-0 flex-1">
            <Text slot="label" className={isDisabled ? 'text-ink-faint' : ''}>
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

/** Tells that it is here: the list says which entry has the focus only to the entry itself. */
function Tell({ id, to }: { id: string; to: (id: string) => void }) {
  useEffect(() => to(id), [id, to]);
  return null;
}
