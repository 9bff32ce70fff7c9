'use client';

import { useTranslations } from 'next-intl';
import { matches } from '@/components/ui/matches';
import { useText } from '@/components/ui/use-text';
import { findNodeType, portKey } from '@/rules-engine/index';
import { NodeIcon } from '../canvas/node-icon';
import { inputsOf } from '../edits/ports';
import { refusal } from '../edits/refusal';
import { useEdits } from '../edits/use-edits';
import { useNodeName } from '../rule/node-name';
import { useRule } from '../rule/rule-context';
import { useEditor, useGraph, useView } from '../state/editor-context';
import { PickList } from './pick-list';

/** Where an output port can lead to, as a list: connecting without a mouse. */
export function ConnectMenu() {
  const t = useTranslations('editor.connect');
  const text = useText();
  const name = useNodeName();
  const { view } = useEditor();
  const { connect } = useEdits();
  const { info } = useRule();
  const graph = useGraph();
  const connecting = useView((state) => state.connecting);
  if (!connecting) return null;
  const { from, at } = connecting;
  const targets = graph.nodes
    .filter((node) => node.id !== from.node)
    .flatMap((node) => {
      const inputs = inputsOf(node);
      return inputs.map((port) => {
        const reason = refusal(graph, from, { node: node.id, port: port.id });
        const summary = info.get(node.id)?.summary;
        return {
          id: portKey(node.id, port.id),
          to: { node: node.id, port: port.id },
          text: inputs.length > 1 ? `${name(node)} · ${text(port.label)}` : name(node),
          detail: summary ? text(summary) : undefined,
          refusal: reason ? text(reason) : undefined,
          icon: <NodeIcon name={findNodeType(node.type)?.icon} />,
        };
      });
    });
  return (
    <PickList
      label={t('label')}
      placeholder={t('search')}
      nothing={t('nothing')}
      at={at}
      groups={(query) => [
        {
          id: 'targets',
          title: t('label'),
          entries: targets.filter((target) => matches({ text: target.text, search: target.detail }, query)),
        },
      ]}
      onPick={(id) => {
        const target = targets.find((candidate) => candidate.id === id);
        view.setState({ connecting: null });
        if (target) connect(from, target.to);
      }}
      onClose={() => view.setState({ connecting: null })}
    />
  );
}
