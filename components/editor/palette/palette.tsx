'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { SearchField } from '@/components/ui/search-field';
import { useText } from '@/components/ui/use-text';
import type { NodeType } from '@/rules-engine/index';
import { NodeIcon } from '../canvas/node-icon';
import { useEdits } from '../edits/use-edits';
import { nodeDragType } from './drag-type';
import { usePaletteSearch } from './use-palette';

/** Everything that can be put into the drawing: dragged onto the canvas, or added by pressing. */
export function Palette() {
  const t = useTranslations('editor.palette');
  const c = useTranslations('common');
  const [query, setQuery] = useState('');
  const groups = usePaletteSearch('anywhere')(query.trim());
  return (
    <div className="flex flex-col gap-3 p-3" data-own-undo>
      <SearchField aria-label={t('search')} placeholder={c('search')} value={query} onChange={setQuery} />
      {groups.length === 0 && <p className="text-ink-faint">{t('noMatches', { query })}</p>}
      {groups.map(({ id, title, types }) => (
        <section key={id} aria-label={title}>
          <h3 className="mb-1 text-ink-faint text-sm">{title}</h3>
          <ul className="flex flex-col gap-1">
            {types.map((type) => (
              <Item key={type.type} type={type} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Item({ type }: { type: NodeType }) {
  const t = useTranslations('editor.palette');
  const text = useText();
  const { add } = useEdits();
  return (
    <li>
      <button
        type="button"
        draggable
        onDragStart={(event) => {
          event.dataTransfer.setData(nodeDragType, type.type);
          event.dataTransfer.effectAllowed = 'copy';
        }}
        onClick={() => add({ where: 'anywhere', at: null, place: null }, type)}
        title={`${text(type.help)}\n${t('dragOrPress')}`}
        className="flex min-h-8 w-full cursor-grab items-center gap-2 rounded-md border border-line bg-surface px-2 text-left hover:bg-hover"
      >
        <NodeIcon name={type.icon} />
        {text(type.label)}
      </button>
    </li>
  );
}
