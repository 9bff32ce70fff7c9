'use client';

import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, DropIndicator, GridList, GridListItem, useDragAndDrop } from 'react-aria-components';
import { ColorSwatch } from '@/components/layers/color-swatch';
import { nodeColor } from '@/components/layers/node-color';
import { IconButton } from '@/components/ui/icon-button';
import { useText } from '@/components/ui/use-text';
import type { GraphNode } from '@/rules-engine/index';
import { orderedOutputs, placeBeside, restOutputs } from '../edits/order-output';
import { useEdits } from '../edits/use-edits';
import { useNodeName } from '../rule/node-name';
import { PortCount } from '../rule/port-count';
import { useRule } from '../rule/rule-context';
import { useEditor, useGraph } from '../state/editor-context';
import { goToField } from '../state/view';

/** The outputs in the order in which they win: moved by dragging, with the keys of the list, or by the arrows. */
export function OutputOrder({ label }: { label: string }) {
  const t = useTranslations('editor.inspector');
  const graph = useGraph();
  const { isEditable } = useEditor();
  const { order, seal } = useEdits();
  const outputs = orderedOutputs(graph);
  const outputName = useOutputName();
  const put = (moved: string, target: string, side: 'before' | 'after') => {
    const index = placeBeside(graph, moved, target, side);
    if (index === null) return;
    order(moved, index);
    // Every move is a step of undo.
    seal();
  };
  const mayMove = isEditable && outputs.length > 1;
  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: !mayMove,
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key) })),
    getAllowedDropOperations: () => ['move'],
    onReorder({ keys, target: { key, dropPosition } }) {
      const [moved] = keys;
      if (moved !== undefined && dropPosition !== 'on') put(String(moved), String(key), dropPosition);
    },
    renderDropIndicator: (target) => (
      <DropIndicator target={target} className="h-0.5 data-drop-target:bg-accent" />
    ),
  });
  const rest = restOutputs(graph);
  return (
    <div className="rounded-md border border-line">
      {outputs.length > 0 && (
        <GridList
          aria-label={label}
          items={outputs}
          dragAndDropHooks={dragAndDropHooks}
          keyboardNavigationBehavior="tab"
          // The rows read the document: their items alone don't tell when to draw them anew.
          dependencies={[graph, mayMove]}
          className="outline-none"
        >
          {(node) => {
            const index = outputs.findIndex(({ id }) => id === node.id);
            const [above, below] = [outputs[index - 1], outputs[index + 1]];
            const name = outputName(node);
            return (
              <GridListItem
                id={node.id}
                textValue={name}
                className="flex min-h-9 items-center gap-1.5 border-line border-b px-2 outline-offset-[-2px] last:border-b-0 data-dragging:opacity-50 data-focus-visible:outline-2"
              >
                {mayMove && (
                  <Button
                    slot="drag"
                    aria-label={t('drag', { name })}
                    className="flex size-6 shrink-0 cursor-grab items-center justify-center rounded-sm text-ink-faint data-hovered:bg-hover"
                  >
                    <GripVertical size={14} aria-hidden />
                  </Button>
                )}
                <OutputLine node={node} name={name} />
                {mayMove && (
                  <span className="flex">
                    <IconButton
                      size="s"
                      icon={ArrowUp}
                      label={t('earlier', { name })}
                      isDisabled={!above}
                      onPress={() => above && put(node.id, above.id, 'before')}
                    />
                    <IconButton
                      size="s"
                      icon={ArrowDown}
                      label={t('later', { name })}
                      isDisabled={!below}
                      onPress={() => below && put(node.id, below.id, 'after')}
                    />
                  </span>
                )}
              </GridListItem>
            );
          }}
        </GridList>
      )}
      {rest.map((node) => (
        <div
          key={node.id}
          className="flex min-h-9 flex-wrap items-center gap-x-1.5 border-line border-t bg-ground px-2 first:border-t-0"
        >
          <OutputLine node={node} name={outputName(node)} />
          <span className="w-full pb-1 text-ink-faint text-sm">{t('alwaysLast')}</span>
        </div>
      ))}
    </div>
  );
}

function useOutputName(): (node: GraphNode) => string {
  const text = useText();
  const nodeName = useNodeName();
  const { info } = useRule();
  return (node) => {
    const label = info.get(node.id)?.result?.label;
    const summary = info.get(node.id)?.summary;
    if (label && text(label)) return text(label);
    return summary ? text(summary) : nodeName(node);
  };
}

/** A colour, a name that leads to the form, and how many. */
function OutputLine({ node, name }: { node: GraphNode; name: string }) {
  const { view } = useEditor();
  const color = nodeColor(node);
  return (
    <>
      {color !== null && <ColorSwatch color={color} />}
      <Button
        onPress={() => goToField(view, node.id, null)}
        className="min-w-0 flex-1 truncate rounded-sm text-left data-hovered:underline"
      >
        {name}
      </Button>
      <PortCount node={node.id} port="value" label={name} />
    </>
  );
}
