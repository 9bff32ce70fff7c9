import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { MemberData } from '../evaluate/document';
import { evaluate } from '../evaluate/reference';
import { operatorCases } from '../testing/operator-cases';
import { operators, operatorsFor } from './registry';

const folder = fileURLToPath(new URL('.', import.meta.url));
const declared = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => readFileSync(`${folder}/${file}`, 'utf8').match(/= defineOperator\(\{\s*id: '(\w+)'/)?.[1])
  .filter((id) => id !== undefined);

/** A member about whom nothing is known. */
const isBare = ({ member, events }: MemberData) =>
  events.length === 0 && /^\{("attrs":\{\})?\}$/.test(JSON.stringify(member));

describe('the registry of operators', () => {
  test('has every file of the folder that declares one', () => {
    expect(operators.map(({ id }) => id).sort()).toEqual([...declared].sort());
  });

  test('has each id once', () => {
    expect(new Set(operators.map(({ id }) => id)).size).toBe(operators.length);
  });

  test('offers only what fits', () => {
    expect(operatorsFor(['boolean']).map(({ id }) => id)).toEqual([
      'isTrue',
      'isFalse',
      'isEmpty',
      'isNotEmpty',
    ]);
    expect(operatorsFor(['segment']).map(({ id }) => id)).toEqual(['inSegment', 'notInSegment']);
  });
});

describe.each(operators.map((operator) => [operator.id, operator] as const))('%s', (_, operator) => {
  test('speaks both languages', () => {
    const texts = [operator.label, operator.help, ...operatorCases(operator).map(({ phrase }) => phrase)];
    for (const { zh, en } of texts) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en.trim()).not.toBe('');
      expect(`${zh}${en}`).not.toMatch(/undefined|NaN|null|\[object/);
    }
    expect(operator.help.zh).toContain('例如');
    expect(operator.help.en).toContain('e.g.');
  });

  test('says that those without a value are in where they are, and only there', () => {
    for (const { data, holds, phrase } of operatorCases(operator)) {
      if (!isBare(data)) continue;
      const isSaid = /（含.+）$/.test(phrase.zh) && /\(or .+\)$/.test(phrase.en);
      // What asks for the lack itself has it in its own words.
      const isAsked = /段为空|^没有|不在名单|不属于/.test(phrase.zh);
      expect(isSaid || isAsked, phrase.zh).toBe(holds);
      if (isSaid)
        expect(operator.help).toEqual({
          zh: expect.stringContaining('也算在内'),
          en: expect.stringContaining('included'),
        });
    }
  });

  test('has an example for every type it is for, with values that pass and values that don’t', () => {
    const shown = new Set(operator.examples.map(({ subject }) => subject));
    const textTwins = operator.subjects.filter((type) => type !== 'option' || !shown.has('text'));
    for (const type of textTwins) expect(shown, `${operator.id} on ${type}`).toContain(type);
    for (const { yes, no } of operator.examples) {
      expect(yes.length).toBeGreaterThan(0);
      expect(no.length).toBeGreaterThan(0);
    }
  });

  test.each(operatorCases(operator))('$name', ({ predicate, data, holds }) => {
    expect(evaluate(predicate, data)).toBe(holds);
  });
});
