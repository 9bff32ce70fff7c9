/** Under which keys the pages of Data read; their server parts read the same first. */
export const dataKeys = {
  imports: ['imports', 'list'],
  metrics: ['metrics', 'list'],
  points: ['points', 'overview'],
  catalogue: (fill: boolean, search: string) => ['catalogue', { fill, search }],
};
