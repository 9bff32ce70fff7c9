'use client';

import { Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Select } from '@/components/ui/select';
import { useText } from '@/components/ui/use-text';
import { aggregateFunctions, type EventOperand, needsProperty } from '@/rules-engine/index';
import type { ParamPath } from '../document/command';
import { FieldAnchor, type HowChanged, useParam } from '../inspector/node-form';
import { useEditor } from '../state/editor-context';
import { NestedGroup } from './group-slot';
import { blankGroup, propertiesFor, withFunction } from './new-rows';
import { WindowField } from './window-field';

interface Props {
  operand: EventOperand;
  path: ParamPath;
  onChange: (operand: EventOperand, how: HowChanged) => void;
  depth: number;
}

/** What is counted of an event: how often or how much, in which window, and which of the events. */
export function EventFields({ operand, path, onChange, depth }: Props) {
  const t = useTranslations('editor.conditions');
  const text = useText();
  const { catalogue, isEditable } = useEditor();
  const property = useParam([...path, 'property']);
  const where = useParam([...path, 'where']);
  const properties = propertiesFor(operand.fn, operand.eventType, catalogue);
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-2">
        <Select
          aria-label={t('function')}
          className="min-w-28 flex-1"
          options={aggregateFunctions.map((id) => ({ id, text: t(`functions.${id}`) }))}
          value={operand.fn}
          onChange={(fn) => onChange(withFunction(operand, fn, catalogue), 'choose')}
          isDisabled={!isEditable}
        />
        {needsProperty[operand.fn] && (
          <FieldAnchor path={[...path, 'property']} className="min-w-28 flex-1">
            <Select
              aria-label={t('property')}
              placeholder={t('property')}
              options={properties.map((candidate) => ({ id: candidate.path, text: text(candidate.label) }))}
              value={operand.property ?? null}
              onChange={(next) => onChange({ ...operand, property: next }, 'choose')}
              error={property.error}
              isDisabled={!isEditable}
            />
          </FieldAnchor>
        )}
      </div>
      <FieldAnchor path={[...path, 'window']}>
        <WindowField
          window={operand.window}
          path={[...path, 'window']}
          onChange={(window, how) => onChange({ ...operand, window }, how)}
        />
      </FieldAnchor>
      {operand.where === undefined ? (
        isEditable && (
          <Button
            size="s"
            variant="quiet"
            icon={Plus}
            className="self-start"
            onPress={() => where.choose(blankGroup('all'))}
          >
            {t('addWhere')}
          </Button>
        )
      ) : (
        <div className="rounded-md border border-line p-2">
          <div className="mb-1 flex items-center justify-between gap-2">
            <span className="text-ink-faint text-sm">{t('where')}</span>
            {isEditable && (
              <IconButton
                size="s"
                icon={X}
                label={t('removeWhere')}
                onPress={() => where.choose(undefined)}
              />
            )}
          </div>
          <NestedGroup
            path={[...path, 'where']}
            scope={{ on: 'event', eventType: operand.eventType }}
            depth={depth + 1}
          />
        </div>
      )}
    </div>
  );
}
