import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Line, splitLines } from './lines';

async function split(text: string, size: number, limit = 1_000): Promise<Line[]> {
  const bytes = new TextEncoder().encode(text);
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
  }
  const lines: Line[] = [];
  for await (const chunk of splitLines(pieces(), 'utf-8', limit)) lines.push(...chunk);
  return lines;
}

test('CR, LF and CRLF, mixed, in pieces of any size: the same lines, and together the same text', async () => {
  const soup = fc.string({ unit: fc.constantFrom('a', '王', '\r', '\n', '\r\n', '"'), maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(soup, fc.integer({ min: 1, max: 9 }), async (text, size) => {
      const lines = await split(text, size);
      expect(lines.map((line) => (line.text ?? '') + line.end).join('')).toBe(text);
      const expected = text.split(/\r\n|\r|\n/);
      if (expected.at(-1) === '') expected.pop();
      expect(lines.map((line) => line.text)).toEqual(expected);
      expect(lines.map(({ line }) => line)).toEqual(expected.map((_, index) => index + 1));
    }),
    { numRuns: 300 },
  );
});

test('a line beyond the limit isn’t kept, and those around it are', async () => {
  for (const size of [1, 7, 100]) {
    const lines = await split(`1234567890\r\n12345678901\r1\n${'x'.repeat(50)}`, size, 10);
    expect(lines.map(({ text }) => text)).toEqual(['1234567890', null, '1', null]);
  }
});
