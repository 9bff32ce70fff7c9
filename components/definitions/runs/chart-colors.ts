/** The tokens as the chart library wants them: the colours they stand for where the chart is, in the theme of now. */
export interface ChartColors {
  ink: string;
  faint: string;
  line: string;
  surface: string;
  layers: string[];
}

const layers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

export function chartColors(element: HTMLElement): ChartColors {
  const probe = document.createElement('span');
  // A colour on its way to another is neither: with less motion every change is such a way, if a short one.
  probe.style.setProperty('transition', 'none', 'important');
  element.append(probe);
  const color = (token: string) => {
    probe.style.color = `var(--color-${token})`;
    return getComputedStyle(probe).color;
  };
  const found = {
    ink: color('ink'),
    faint: color('ink-faint'),
    line: color('line'),
    surface: color('raised'),
    layers: layers.map((n) => color(`layer-${n}`)),
  };
  probe.remove();
  return found;
}
