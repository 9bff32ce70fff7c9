'use client';

import { Copy, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';
import { useText } from '@/components/ui/use-text';
import { findNodeType, type GraphNode } from '@/rules-engine/index';
import { NodeIcon } from '../canvas/node-icon';
import { GroupEditor } from '../conditions/group-editor';
import { GroupSlot } from '../conditions/group-slot';
import { CutpointsPanel } from '../cutpoints/cutpoints-panel';
import { findNode } from '../edits/ports';
import { useEdits } from '../edits/use-edits';
import { useRule } from '../rule/rule-context';
import { useEditor, useGraph, useView } from '../state/editor-context';
import { selectedNode } from '../state/view';
import { FormField } from './form-field';
import { NodeForm } from './node-form';
import { NothingSelected } from './nothing-selected';
import { SeveralSelected } from './several-selected';
import { useFieldFocus } from './use-field-focus';

/** The form of what is selected. */
export function Inspector() {
  const graph = useGraph();
  const id = useView(selectedNode);
  const count = useView((view) => view.nodes.size);
  const node = id === null ? undefined : findNode(graph, id);
  if (node) return <NodeInspector key={node.id} node={node} />;
  return count > 1 ? <SeveralSelected count={count} /> : <NothingSelected />;
}

/** A node's name, form, help and note. Leaving a field ends a step of undo. */
export function NodeInspector({ node }: { node: GraphNode }) {
  const t = useTranslations('editor.inspector');
  const text = useText();
  const edits = useEdits();
  const { isEditable } = useEditor();
  const { problems } = useRule();
  const box = useRef<HTMLElement>(null);
  useFieldFocus(box, node.id);
  const type = findNodeType(node.type);
  const general = (problems.get(node.id) ?? []).filter(({ param }) => !param);
  return (
    <section
      ref={box}
      aria-label={t('label')}
      onBlur={() => edits.seal()}
      className="flex flex-col gap-4 p-3"
    >
      <header className="flex items-start gap-2">
        <span className="mt-6 flex size-8 shrink-0 items-center justify-center rounded-md bg-sunken text-ink-soft">
          <NodeIcon name={type?.icon} />
        </span>
        <TextField
          label={t('name')}
          placeholder={type ? text(type.label) : node.type}
          value={node.name ?? ''}
          onChange={(name) => edits.rename(node.id, name)}
          maxLength={80}
          isDisabled={!isEditable}
          className="min-w-0 flex-1"
        />
      </header>
      {general.map((problem) => (
        <Notice key={problem.code} tone={problem.severity === 'error' ? 'danger' : 'warn'}>
          {text(problem.message)}
        </Notice>
      ))}
      <div data-form className="flex flex-col gap-4">
        <GroupSlot group={GroupEditor}>
          <NodeForm node={node}>
            {type?.form.map((field) => (
              <FormField key={field.param} field={field} />
            ))}
          </NodeForm>
        </GroupSlot>
      </div>
      <CutpointsPanel node={node.id} />
      {type && (
        <aside className="text-ink-faint text-sm">
          <Badge>{text(type.label)}</Badge> {text(type.help)}
        </aside>
      )}
      <TextField
        label={t('note')}
        value={node.note ?? ''}
        onChange={(note) => edits.note(node.id, note)}
        rows={2}
        maxLength={2_000}
        isDisabled={!isEditable}
      />
      {isEditable && (
        <div className="flex gap-2">
          <Button
            size="s"
            icon={Copy}
            onPress={() => {
              const copied = edits.copy();
              if (copied) edits.paste(copied, null);
            }}
          >
            {t('duplicate')}
          </Button>
          <Button size="s" icon={Trash2} onPress={() => edits.remove([node.id], [])}>
            {t('remove')}
          </Button>
        </div>
      )}
    </section>
  );
}
