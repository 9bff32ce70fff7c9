'use client';

import { useTranslations } from 'next-intl';
import { useText } from '@/components/ui/use-text';
import type { PortKey } from '@/rules-engine/index';
import { findNode, inputsOf, isOutput, outputsOf } from '../edits/ports';
import { useNodeName } from '../rule/node-name';
import { useGraph } from '../state/editor-context';

/** A port in words: `高频买家 · 满足`. */
export function usePortName(): (key: PortKey) => string {
  const t = useTranslations('editor.card');
  const text = useText();
  const name = useNodeName();
  const graph = useGraph();
  return (key) => {
    const dot = key.indexOf('.');
    const node = findNode(graph, key.slice(0, dot));
    const id = key.slice(dot + 1);
    if (!node) return t('gone');
    if (isOutput(node)) return name(node);
    const output = outputsOf(node).find((port) => port.id === id);
    const input = inputsOf(node).find((port) => port.id === id);
    const label = output
      ? text(output.label)
      : input && inputsOf(node).length > 1
        ? text(input.label)
        : t('in');
    return `${name(node)} · ${label}`;
  };
}
