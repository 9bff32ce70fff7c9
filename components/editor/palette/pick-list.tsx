'use client';

import { type ReactNode, useState } from 'react';
import { Dialog, Popover } from 'react-aria-components';
import { type SearchGroup, SearchList } from '@/components/ui/search-list';
import type { ScreenPoint } from '../state/view';

interface Props {
  label: string;
  placeholder: string;
  /** Said when nothing matches. */
  nothing: string;
  /** Where on the screen it opens; null: in the middle. */
  at: ScreenPoint | null;
  groups: (query: string) => readonly SearchGroup[];
  onPick: (id: string) => void;
  onClose: () => void;
  /** More about the entry that Enter chooses. */
  preview?: (id: string) => ReactNode;
}

/** A list that is searched by typing and opens at a point of the screen. */
export function PickList({ at, groups, onClose, ...list }: Props) {
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
        <Dialog aria-label={list.label} className="flex max-h-96 flex-col outline-none" data-own-undo>
          <SearchList {...list} query={query} onQueryChange={setQuery} groups={groups(query.trim())} />
        </Dialog>
      </Popover>
    </>
  );
}
