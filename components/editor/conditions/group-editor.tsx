'use client';

import { ListTree, Plus, Ungroup } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { IconButton } from '@/components/ui/icon-button';
import { Select } from '@/components/ui/select';
import { conditionDepth, rowsPerGroup } from '@/rules-engine/index';
import type { ParamPath } from '../document/command';
import { FieldAnchor, useFormNode, useParam } from '../inspector/node-form';
import { useEditor } from '../state/editor-context';
import { goToField } from '../state/view';
import type { GroupProps } from './group-slot';
import { blankGroup, blankRow } from './new-rows';
import { RowEditor } from './row-editor';
import { depthOf, isGroup, readGroup } from './shapes';

/** Conditions joined by “all” or “any”; a group can stand in a group. */
export function GroupEditor({ path, scope, depth, dissolve }: GroupProps) {
  const t = useTranslations('editor.conditions');
  const { view } = useEditor();
  const node = useFormNode();
  const { value, isDisabled } = useParam(path);
  const mode = useParam([...path, 'mode']);
  const rowsParam = useParam([...path, 'rows']);
  const { mode: joined, rows } = readGroup(value);
  const canNest = depth + 1 < conditionDepth;
  const setRows = (next: readonly unknown[]) => rowsParam.choose(next);
  const replaced = (index: number, ...by: unknown[]) => [
    ...rows.slice(0, index),
    ...by,
    ...rows.slice(index + 1),
  ];

  /** What comes next is choosing what the row asks about. */
  const addRow = () => {
    setRows([...rows, blankRow]);
    goToField(view, node.id, [...path, 'rows', rows.length].join('.'));
  };

  return (
    <div className={classNames('flex flex-col gap-2', depth > 0 && 'border-line border-l-2 pl-2')}>
      {(rows.length > 1 || depth > 0) && (
        <div className="flex items-center gap-2">
          <Select
            aria-label={t('mode')}
            size="s"
            options={[
              { id: 'all', text: t('modes.all') },
              { id: 'any', text: t('modes.any') },
            ]}
            value={joined}
            onChange={mode.choose}
            isDisabled={isDisabled}
          />
          {dissolve && !isDisabled && (
            <IconButton size="s" icon={Ungroup} label={t('dissolve')} onPress={dissolve} />
          )}
        </div>
      )}
      <FieldAnchor path={[...path, 'rows']} className="flex flex-col gap-2">
        {rows.map((row, index) => {
          const at: ParamPath = [...path, 'rows', index];
          const remove = () => setRows(replaced(index));
          return isGroup(row) ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place, it has no other name
            <FieldAnchor key={index} path={at}>
              <GroupEditor
                path={at}
                scope={scope}
                depth={depth + 1}
                dissolve={() => setRows(replaced(index, ...readGroup(row).rows))}
              />
            </FieldAnchor>
          ) : (
            <RowEditor
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place, it has no other name
              key={index}
              path={at}
              scope={scope}
              depth={depth}
              actions={{
                remove,
                duplicate: () => setRows(replaced(index, row, row)),
                wrap: canNest
                  ? () =>
                      setRows(
                        replaced(index, { mode: joined === 'all' ? 'any' : 'all', rows: [row, blankRow] }),
                      )
                  : null,
              }}
            />
          );
        })}
        {rowsParam.error && <p className="text-danger-ink text-sm">{rowsParam.error}</p>}
      </FieldAnchor>
      {!isDisabled && rows.length < rowsPerGroup && (
        <div className="flex flex-wrap gap-1">
          <Button size="s" icon={Plus} onPress={addRow}>
            {t('addRow')}
          </Button>
          {canNest && depth + depthOf(value) < conditionDepth && rows.length > 0 && (
            <Button
              size="s"
              variant="quiet"
              icon={ListTree}
              onPress={() => setRows([...rows, blankGroup(joined === 'all' ? 'any' : 'all')])}
            >
              {t('addGroup')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
