'use client';

import { useTranslations } from 'next-intl';
import { propertiesFor, withFunction } from '@/components/editor/conditions/new-rows';
import { ComboBox } from '@/components/ui/combo-box';
import { Select } from '@/components/ui/select';
import { useText } from '@/components/ui/use-text';
import type { EngineCatalogue } from '@/lib/contracts/definitions';
import { aggregateFunctions, type Diagnostic, type EventOperand, needsProperty } from '@/rules-engine/index';
import { PropertyConditions } from './property-conditions';
import { WindowFields } from './window-fields';

interface Props {
  operand: EventOperand;
  onChange: (operand: EventOperand) => void;
  catalogue: EngineCatalogue;
  problems: readonly Diagnostic[];
  isDisabled: boolean;
}

/** Which events, what is computed of them, in which window, and with which properties. */
export function OperandFields({ operand, onChange, catalogue, problems, isDisabled }: Props) {
  const t = useTranslations('metrics');
  const f = useTranslations('metrics.functions');
  const text = useText();
  const types = Object.values(catalogue.eventTypes).map(({ type, label }) => ({
    id: type,
    text: text(label),
    search: `${type} ${label.zh} ${label.en}`,
  }));
  const properties = propertiesFor(operand.fn, operand.eventType, catalogue);
  return (
    <>
      <ComboBox
        label={t('eventType')}
        options={types}
        value={operand.eventType}
        onChange={(eventType) => {
          if (!eventType || eventType === operand.eventType) return;
          const { where: _, ...rest } = operand;
          onChange(withFunction({ ...rest, eventType }, operand.fn, catalogue));
        }}
        isDisabled={isDisabled}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <Select
          label={t('function')}
          options={aggregateFunctions.map((id) => ({ id, text: f(id) }))}
          value={operand.fn}
          onChange={(fn) => onChange(withFunction(operand, fn, catalogue))}
          isDisabled={isDisabled}
        />
        {needsProperty[operand.fn] && (
          <Select
            label={t('property')}
            options={properties.map(({ path, label }) => ({ id: path, text: text(label) }))}
            value={operand.property ?? null}
            onChange={(property) => onChange({ ...operand, property })}
            error={properties.length === 0 && t('noProperties')}
            isDisabled={isDisabled}
          />
        )}
      </div>
      <WindowFields
        window={operand.window}
        onChange={(window) => onChange({ ...operand, window })}
        isDisabled={isDisabled}
      />
      <PropertyConditions
        where={operand.where}
        eventType={operand.eventType}
        catalogue={catalogue}
        problems={problems}
        onChange={(where) => {
          const { where: _, ...rest } = operand;
          onChange(where === undefined ? rest : { ...rest, where });
        }}
        isDisabled={isDisabled}
      />
    </>
  );
}
