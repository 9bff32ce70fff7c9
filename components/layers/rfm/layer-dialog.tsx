'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormDialog } from '@/components/data-client/form-dialog';
import { Button } from '@/components/ui/button';
import { filledText } from '@/components/ui/filled-text';
import { LocalTextFields } from '@/components/ui/local-text-fields';
import { TextField } from '@/components/ui/text-field';
import { useText } from '@/components/ui/use-text';
import { textKey } from '@/lib/i18n/locales';
import { faceOf, type RfmChoices } from '@/rules-engine/index';
import { ColorChoice } from '../color-choice';

interface Props {
  value: string;
  choices: RfmChoices;
  onChange: (change: Partial<RfmChoices>) => void;
  onClose: () => void;
}

/** What a layer is called in both languages, its colour, and what operators do with its members. */
export function LayerDialog({ value, choices, onChange, onClose }: Props) {
  const t = useTranslations('layers.rfm');
  const c = useTranslations('common');
  const text = useText();
  const locale = textKey(useLocale());
  const [face, setFace] = useState(() => faceOf(value, choices, locale));
  const label = filledText(face.label);
  const { [value]: own, ...others } = choices.faces;
  return (
    <FormDialog
      title={t('edit', { name: text(faceOf(value, choices, locale).label) || value })}
      verb={t('done')}
      onClose={onClose}
      back={
        <>
          {own && (
            <Button
              onPress={() => {
                onChange({ faces: others });
                onClose();
              }}
            >
              {t('asBefore')}
            </Button>
          )}
          <Button onPress={onClose}>{c('cancel')}</Button>
        </>
      }
      isPending={false}
      isDisabled={label.zh === ''}
      error={null}
      onSubmit={() => {
        onChange({ faces: { ...choices.faces, [value]: { ...face, label } } });
        onClose();
      }}
    >
      <LocalTextFields
        label={t('layerName')}
        value={face.label}
        onChange={(next) => setFace({ ...face, label: next })}
        maxLength={60}
        error={label.zh === '' && t('nameMissing')}
        autoFocus
      />
      <ColorChoice label={t('color')} value={face.color} onChange={(color) => setFace({ ...face, color })} />
      <TextField
        label={t('strategy')}
        help={t('strategyHelp')}
        rows={3}
        maxLength={2_000}
        value={face.strategy}
        onChange={(strategy) => setFace({ ...face, strategy })}
      />
    </FormDialog>
  );
}
