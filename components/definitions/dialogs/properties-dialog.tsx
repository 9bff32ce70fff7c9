'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormDialog } from '@/components/data-client/form-dialog';
import { RadioGroup } from '@/components/ui/radio-group';
import { TextField } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast';
import { useText } from '@/components/ui/use-text';
import { keySchema } from '@/lib/contracts/catalogue';
import type { DefinitionSummary } from '@/lib/contracts/definitions';
import { useDefinition, useEdit } from '../use-definitions';
import { FolderField } from './folder-field';
import { LabelFields, wholeLabel } from './label-fields';

interface Props {
  definition: DefinitionSummary;
  onClose: () => void;
}

/** Name, key, folder, and what becomes of values that aren't due any more. */
export function PropertiesDialog({ definition, onClose }: Props) {
  const t = useTranslations('definitions.fields');
  const d = useTranslations('definitions.dialogs');
  const text = useText();
  const edit = useEdit(definition.id);
  const { data: whole } = useDefinition(definition.id);
  const [label, setLabel] = useState(definition.label);
  const [key, setKey] = useState(definition.key);
  const [folder, setFolder] = useState(definition.folder);
  const [chosen, setWhenEmpty] = useState<'clear' | 'keep' | null>(null);
  const whenEmpty = chosen ?? whole?.whenEmpty ?? null;
  const isNew = definition.publishedVersion === null;
  const isKeyRight = keySchema.safeParse(key).success;
  const named = wholeLabel(label);
  return (
    <FormDialog
      title={d('properties', { name: text(definition.label) })}
      verb={d('save')}
      onClose={onClose}
      isPending={edit.isPending}
      isDisabled={!named || !isKeyRight}
      error={edit.error}
      onSubmit={() =>
        named &&
        edit.mutate(
          {
            label: named,
            folder,
            key: isNew && key !== definition.key ? key : undefined,
            whenEmpty: chosen ?? undefined,
          },
          {
            onSuccess: () => {
              toast({ tone: 'ok', text: d('saved') });
              onClose();
            },
          },
        )
      }
    >
      <LabelFields label={label} onChange={setLabel} autoFocus />
      <FolderField kind={definition.kind} folder={folder} onChange={setFolder} />
      <TextField
        label={t('key')}
        help={isNew ? t('keyHelp') : t('keyFixed')}
        value={key}
        onChange={setKey}
        error={isKeyRight ? undefined : t('keyWrong')}
        isDisabled={!isNew}
        mono
      />
      {definition.kind === 'tag' && (
        <RadioGroup
          label={t('whenEmpty')}
          options={[
            { id: 'clear', text: t('clear'), help: t('clearHelp') },
            { id: 'keep', text: t('keep'), help: t('keepHelp') },
          ]}
          value={whenEmpty}
          onChange={setWhenEmpty}
        />
      )}
      {definition.kind === 'layering' && (
        <RadioGroup
          label={t('whenNoLayer')}
          options={[
            { id: 'clear', text: t('fallback'), help: t('fallbackHelp') },
            { id: 'keep', text: t('keepLayer'), help: t('keepLayerHelp') },
          ]}
          value={whenEmpty}
          onChange={setWhenEmpty}
        />
      )}
    </FormDialog>
  );
}
