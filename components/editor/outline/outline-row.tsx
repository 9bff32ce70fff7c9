'use client';

import {
  ChevronRight,
  CornerDownRight,
  Link2,
  OctagonAlert,
  Plus,
  Trash2,
  TriangleAlert,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, TreeItem, TreeItemContent } from 'react-aria-components';
import { ColorSwatch } from '@/components/layers/color-swatch';
import { nodeColor } from '@/components/layers/node-color';
import { classNames } from '@/components/ui/class-names';
import { IconButton } from '@/components/ui/icon-button';
import { useText } from '@/components/ui/use-text';
import { findNodeType } from '@/rules-engine/index';
import { NodeIcon } from '../canvas/node-icon';
import { findNode, inputsOf, isOutput, outputsOf } from '../edits/ports';
import { useEdits } from '../edits/use-edits';
import { useNodeName } from '../rule/node-name';
import { PortCount } from '../rule/port-count';
import { useRule } from '../rule/rule-context';
import { useEditor, useGraph } from '../state/editor-context';
import type { OutlineItem } from './outline-of';

/** A line of the outline with those below it. */
export function OutlineRow({ item }: { item: OutlineItem }) {
  const label = useOutlineLabel()(item);
  return (
    <TreeItem
      id={item.key}
      textValue={label}
      className="group rounded-md outline-none data-focus-visible:outline-2 data-selected:bg-accent-soft data-hovered:bg-hover"
    >
      <TreeItemContent>
        {({ hasChildItems, isExpanded, level }) => (
          <div className="flex min-h-8 items-center gap-1.5 pr-1" style={{ paddingLeft: (level - 1) * 16 }}>
            {hasChildItems ? (
              <Button slot="chevron" className="flex size-6 shrink-0 items-center justify-center rounded-sm">
                <ChevronRight
                  size={14}
                  aria-hidden
                  className={classNames('transition-transform', isExpanded && 'rotate-90')}
                />
              </Button>
            ) : (
              <span className="size-6 shrink-0" />
            )}
            {item.kind === 'port' ? (
              <PortLine item={item} label={label} />
            ) : (
              <NodeLine item={item} label={label} />
            )}
          </div>
        )}
      </TreeItemContent>
      {item.children.map((child) => (
        <OutlineRow key={child.key} item={child} />
      ))}
    </TreeItem>
  );
}

function useOutlineLabel(): (item: OutlineItem) => string {
  const text = useText();
  const name = useNodeName();
  const graph = useGraph();
  return ({ kind, node: id, port }) => {
    const node = findNode(graph, id);
    if (!node) return id;
    if (kind !== 'port') return name(node);
    const found = outputsOf(node).find((candidate) => candidate.id === port);
    return found ? text(found.label) : (port ?? '');
  };
}

function PortLine({ item, label }: { item: OutlineItem; label: string }) {
  const t = useTranslations('editor.outline');
  const { view, isEditable } = useEditor();
  const from = { node: item.node, port: item.port ?? '' };
  return (
    <>
      <CornerDownRight size={14} aria-hidden className="shrink-0 text-ink-faint" />
      <span className="min-w-0 flex-1 truncate text-ink-soft">{label}</span>
      <PortCount node={from.node} port={from.port} label={label} />
      {isEditable && (
        <>
          <IconButton
            size="s"
            icon={Plus}
            label={t('addAfter', { port: label })}
            onPress={() => view.setState({ adding: { where: 'after', from, at: null, place: null } })}
          />
          <IconButton
            size="s"
            icon={Link2}
            label={t('connect', { port: label })}
            onPress={() => view.setState({ connecting: { from, at: null } })}
          />
        </>
      )}
    </>
  );
}

function NodeLine({ item, label }: { item: OutlineItem; label: string }) {
  const t = useTranslations('editor.outline');
  const p = useTranslations('editor.problems');
  const text = useText();
  const { isEditable } = useEditor();
  const edits = useEdits();
  const graph = useGraph();
  const { info, problems } = useRule();
  const node = findNode(graph, item.node);
  if (!node) return null;
  const color = nodeColor(node);
  const summary = info.get(node.id)?.summary;
  const [problem] = problems.get(node.id) ?? [];
  const Mark = problem?.severity === 'error' ? OctagonAlert : TriangleAlert;
  const into = inputsOf(node).find(({ id }) => id === item.into);
  return (
    <>
      <NodeIcon name={findNodeType(node.type)?.icon} />
      {color !== null && <ColorSwatch color={color} />}
      <span className="min-w-0 flex-1">
        <span className="font-medium">{label}</span>
        {into && <span className="text-ink-faint"> · {text(into.label)}</span>}
        {item.kind === 'again' ? (
          <span className="text-ink-faint"> · {t('again')}</span>
        ) : (
          summary && <span className="block truncate text-ink-soft text-sm">{text(summary)}</span>
        )}
      </span>
      {problem && (
        <Mark
          size={16}
          aria-label={`${p(problem.severity)}: ${text(problem.message)}`}
          className={problem.severity === 'error' ? 'shrink-0 text-danger-ink' : 'shrink-0 text-warn-ink'}
        />
      )}
      {isOutput(node) && <PortCount node={node.id} port="value" label={label} />}
      {isEditable && item.kind === 'node' && (
        <IconButton
          size="s"
          icon={Trash2}
          label={t('remove', { name: label })}
          onPress={() => edits.remove([node.id], [])}
        />
      )}
    </>
  );
}
