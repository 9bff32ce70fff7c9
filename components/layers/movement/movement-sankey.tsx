'use client';

import type { ECElementEvent, EChartsCoreOption } from 'echarts/core';
import { useTranslations } from 'next-intl';
import { useCallback, useMemo } from 'react';
import type { ChartColors } from '@/components/definitions/runs/chart-colors';
import { useChart } from '@/components/definitions/runs/use-chart';
import { useFormat } from '@/components/ui/use-format';
import type { Flow, MovedValue } from '@/lib/contracts/movement';
import type { Cell } from './flows';
import { sankeyOf } from './sankey-data';
import { useEndName } from './use-end-name';

interface Props {
  values: readonly MovedValue[];
  flows: readonly Flow[];
  onCell: (cell: Cell) => void;
}

/** The flows as bands between before and after. The matrix has the same numbers for who can't see or point at it. */
export function MovementSankey({ values, flows, onCell }: Props) {
  const t = useTranslations('layers.movement');
  const format = useFormat();
  const name = useEndName(values);
  const { nodes, links } = useMemo(() => sankeyOf(values, flows), [values, flows]);

  const optionOf = useCallback(
    ({ ink, faint, line, surface, layers }: ChartColors, width: number): EChartsCoreOption => {
      const isNarrow = width < 640;
      const room = isNarrow ? 96 : 220;
      const colorOf = (end: string | null) => {
        const color = values.find(({ value }) => value === end)?.color;
        return (typeof color === 'number' ? layers[color % layers.length] : undefined) ?? faint;
      };
      return {
        tooltip: {
          trigger: 'item',
          backgroundColor: surface,
          borderColor: line,
          textStyle: { color: ink },
          confine: true,
          // An element, since names are what somebody typed.
          formatter: ({ dataType, dataIndex }: { dataType?: string; dataIndex: number }) => {
            const [node, link] = [nodes[dataIndex], links[dataIndex]];
            const box = document.createElement('span');
            if (dataType === 'edge' && link) box.textContent = `${name.cell(link)}  ${format.number(link.n)}`;
            else if (node) box.textContent = `${name.end(node.side, node.end)}  ${format.number(node.n)}`;
            return box;
          },
        },
        series: {
          type: 'sankey',
          left: room,
          right: room,
          top: 8,
          bottom: 8,
          nodeWidth: 12,
          // Room for the words of two thin ones, one under the other.
          nodeGap: isNarrow ? 26 : 14,
          // The order of the layers, not the one with the fewest crossings.
          layoutIterations: 0,
          draggable: false,
          emphasis: { focus: 'adjacency' },
          lineStyle: { color: 'source', opacity: 0.35, curveness: 0.5 },
          data: nodes.map(({ id, side, end, n }) => ({
            name: id,
            depth: side === 'from' ? 0 : 1,
            itemStyle: { color: colorOf(end), borderWidth: 0 },
            label: {
              position: side === 'from' ? 'left' : 'right',
              color: ink,
              width: room - 12,
              overflow: 'truncate',
              formatter: [name.end(side, end), format.number(n)].join(isNarrow ? '\n' : '  '),
            },
          })),
          links: links.map(({ source, target, n }) => ({ source, target, value: n })),
        },
      };
    },
    [values, nodes, links, name, format],
  );
  const onClick = ({ dataType, dataIndex }: ECElementEvent) => {
    const [node, link] = [nodes[dataIndex], links[dataIndex]];
    if (dataType === 'edge' && link) onCell({ from: link.from, to: link.to });
    else if (dataType === 'node' && node) onCell({ [node.side]: node.end });
  };
  const box = useChart({ optionOf, onClick });
  const rows = Math.max(
    ...(['from', 'to'] as const).map((end) => nodes.filter(({ side }) => side === end).length),
  );
  return (
    <div
      ref={box}
      role="img"
      aria-label={t('sankey', { count: links.length })}
      className="w-full"
      style={{ height: Math.max(240, rows * 52) }}
    />
  );
}
