import { LineChart, SankeyChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { type EChartsType, init as initChart, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([LineChart, SankeyChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

/** A chart in an element, with only the parts that our charts use. */
export function init(element: HTMLElement): EChartsType {
  return initChart(element, undefined, { renderer: 'svg' });
}
