'use client';

import { Copy, EllipsisVertical, ListTree, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { IconButton } from '@/components/ui/icon-button';
import { Menu } from '@/components/ui/menu';
import { Select } from '@/components/ui/select';
import { useText } from '@/components/ui/use-text';
import { findOperator, type ValueInput as InputKind, operatorsFor } from '@/rules-engine/index';
import type { ParamPath } from '../document/command';
import { FieldAnchor, useFormNode, useParam } from '../inspector/node-form';
import { useRule } from '../rule/rule-context';
import { useEditor } from '../state/editor-context';
import { ValueInput } from '../values/value-input';
import { withOperator, withSubject } from './edit-row';
import { readRow, readSubject } from './shapes';
import { SubjectFields } from './subject-fields';
import { type ConditionScope, subjectKind } from './subject-kind';

export interface RowActions {
  remove(): void;
  duplicate(): void;
  /** Null where groups can't be nested any deeper. */
  wrap: (() => void) | null;
}

interface Props {
  path: ParamPath;
  scope: ConditionScope;
  depth: number;
  actions: RowActions;
}

/** Values that need a line of their own. */
const wide: ReadonlySet<InputKind> = new Set<InputKind>([
  'values',
  'numberRange',
  'dateRange',
  'tagValues',
  'date',
  'span',
]);

/** One condition as a phrase: what it asks about, the operator, the value. */
export function RowEditor({ path, scope, depth, actions }: Props) {
  const t = useTranslations('editor.conditions');
  const text = useText();
  const { catalogue } = useEditor();
  const param = useParam(path);
  const operatorParam = useParam([...path, 'operator']);
  const valueParam = useParam([...path, 'value']);
  const row = readRow(param.value);
  const kind = subjectKind(readSubject(row.subject), scope, catalogue);
  const operator = findOperator(row.operator);
  const fitting = kind ? operatorsFor(kind.types) : [];
  const partError = usePartErrors([...path, 'value']);
  return (
    <FieldAnchor path={path} className="flex flex-col gap-2 rounded-md bg-ground p-2">
      <div className="flex items-start gap-1">
        <div className="min-w-0 flex-1">
          <SubjectFields
            path={[...path, 'subject']}
            scope={scope}
            depth={depth}
            onChange={(subject, how) => param[how](withSubject(row, subject, scope, catalogue))}
          />
        </div>
        {!param.isDisabled && <RowMenu actions={actions} />}
      </div>
      <div className="flex flex-wrap items-start gap-2">
        {kind && (
          <FieldAnchor path={[...path, 'operator']} className="min-w-28 flex-1">
            <Select
              aria-label={t('operator')}
              placeholder={t('operator')}
              options={fitting.map(({ id, label, help }) => ({ id, text: text(label), detail: text(help) }))}
              value={fitting.some(({ id }) => id === row.operator) ? row.operator : null}
              onChange={(id) => {
                const next = findOperator(id);
                if (next) param.choose(withOperator(row, next));
              }}
              error={operatorParam.error}
              isDisabled={param.isDisabled}
            />
          </FieldAnchor>
        )}
        {kind && operator && operator.input !== 'none' && (
          <FieldAnchor
            path={[...path, 'value']}
            className={wide.has(operator.input) ? 'w-full' : 'min-w-28 flex-1'}
          >
            <ValueInput
              input={operator.input}
              value={row.value}
              choose={valueParam.choose}
              type={valueParam.type}
              kind={kind}
              scope={scope}
              label={t('value')}
              error={valueParam.error}
              partError={partError}
              isDisabled={param.isDisabled}
            />
          </FieldAnchor>
        )}
      </div>
      {param.error && <p className="text-danger-ink text-sm">{param.error}</p>}
    </FieldAnchor>
  );
}

/** What is wrong with the parts of a value; elements of a list count as the whole. */
function usePartErrors(path: ParamPath): (part: string) => string | undefined {
  const text = useText();
  const node = useFormNode();
  const own = useRule().problems.get(node.id) ?? [];
  return (part) => {
    const problem = own.find(({ param }) => param === `${path.join('.')}.${part}`);
    return problem && text(problem.message);
  };
}

function RowMenu({ actions }: { actions: RowActions }) {
  const t = useTranslations('editor.conditions');
  const { remove, duplicate, wrap } = actions;
  return (
    <Menu
      label={t('rowMenu')}
      trigger={<IconButton icon={EllipsisVertical} label={t('rowMenu')} />}
      groups={[
        {
          id: 'row',
          entries: [
            { id: 'duplicate', text: t('duplicateRow'), icon: Copy, onAction: duplicate },
            ...(wrap ? [{ id: 'wrap', text: t('wrapRow'), icon: ListTree, onAction: wrap }] : []),
            { id: 'remove', text: t('removeRow'), icon: Trash2, onAction: remove, danger: true },
          ],
        },
      ]}
    />
  );
}
