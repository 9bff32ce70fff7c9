import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../app/globals.css', import.meta.url), 'utf8');
const tokens = new Map(
  [...css.matchAll(/--color-([\w-]+):\s*light-dark\((#\w{6}),\s*(#\w{6})\)/g)].map(
    ([, name, light, dark]) => [name ?? '', { light: light ?? '', dark: dark ?? '' }],
  ),
);

/** WCAG 2: relative luminance of `#rrggbb`. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(text: string, ground: string, theme: 'light' | 'dark'): number {
  const [a, b] = [text, ground].map((name) => {
    const token = tokens.get(name);
    if (!token) throw new Error(`no token ${name}`);
    return luminance(token[theme]);
  });
  const [high, low] = (a ?? 0) > (b ?? 0) ? [a ?? 0, b ?? 0] : [b ?? 0, a ?? 0];
  return (high + 0.05) / (low + 0.05);
}

const grounds = ['ground', 'surface', 'raised', 'sunken', 'hover'];
const texts = [
  ...['ink', 'ink-soft', 'ink-faint', 'accent-ink', 'danger-ink'].flatMap((text) =>
    grounds.map((ground) => [text, ground]),
  ),
  ...['accent-ink', 'ink', 'ink-soft'].map((text) => [text, 'accent-soft']),
  ['ink-faint', 'accent-soft'],
  ['danger-ink', 'danger-soft'],
  ['warn-ink', 'warn-soft'],
  ['ok-ink', 'ok-soft'],
  ...['warn-ink', 'ok-ink'].flatMap((text) => ['surface', 'raised'].map((ground) => [text, ground])),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['on-danger', 'danger'],
  ['on-danger', 'danger-strong'],
];
const edges = grounds
  .filter((ground) => ground !== 'hover')
  .flatMap((ground) => [
    ['line-strong', ground],
    ['focus', ground],
    ['accent', ground],
  ]);

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  it.each(texts)('%s is readable on %s (4.5)', (text = '', ground = '') => {
    expect(contrast(text, ground, theme)).toBeGreaterThanOrEqual(4.5);
  });
  it.each(edges)('%s is seen on %s (3)', (edge = '', ground = '') => {
    expect(contrast(edge, ground, theme)).toBeGreaterThanOrEqual(3);
  });
});
