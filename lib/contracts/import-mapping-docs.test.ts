import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { dateTokens } from './date-pattern';
import {
  encodings,
  eventsMappingSchema,
  fileFormats,
  fileSpecSchema,
  importMappingSchema,
  membersMappingSchema,
  namedDateFormats,
  valueSpecSchema,
} from './import-mapping';
import { numberFormats } from './number-format';

const readme = readFileSync(fileURLToPath(new URL('../../README.md', import.meta.url)), 'utf8');
const section = readme.split(/^## /m).find((text) => text.startsWith('The mapping file\n')) ?? '';

/** The keys of a schema but for the version. */
const keysOf = (shape: object) => Object.keys(shape).filter((key) => key !== 'version');

describe('the README’s section on the mapping file', () => {
  test('shows a mapping that is one', () => {
    const [, json = ''] = section.match(/```json\n([\s\S]*?)```/) ?? [];
    expect(importMappingSchema.safeParse(JSON.parse(json)).error).toBeUndefined();
  });

  test.each([
    ...keysOf(membersMappingSchema.shape),
    ...keysOf(eventsMappingSchema.shape),
    ...keysOf(fileSpecSchema.shape),
    ...fileFormats,
    ...encodings,
    ...namedDateFormats,
    ...dateTokens,
    ...numberFormats,
  ])('names %s', (name) => expect(section).toContain(`\`${name}\``));

  test.each(valueSpecSchema.options.map(({ shape }) => [shape.type.value, shape] as const))(
    'says how a value of type %s is read',
    (type, shape) => {
      const row = section.split('\n').find((line) => line.startsWith(`| \`${type}\` |`));
      for (const key of keysOf(shape)) {
        if (key !== 'type') expect(row).toContain(`\`${key}\``);
      }
      expect(row).toBeDefined();
    },
  );
});
