'use client';

import { useTranslations } from 'next-intl';
import { PropertyConditions } from '@/components/data/metrics/property-conditions';
import { WindowFields } from '@/components/data/metrics/window-fields';
import { propertiesFor } from '@/components/editor/conditions/new-rows';
import { ComboBox } from '@/components/ui/combo-box';
import { DatePicker } from '@/components/ui/date-picker';
import { Select } from '@/components/ui/select';
import { useText } from '@/components/ui/use-text';
import type { EngineCatalogue } from '@/lib/contracts/definitions';
import type { Diagnostic, RfmChoices } from '@/rules-engine/index';

interface Props {
  choices: RfmChoices;
  onChange: (change: Partial<RfmChoices>) => void;
  catalogue: EngineCatalogue;
  problems: readonly Diagnostic[];
}

/** Which events R, F and M are of: their type, the amount, when they were, and with which properties. */
export function RfmEvents({ choices, onChange, catalogue, problems }: Props) {
  const t = useTranslations('layers.rfm');
  const text = useText();
  const { events, asOf } = choices;
  const { eventType, property, window, where } = events;
  const set = (change: Partial<RfmChoices['events']>) => onChange({ events: { ...events, ...change } });
  const amounts = propertiesFor('sum', eventType, catalogue);
  const types = Object.values(catalogue.eventTypes)
    .filter(({ type }) => propertiesFor('sum', type, catalogue).length > 0)
    .map(({ type, label }) => ({
      id: type,
      text: text(label),
      search: `${type} ${label.zh} ${label.en}`,
    }));
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-1 xl:grid-cols-2">
        <ComboBox
          label={t('eventType')}
          options={types}
          value={eventType}
          onChange={(type) => {
            const [amount] = type && type !== eventType ? propertiesFor('sum', type, catalogue) : [];
            if (type && amount) set({ eventType: type, property: amount.path, where: undefined });
          }}
        />
        <Select
          label={t('amount')}
          options={amounts.map(({ path, label }) => ({ id: path, text: text(label) }))}
          value={property}
          onChange={(path) => set({ property: path })}
        />
      </div>
      <WindowFields window={window} onChange={(next) => set({ window: next })} isDisabled={false} />
      <PropertyConditions
        where={where}
        eventType={eventType}
        catalogue={catalogue}
        problems={problems}
        onChange={(next) => set({ where: next })}
        isDisabled={false}
      />
      <DatePicker
        label={t('asOf')}
        help={t('asOfHelp')}
        className="max-w-56"
        value={asOf}
        onChange={(day) => onChange({ asOf: day })}
        clearable
      />
    </>
  );
}
