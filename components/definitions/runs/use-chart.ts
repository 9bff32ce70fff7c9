'use client';

import type { ECElementEvent, EChartsCoreOption } from 'echarts/core';
import { type RefObject, useEffect, useRef } from 'react';
import { usePreferences } from '@/components/frame/preferences-context';
import { type ChartColors, chartColors } from './chart-colors';

interface Drawing {
  /** What to draw in the colours of now; the same function as long as it draws the same. */
  optionOf: (colors: ChartColors, width: number) => EChartsCoreOption;
  onClick?: (event: ECElementEvent) => void;
}

/** A chart in an element, drawn anew when what it shows, the theme or its room changes. */
export function useChart({ optionOf, onClick }: Drawing): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  const click = useRef(onClick);
  click.current = onClick;
  const { theme } = usePreferences();
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
      const draw = () =>
        chart.setOption(
          {
            animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
            ...optionOf(chartColors(element), element.clientWidth),
          },
          true,
        );
      draw();
      chart.on('click', (event) => click.current?.(event));
      const scheme = matchMedia('(prefers-color-scheme: dark)');
      let width = element.clientWidth;
      const resize = new ResizeObserver(() => {
        chart.resize();
        if (element.clientWidth !== width) draw();
        width = element.clientWidth;
      });
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
  }, [optionOf, theme]);
  return box;
}
