'use client';

import type { EChartsCoreOption } from 'echarts/core';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef } from 'react';
import { usePreferences } from '@/components/frame/preferences-context';
import { useFormat } from '@/components/ui/use-format';
import { useText } from '@/components/ui/use-text';
import { chartColors } from './chart-colors';
import { type SizePoint, sizeSeries } from './size-series';

/** How the size went from run to run. The same figures are in SizeTable. */
export function SizeChart({ points }: { points: readonly SizePoint[] }) {
  const t = useTranslations('definitions.runs');
  const text = useText();
  const format = useFormat();
  const { theme } = usePreferences();
  const box = useRef<HTMLDivElement>(null);
  const series = useMemo(
    () =>
      sizeSeries(points).map(({ value, label, sizes }) => ({
        id: value,
        name: label ? text(label) : t('whole'),
        sizes,
      })),
    [points, text, t],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme decides which colours the tokens stand for
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    let isGone = false;
    let stop = () => {};
    // The chart library is big: it comes with the first chart.
    import('./echarts').then(({ init }) => {
      if (isGone) return;
      const chart = init(element);
      const draw = () => chart.setOption(optionOf(), true);
      const optionOf = (): EChartsCoreOption => {
        const { ink, faint, line, surface, layers } = chartColors(element);
        return {
          animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
          color: layers,
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
          series: series.map(({ id, name, sizes }) => ({
            type: 'line',
            name,
            data: sizes,
            showSymbol: points.length < 40,
            lineStyle: { width: id === '' ? 3 : 2 },
          })),
        };
      };
      draw();
      const scheme = matchMedia('(prefers-color-scheme: dark)');
      const resize = new ResizeObserver(() => chart.resize());
      resize.observe(element);
      scheme.addEventListener('change', draw);
      stop = () => {
        resize.disconnect();
        scheme.removeEventListener('change', draw);
        chart.dispose();
      };
    });
    return () => {
      isGone = true;
      stop();
    };
  }, [series, points, format, theme]);

  return (
    <div ref={box} role="img" aria-label={t('chart', { count: points.length })} className="h-56 w-full" />
  );
}
