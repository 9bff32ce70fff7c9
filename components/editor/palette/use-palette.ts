'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { matches } from '@/components/ui/matches';
import { useText } from '@/components/ui/use-text';
import { type NodeGroup, type NodeType, nodeTypes } from '@/rules-engine/index';
import { fits } from '../edits/add-node';
import { useEditor } from '../state/editor-context';
import { usePinyin } from './pinyin';

export interface PaletteGroup {
  id: NodeGroup;
  title: string;
  types: NodeType[];
}

const order: readonly NodeGroup[] = ['sources', 'conditions', 'sets', 'outputs'];

/** Finds the node types that may stand where they are wanted, by name in both languages, help and pinyin. */
export function usePaletteSearch(where: Parameters<typeof fits>[1]): (query: string) => PaletteGroup[] {
  const t = useTranslations('editor.palette');
  const text = useText();
  const spell = usePinyin();
  const { kind } = useEditor().definition;
  return useCallback(
    (query) => {
      const found = nodeTypes.filter(
        (type) =>
          type.kinds.includes(kind) &&
          fits(type, where) &&
          matches(
            {
              text: text(type.label),
              search: `${type.label.zh} ${type.label.en} ${text(type.help)} ${spell(type.label.zh)}`,
            },
            query,
          ),
      );
      return order
        .map((id) => ({ id, title: t(`groups.${id}`), types: found.filter(({ group }) => group === id) }))
        .filter(({ types }) => types.length > 0);
    },
    [where, kind, t, text, spell],
  );
}
