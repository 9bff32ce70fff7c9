'use client';

import { ArrowLeftRight, Link2, Link2Off, type LucideIcon, Minus, Move, Pencil, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useText } from '@/components/ui/use-text';
import { findNodeType, type Graph, type GraphEdge } from '@/rules-engine/index';
import { difference, isEmpty } from '../document/difference';
import { findNode, outputsOf } from '../edits/ports';
import { useNodeName } from '../rule/node-name';

interface Props {
  before: Graph;
  after: Graph;
}

/** What one drawing has that another one hadn't, in words. */
export function DifferenceList({ before, after }: Props) {
  const t = useTranslations('editor.difference');
  const text = useText();
  const name = useNodeName();
  const found = difference(before, after);
  if (isEmpty(found)) return <p className="text-ink-soft">{t('none')}</p>;

  const edgeName = (graph: Graph, edge: GraphEdge) => {
    const source = findNode(graph, edge.source);
    const target = findNode(graph, edge.target);
    const port = source && outputsOf(source).find(({ id }) => id === edge.sourcePort);
    return t('edge', {
      from: source ? name(source) : edge.source,
      port: port ? text(port.label) : edge.sourcePort,
      to: target ? name(target) : edge.target,
    });
  };
  const lines: { key: string; icon: LucideIcon; text: string }[] = [
    ...found.added.map((node) => ({
      key: `+${node.id}`,
      icon: Plus,
      text: t('added', { name: name(node) }),
    })),
    ...found.removed.map((node) => ({
      key: `-${node.id}`,
      icon: Minus,
      text: t('removed', { name: name(node) }),
    })),
    ...found.changed.map(({ before: old, after: now }) => ({
      key: `~${now.id}`,
      icon: Pencil,
      text: t('changed', {
        name: name(now),
        what: whatChanged(old.params, now.params, now.type, text, t('nameOrNote')),
      }),
    })),
    ...found.connected.map((edge) => ({
      key: `c${edge.id}`,
      icon: Link2,
      text: t('connected', { edge: edgeName(after, edge) }),
    })),
    ...found.disconnected.map((edge) => ({
      key: `d${edge.id}`,
      icon: Link2Off,
      text: t('disconnected', { edge: edgeName(before, edge) }),
    })),
    ...(found.reordered ? [{ key: 'order', icon: ArrowLeftRight, text: t('reordered') }] : []),
    ...(found.moved.length > 0
      ? [{ key: 'moved', icon: Move, text: t('moved', { count: found.moved.length }) }]
      : []),
  ];
  return (
    <ul className="flex flex-col gap-1">
      {lines.map(({ key, icon: Icon, text: line }) => (
        <li key={key} className="flex items-start gap-2">
          <Icon size={14} aria-hidden className="mt-1 shrink-0 text-ink-faint" />
          <span className="min-w-0 break-words">{line}</span>
        </li>
      ))}
    </ul>
  );
}

type Params = Readonly<Record<string, unknown>>;

/** The labels of the form's fields whose values differ. */
function whatChanged(
  before: Params,
  after: Params,
  type: string,
  text: (label: { zh: string; en: string }) => string,
  otherwise: string,
): string {
  const fields = new Map(findNodeType(type)?.form.map(({ param, label }) => [param, text(label)]));
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
  const names = [...new Set(keys.map((key) => fields.get(key) ?? fields.values().next().value ?? key))];
  return names.join(', ') || otherwise;
}
