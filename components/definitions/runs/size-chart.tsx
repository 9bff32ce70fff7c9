'use client';

import type { EChartsCoreOption } from 'echarts/core';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { useFormat } from '@/components/ui/use-format';
import { useText } from '@/components/ui/use-text';
import type { ChartColors } from './chart-colors';
import { type SizePoint, sizeSeries } from './size-series';
import { useChart } from './use-chart';

interface Props {
  points: readonly SizePoint[];
  /** Of a layering: the colour of each layer. Its layers are stacked, since everybody is in exactly one. */
  layers?: ReadonlyMap<string, number>;
}

/** How the size went from run to run. The same figures are in SizeTable. */
export function SizeChart({ points, layers }: Props) {
  const t = useTranslations('definitions.runs');
  const text = useText();
  const format = useFormat();
  const optionOf = useCallback(
    ({ ink, faint, line, surface, layers: palette }: ChartColors): EChartsCoreOption => {
      const all = sizeSeries(points);
      const shown = layers && all.length > 1 ? all.filter(({ value }) => value !== '') : all;
      const series = shown.map(({ value, label, sizes }) => ({
        type: 'line',
        name: label ? text(label) : t('whole'),
        data: sizes,
        showSymbol: points.length < 40,
        lineStyle: { width: value === '' ? 3 : 2 },
        ...(layers && {
          stack: 'layers',
          areaStyle: { opacity: 0.35 },
          color: palette[(layers.get(value) ?? 7) % palette.length],
        }),
      }));
      return {
        color: palette,
        grid: { left: 8, right: 16, top: series.length > 1 ? 36 : 12, bottom: 8, containLabel: true },
        legend:
          series.length > 1 ? { top: 0, left: 0, textStyle: { color: ink }, type: 'scroll' } : undefined,
        tooltip: {
          trigger: 'axis',
          backgroundColor: surface,
          borderColor: line,
          textStyle: { color: ink },
          valueFormatter: (value: unknown) => (typeof value === 'number' ? format.number(value) : '–'),
        },
        xAxis: {
          type: 'category',
          boundaryGap: false,
          data: points.map(({ asOf }) => format.instant(asOf)),
          axisLabel: { color: faint, hideOverlap: true },
          axisLine: { lineStyle: { color: line } },
        },
        yAxis: {
          type: 'value',
          axisLabel: { color: faint, formatter: (value: number) => format.compact(value) },
          splitLine: { lineStyle: { color: line } },
        },
        series,
      };
    },
    [points, layers, t, text, format],
  );
  const box = useChart({ optionOf });
  return (
    <div ref={box} role="img" aria-label={t('chart', { count: points.length })} className="h-56 w-full" />
  );
}
