'use client';

import { useTranslations } from 'next-intl';
import { RadioGroup } from '@/components/ui/radio-group';
import { layerColors } from '@/rules-engine/index';
import { ColorSwatch } from './color-swatch';

interface Props {
  label: string;
  value: number | null;
  onChange: (color: number) => void;
  error?: string;
  isDisabled?: boolean;
}

const indices = Array.from({ length: layerColors }, (_, index) => String(index));

/** One of the colours of layers, each with its number: colour alone says nothing. */
export function ColorChoice({ value, onChange, ...props }: Props) {
  const t = useTranslations('layers');
  return (
    <RadioGroup
      {...props}
      orientation="horizontal"
      options={indices.map((id) => ({
        id,
        text: (
          <span className="inline-flex items-center gap-1">
            <ColorSwatch color={Number(id)} />
            <span className="sr-only">{t('color', { n: Number(id) + 1 })}</span>
          </span>
        ),
      }))}
      value={String(value ?? '')}
      onChange={(id) => onChange(Number(id))}
    />
  );
}
