'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { Tree } from 'react-aria-components';
import { Button } from '@/components/ui/button';
import { findNode } from '../edits/ports';
import { NodeInspector } from '../inspector/inspector';
import { NothingSelected } from '../inspector/nothing-selected';
import { useEditor, useGraph, useView } from '../state/editor-context';
import { select, selectedNode } from '../state/view';
import { type OutlineItem, outlineOf } from './outline-of';
import { OutlineRow } from './outline-row';

/**
 * The drawing as a tree: every node below the port that feeds it. The same document with the same acts; it is what
 * screen readers and phones get.
 */
export function Outline() {
  const t = useTranslations('editor.outline');
  const { view, isEditable } = useEditor();
  const graph = useGraph();
  const selected = useView(selectedNode);
  const items = useMemo(() => outlineOf(graph), [graph]);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const expanded = useMemo(() => keysOf(items).filter((key) => !closed.has(key)), [items, closed]);
  const node = selected === null ? undefined : findNode(graph, selected);
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-auto md:flex-row md:overflow-hidden">
      <div className="min-w-0 flex-1 md:overflow-auto">
        <Tree
          aria-label={t('label')}
          selectionMode="single"
          selectionBehavior="replace"
          selectedKeys={items.flatMap((item) => keysAt(item, selected))}
          onSelectionChange={(keys) => {
            const [key] = keys === 'all' ? [] : keys;
            const id = typeof key === 'string' ? nodeOfKey(items, key) : undefined;
            if (id !== undefined) select(view, [id]);
          }}
          expandedKeys={expanded}
          onExpandedChange={(keys) => setClosed(new Set(keysOf(items).filter((key) => !keys.has(key))))}
          className="p-2 outline-none"
          renderEmptyState={() => <p className="p-2 text-ink-soft">{t('empty')}</p>}
        >
          {items.map((item) => (
            <OutlineRow key={item.key} item={item} />
          ))}
        </Tree>
        {isEditable && (
          <div className="px-3 pb-3">
            <Button
              size="s"
              icon={Plus}
              onPress={() => view.setState({ adding: { where: 'anywhere', at: null, place: null } })}
            >
              {t('add')}
            </Button>
          </div>
        )}
      </div>
      <div className="border-line border-t bg-surface md:w-96 md:shrink-0 md:overflow-auto md:border-t-0 md:border-l">
        {node ? <NodeInspector key={node.id} node={node} /> : <NothingSelected />}
      </div>
    </div>
  );
}

function keysOf(items: readonly OutlineItem[]): string[] {
  return items.flatMap((item) => [item.key, ...keysOf(item.children)]);
}

function keysAt(item: OutlineItem, node: string | null): string[] {
  const below = item.children.flatMap((child) => keysAt(child, node));
  return item.kind === 'node' && item.node === node ? [item.key, ...below] : below;
}

function nodeOfKey(items: readonly OutlineItem[], key: string): string | undefined {
  for (const item of items) {
    if (item.key === key) return item.node;
    const below = nodeOfKey(item.children, key);
    if (below !== undefined) return below;
  }
  return undefined;
}
