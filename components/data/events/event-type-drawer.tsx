'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useErrorText } from '@/components/data-client/use-error-text';
import { Button } from '@/components/ui/button';
import { Drawer } from '@/components/ui/dialog';
import { filledText } from '@/components/ui/filled-text';
import { LocalTextFields } from '@/components/ui/local-text-fields';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast';
import { useText } from '@/components/ui/use-text';
import { useWorkspace } from '@/components/ui/workspace-context';
import type { EventProperty, EventType } from '@/lib/contracts/catalogue';
import { can } from '@/lib/contracts/people';
import { useEditEventType } from '../catalogue-mutations';
import { UsageList } from '../usage-list';

interface Props {
  eventType: EventType;
  onClose: () => void;
}

/** One kind of event: its names, those of its properties, and what reads it. */
export function EventTypeDrawer({ eventType, onClose }: Props) {
  const t = useTranslations('data.events');
  const c = useTranslations('common');
  const text = useText();
  const errorText = useErrorText();
  const { me } = useWorkspace();
  const mayEdit = can(me.role, 'edit');
  const [label, setLabel] = useState(eventType.label);
  const [props, setProps] = useState(eventType.props);
  const edit = useEditEventType(eventType.type);
  const filled = filledText(label);
  const isComplete = filled.zh !== '' && props.every((prop) => filledText(prop.label).zh !== '');

  function save() {
    edit.mutate(
      { label: filled, props: props.map((prop) => ({ ...prop, label: filledText(prop.label) })) },
      { onSuccess: () => toast({ tone: 'ok', text: t('saved', { name: text(filled) }) }) },
    );
  }

  return (
    <Drawer
      isOpen
      onClose={onClose}
      title={text(eventType.label)}
      footer={
        mayEdit && (
          <>
            <Button onPress={onClose}>{c('close')}</Button>
            <Button variant="primary" isPending={edit.isPending} isDisabled={!isComplete} onPress={save}>
              {c('save')}
            </Button>
          </>
        )
      }
    >
      <div className="flex flex-col gap-5">
        <p className="font-mono text-ink-faint text-sm">{eventType.type}</p>
        {edit.error && (
          <Notice tone="danger" live>
            {errorText(edit.error)}
          </Notice>
        )}
        <LocalTextFields label={t('label')} value={label} onChange={setLabel} isDisabled={!mayEdit} />
        <section>
          <h3 className="mb-2 font-semibold">{t('props')}</h3>
          {props.length === 0 && <p className="text-ink-faint">{t('noProps')}</p>}
          <div className="flex flex-col gap-4">
            {props.map((prop) => (
              <PropertyFields
                key={prop.path}
                property={prop}
                isDisabled={!mayEdit}
                onChange={(changed) =>
                  setProps(props.map((other) => (other.path === changed.path ? changed : other)))
                }
              />
            ))}
          </div>
        </section>
        <section>
          <h3 className="mb-2 font-semibold">{t('usedBy')}</h3>
          <UsageList of={{ eventType: eventType.type }} />
        </section>
      </div>
    </Drawer>
  );
}

interface PropertyProps {
  property: EventProperty;
  isDisabled: boolean;
  onChange: (property: EventProperty) => void;
}

function PropertyFields({ property, isDisabled, onChange }: PropertyProps) {
  const t = useTranslations('data.events');
  const types = useTranslations('data.types');
  const hasUnit = property.type === 'number' || property.type === 'money';
  return (
    <div className="flex flex-col gap-2 border-line border-t pt-3 first:border-0 first:pt-0">
      <LocalTextFields
        label={`${property.path.slice('props.'.length)} · ${types(property.type)}`}
        value={property.label}
        onChange={(label) => onChange({ ...property, label })}
        isDisabled={isDisabled}
      />
      {hasUnit && (
        <TextField
          label={t(property.type === 'money' ? 'currency' : 'unit')}
          className="w-40"
          maxLength={16}
          isDisabled={isDisabled}
          value={property.unit ?? ''}
          onChange={(unit) => onChange({ ...property, unit: unit.trim() || null })}
        />
      )}
    </div>
  );
}
