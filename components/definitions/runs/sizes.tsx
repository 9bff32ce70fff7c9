'use client';

import { ChartLine, Table } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { SizeChart } from './size-chart';
import type { SizePoint } from './size-series';
import { SizeTable } from './size-table';

interface Props {
  points: readonly SizePoint[];
  layers?: ReadonlyMap<string, number>;
}

/** How the size went, as a chart or as a table. */
export function Sizes({ points, layers }: Props) {
  const t = useTranslations('definitions.runs');
  const [shows, setShows] = useState<'chart' | 'table'>('chart');
  return (
    <section aria-label={t('sizes')} className="min-w-0">
      <header className="mb-1 flex items-center justify-between gap-2">
        <h3 className="font-medium">{t('sizes')}</h3>
        <Button
          size="s"
          variant="quiet"
          icon={shows === 'chart' ? Table : ChartLine}
          onPress={() => setShows(shows === 'chart' ? 'table' : 'chart')}
        >
          {t(shows === 'chart' ? 'asTable' : 'asChart')}
        </Button>
      </header>
      {shows === 'chart' ? <SizeChart points={points} layers={layers} /> : <SizeTable points={points} />}
    </section>
  );
}
