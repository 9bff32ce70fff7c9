'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from 'react-aria-components';
import { IconButton } from '@/components/ui/icon-button';
import { useText } from '@/components/ui/use-text';
import type { Graph } from '@/rules-engine/index';
import { CutpointsPanel } from '../cutpoints/cutpoints-panel';
import { isOutput } from '../edits/ports';
import { useEdits } from '../edits/use-edits';
import { useNodeName } from '../rule/node-name';
import { PortCount } from '../rule/port-count';
import { useRule } from '../rule/rule-context';
import { useEditor, useGraph } from '../state/editor-context';
import { goToField } from '../state/view';

/** What the drawing gives, in the order in which it decides. */
export function NothingSelected() {
  const t = useTranslations('editor.inspector');
  const { definition } = useEditor();
  const graph = useGraph();
  const outputs = graph.nodes.filter(isOutput);
  return (
    <section aria-label={t('label')} className="flex flex-col gap-4 p-3">
      <p className="text-ink-soft">{t('nothing')}</p>
      {outputs.length > 0 && (
        <div>
          <h3 className="mb-1 font-medium">{t(definition.kind === 'tag' ? 'values' : 'result')}</h3>
          {outputs.length > 1 && <p className="mb-2 text-ink-faint text-sm">{t('firstWins')}</p>}
          <ol className="divide-y divide-line rounded-md border border-line">
            {outputs.map((node, index) => (
              <OutputRow key={node.id} id={node.id} index={index} outputs={outputs} graph={graph} />
            ))}
          </ol>
        </div>
      )}
      <CutpointsPanel node={null} />
    </section>
  );
}

function OutputRow({
  id,
  index,
  outputs,
  graph,
}: {
  id: string;
  index: number;
  outputs: Graph['nodes'];
  graph: Graph;
}) {
  const t = useTranslations('editor.inspector');
  const text = useText();
  const { view, isEditable } = useEditor();
  const { order, seal } = useEdits();
  const { info } = useRule();
  const nodeName = useNodeName();
  const node = outputs[index];
  if (!node) return null;
  const summary = info.get(id)?.summary;
  const name = summary ? text(summary) : nodeName(node);
  /** Changes places with the output before or after it: other nodes keep theirs. */
  const swap = (place: number) => {
    const other = outputs[place];
    if (!other) return;
    order(id, graph.nodes.indexOf(other));
    seal();
  };
  return (
    <li className="flex min-h-9 items-center gap-2 px-2">
      <Button
        onPress={() => goToField(view, id, null)}
        className="min-w-0 flex-1 truncate rounded-sm text-left data-hovered:underline"
      >
        {name}
      </Button>
      <PortCount node={id} port="value" label={name} />
      {isEditable && outputs.length > 1 && (
        <span className="flex">
          <IconButton
            size="s"
            icon={ArrowUp}
            label={t('earlier', { name })}
            isDisabled={index === 0}
            onPress={() => swap(index - 1)}
          />
          <IconButton
            size="s"
            icon={ArrowDown}
            label={t('later', { name })}
            isDisabled={index === outputs.length - 1}
            onPress={() => swap(index + 1)}
          />
        </span>
      )}
    </li>
  );
}
