'use client';

import { Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useErrorText } from '@/components/data-client/use-error-text';
import { Button } from '@/components/ui/button';
import { Drawer } from '@/components/ui/dialog';
import { filledText } from '@/components/ui/filled-text';
import { LocalTextFields } from '@/components/ui/local-text-fields';
import { Notice } from '@/components/ui/notice';
import { Switch } from '@/components/ui/switch';
import { TextField } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast';
import { useText } from '@/components/ui/use-text';
import { useWorkspace } from '@/components/ui/workspace-context';
import type { Field } from '@/lib/contracts/catalogue';
import { can } from '@/lib/contracts/people';
import { useDeleteField, useEditField } from '../catalogue-mutations';
import { UsageList } from '../usage-list';
import { FieldValuesPanel } from './field-values-panel';
import { OptionsEditor } from './options-editor';
import { TypeChangePanel } from './type-change-panel';

interface Props {
  field: Field;
  onClose: () => void;
}

/** One field: its names, unit, options and whether it is personal; its values; who reads it; another type. */
export function FieldDrawer({ field, onClose }: Props) {
  const t = useTranslations('data.fields');
  const c = useTranslations('common');
  const text = useText();
  const errorText = useErrorText();
  const { me } = useWorkspace();
  const isOwn = field.path.startsWith('attrs.');
  const mayEdit = can(me.role, 'edit') && isOwn;
  const [label, setLabel] = useState(field.label);
  const [unit, setUnit] = useState(field.unit ?? '');
  const [options, setOptions] = useState(field.options);
  const [personal, setPersonal] = useState(field.personal);
  const [isDeleting, setDeleting] = useState(false);
  const edit = useEditField(field.path);
  const remove = useDeleteField(field.path);
  const filled = filledText(label);
  const hasUnit = field.type === 'number' || field.type === 'money';

  function save() {
    const known = options.filter(({ value }) => value.trim() !== '');
    edit.mutate(
      {
        label: filled,
        unit: unit.trim() || null,
        options: known.map((option) => ({
          value: option.value.trim(),
          label: filledText(withValue(option)),
        })),
        personal,
      },
      { onSuccess: () => toast({ tone: 'ok', text: t('saved', { name: text(filled) }) }) },
    );
  }

  return (
    <Drawer
      isOpen
      onClose={onClose}
      title={text(field.label)}
      footer={
        mayEdit && (
          <>
            <Button variant="quiet" icon={Trash2} className="mr-auto" onPress={() => setDeleting(true)}>
              {c('delete')}
            </Button>
            <Button onPress={onClose}>{c('close')}</Button>
            <Button variant="primary" isPending={edit.isPending} isDisabled={filled.zh === ''} onPress={save}>
              {c('save')}
            </Button>
          </>
        )
      }
    >
      <div className="flex flex-col gap-5">
        <p className="font-mono text-ink-faint text-sm">{field.path}</p>
        {edit.error && (
          <Notice tone="danger" live>
            {errorText(edit.error)}
          </Notice>
        )}
        {isDeleting && (
          <Notice
            tone="danger"
            live
            action={
              <>
                <Button size="s" onPress={() => setDeleting(false)}>
                  {c('cancel')}
                </Button>
                <Button
                  size="s"
                  variant="danger"
                  isPending={remove.isPending}
                  onPress={() => remove.mutate(undefined, { onSuccess: onClose })}
                >
                  {c('delete')}
                </Button>
              </>
            }
          >
            {t('deleteText', { name: text(field.label) })}
          </Notice>
        )}
        {field.origin === 'metric' && <Notice tone="info">{t('fromMetric')}</Notice>}
        {field.origin === 'built-in' && <Notice tone="info">{t('builtIn')}</Notice>}
        {mayEdit && (
          <>
            <LocalTextFields
              label={t('label')}
              value={label}
              onChange={setLabel}
              error={filled.zh === '' && t('labelMissing')}
            />
            {hasUnit && (
              <TextField
                label={t(field.type === 'money' ? 'currency' : 'unit')}
                help={t(field.type === 'money' ? 'currencyHelp' : 'unitHelp')}
                className="w-40"
                value={unit}
                onChange={setUnit}
                maxLength={16}
              />
            )}
            {(field.type === 'option' || field.type === 'list') && (
              <OptionsEditor options={options} onChange={setOptions} />
            )}
            <Switch isSelected={personal} onChange={setPersonal} help={t('personalHelp')}>
              {t('personalSwitch')}
            </Switch>
          </>
        )}
        <section>
          <h3 className="mb-2 font-semibold">{t('values')}</h3>
          <FieldValuesPanel field={field} />
        </section>
        <section>
          <h3 className="mb-2 font-semibold">{t('usedBy')}</h3>
          <UsageList of={{ field: field.path }} />
        </section>
        {mayEdit && <TypeChangePanel field={field} />}
      </div>
    </Drawer>
  );
}

/** An option without a name is called by its value. */
function withValue({ value, label }: Field['options'][number]) {
  return { zh: label.zh.trim() || label.en.trim() || value, en: label.en.trim() || label.zh.trim() || value };
}
