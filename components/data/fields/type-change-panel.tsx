'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useErrorText } from '@/components/data-client/use-error-text';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { ComboBox } from '@/components/ui/combo-box';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { toast } from '@/components/ui/toast';
import { useFormat } from '@/components/ui/use-format';
import { useWorkspace } from '@/components/ui/workspace-context';
import { useZoneOptions } from '@/components/ui/zone-options';
import { type Field, type FieldType, type TypeChange, zoneInChange } from '@/lib/contracts/catalogue';
import { useChangeType } from '../catalogue-mutations';
import { useTypeOptions } from '../use-type-options';

/** Another type for a field: first what would fit, then the change. Refused while a rule reads the field. */
export function TypeChangePanel({ field }: { field: Field }) {
  const t = useTranslations('data.fields.typeChange');
  const types = useTranslations('data.types');
  const format = useFormat();
  const errorText = useErrorText();
  const typeOptions = useTypeOptions();
  const zones = useZoneOptions();
  const { timeZone: ours, currency } = useWorkspace();
  const [type, setType] = useState<FieldType>(field.type);
  const [timeZone, setTimeZone] = useState(ours);
  const [dropUnfit, setDropUnfit] = useState(false);
  const change = useChangeType(field.path);
  const asksZone = zoneInChange(field.type, type);
  const answer = change.data?.to === type && !change.data.applied ? change.data : null;
  const checked = answer && (asksZone === null || answer.timeZone === timeZone) ? answer : null;

  function send(apply: boolean) {
    const unit = type === 'money' ? (field.unit ?? currency) : null;
    const body: TypeChange = { type, unit, timeZone, apply, dropUnfit: apply && dropUnfit };
    change.mutate(body, {
      onSuccess: ({ applied }) => applied && toast({ tone: 'ok', text: t('done', { type: types(type) }) }),
    });
  }

  return (
    <section>
      <h3 className="mb-2 font-semibold">{t('title')}</h3>
      <div className="flex flex-col gap-3">
        <p className="text-ink-soft">{t('about')}</p>
        <div className="flex items-end gap-2">
          <Select label={t('type')} className="w-36" options={typeOptions} value={type} onChange={setType} />
          <Button isDisabled={type === field.type} isPending={change.isPending} onPress={() => send(false)}>
            {t('check')}
          </Button>
        </div>
        {asksZone && (
          <ComboBox
            label={t('zone')}
            help={t(`zoneHelp.${asksZone}`)}
            className="w-64"
            options={zones}
            value={timeZone}
            onChange={(zone) => zone && setTimeZone(zone)}
          />
        )}
        {change.error && (
          <Notice tone="danger" live>
            {errorText(change.error)}
          </Notice>
        )}
        {checked && (
          <>
            <Notice tone={checked.unfit > 0 ? 'warn' : 'ok'} live>
              {t('result', { fits: format.number(checked.fits), unfit: format.number(checked.unfit) })}
              {checked.timeZone && ` ${t('zoneUsed', { zone: checked.timeZone })}`}
              {checked.samples.length > 0 && (
                <span className="block">{t('samples', { list: checked.samples.join(' · ') })}</span>
              )}
            </Notice>
            {checked.unfit > 0 && (
              <Checkbox isSelected={dropUnfit} onChange={setDropUnfit}>
                {t('drop', { count: checked.unfit })}
              </Checkbox>
            )}
            <div>
              <Button
                variant={checked.unfit > 0 ? 'danger' : 'primary'}
                isDisabled={checked.unfit > 0 && !dropUnfit}
                isPending={change.isPending}
                onPress={() => send(true)}
              >
                {t('apply', { type: types(type) })}
              </Button>
            </div>
          </>
        )}
      </div>
    </section>
  );
}
