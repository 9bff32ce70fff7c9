'use client';

import { CircleCheck, OctagonAlert, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from 'react-aria-components';
import { Loaded } from '@/components/data-client/loaded';
import { FindingList } from '@/components/definitions/findings/finding-list';
import { useFindings } from '@/components/definitions/findings/use-findings';
import { useText } from '@/components/ui/use-text';
import { findNode } from '../edits/ports';
import { useNodeName } from '../rule/node-name';
import { useRule } from '../rule/rule-context';
import { useEditor, useGraph, useView } from '../state/editor-context';
import { goToField } from '../state/view';

/** What keeps the drawing from being published, and what to look at before; each leads to its field. */
export function ProblemsTab() {
  const t = useTranslations('editor.problems');
  const { compiled } = useRule();
  return (
    <>
      {compiled.diagnostics.length > 0 && <Diagnostics />}
      {compiled.executable && <Findings />}
      {compiled.diagnostics.length === 0 && (
        <p className="flex items-center gap-2 p-3 text-ink-soft">
          <CircleCheck size={16} aria-hidden className="text-ok-ink" />
          {t('none')}
        </p>
      )}
    </>
  );
}

/** Unreachable and overlapping outputs, gaps, contradictions: told once nothing is wrong any more. */
function Findings() {
  const t = useTranslations('definitions.findings');
  const { view, definition } = useEditor();
  const { graph, key } = useRule();
  const asOf = useView((state) => state.asOf);
  const query = useFindings({ graph, key, definition: definition.id, asOf }, true);
  return (
    <Loaded query={query} skeleton={<p className="p-3 text-ink-soft">{t('looking')}</p>}>
      {({ findings }) =>
        findings.length > 0 && (
          <FindingList findings={findings} onNode={(node) => goToField(view, node, null)} />
        )
      }
    </Loaded>
  );
}

function Diagnostics() {
  const t = useTranslations('editor.problems');
  const text = useText();
  const name = useNodeName();
  const { view } = useEditor();
  const graph = useGraph();
  const { compiled } = useRule();
  const problems = [...compiled.diagnostics].sort((a, b) => a.severity.localeCompare(b.severity));
  return (
    <ul className="divide-y divide-line">
      {problems.map(({ severity, code, node: id, param, message }, index) => {
        const node = id === null ? undefined : findNode(graph, id);
        const Icon = severity === 'error' ? OctagonAlert : TriangleAlert;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two problems can be alike in everything
          <li key={`${id} ${param} ${code} ${index}`}>
            <Button
              isDisabled={!node}
              onPress={() => node && goToField(view, node.id, param)}
              className="flex min-h-9 w-full items-center gap-2 px-3 py-1 text-left -outline-offset-2! data-hovered:bg-hover"
            >
              <Icon
                size={16}
                aria-label={t(severity)}
                className={severity === 'error' ? 'shrink-0 text-danger-ink' : 'shrink-0 text-warn-ink'}
              />
              {node && <span className="max-w-48 shrink-0 truncate font-medium">{name(node)}</span>}
              <span className="min-w-0 break-words">{text(message)}</span>
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
