'use client';

import { Grid3x3 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { LinkButton } from '@/components/ui/button';
import { rfmPath } from '../kind-place';

/** To the wizard, beside the button that makes a layering by hand. */
export function RfmLink() {
  const t = useTranslations('layers.rfm');
  return (
    <LinkButton icon={Grid3x3} href={rfmPath}>
      {t('open')}
    </LinkButton>
  );
}
