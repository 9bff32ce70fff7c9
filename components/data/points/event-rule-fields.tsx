'use client';

import { useTranslations } from 'next-intl';
import { propertiesFor } from '@/components/editor/conditions/new-rows';
import { ComboBox } from '@/components/ui/combo-box';
import { DatePicker } from '@/components/ui/date-picker';
import { NumberField } from '@/components/ui/number-field';
import { RadioGroup } from '@/components/ui/radio-group';
import { useText } from '@/components/ui/use-text';
import type { EngineCatalogue } from '@/lib/contracts/definitions';
import type { Diagnostic } from '@/rules-engine/index';
import { PropertyConditions } from '../metrics/property-conditions';
import type { RuleDraft } from './rule-draft';
import { WorthFields } from './worth-fields';

export interface RuleFieldsProps {
  draft: RuleDraft;
  change: (part: Partial<RuleDraft>) => void;
  catalogue: EngineCatalogue;
  /** Somebody tried to save it: what is missing is said. */
  isChecked: boolean;
  isDisabled: boolean;
}

/** Which events, what each is worth, from when on, and the most of a day. */
export function EventRuleFields(props: RuleFieldsProps & { problems: readonly Diagnostic[] }) {
  const { draft, change, catalogue, problems, isChecked, isDisabled } = props;
  const t = useTranslations('points.form');
  const text = useText();
  const types = Object.values(catalogue.eventTypes).map(({ type, label }) => ({
    id: type,
    text: text(label),
    search: `${type} ${label.zh} ${label.en}`,
  }));
  return (
    <>
      <ComboBox
        label={t('eventType')}
        options={types}
        value={draft.eventType || null}
        onChange={(eventType) => {
          if (!eventType || eventType === draft.eventType) return;
          const [first] = propertiesFor('sum', eventType, catalogue);
          const worth = first ? {} : { worth: 'fixed' as const };
          change({ eventType, where: undefined, property: first?.path ?? null, ...worth });
        }}
        isDisabled={isDisabled}
      />
      <PropertyConditions
        where={draft.where}
        eventType={draft.eventType}
        catalogue={catalogue}
        problems={problems}
        onChange={(where) => change({ where })}
        isDisabled={isDisabled}
      />
      <RadioGroup
        label={t('worth')}
        orientation="horizontal"
        options={[
          { id: 'per', text: t('per') },
          { id: 'fixed', text: t('fixed') },
        ]}
        value={draft.worth}
        onChange={(worth) => change({ worth })}
        isDisabled={isDisabled}
      />
      <WorthFields {...{ draft, change, catalogue, isChecked, isDisabled }} />
      <div className="grid gap-3 sm:grid-cols-2">
        <NumberField
          label={t('mostPerDay')}
          help={t('mostPerDayHelp')}
          minValue={1}
          step={1}
          value={draft.mostPerDay}
          onChange={(mostPerDay) => change({ mostPerDay })}
          isDisabled={isDisabled}
        />
        <DatePicker
          label={t('from')}
          help={t('fromHelp')}
          value={draft.from}
          onChange={(from) => change({ from })}
          clearable
          isDisabled={isDisabled}
        />
      </div>
    </>
  );
}
