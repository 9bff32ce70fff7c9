import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import { messages as en } from './en-messages';
import { messageLeaves, placeholders } from './message-leaves';
import { messages as zh } from './zh-cn-messages';

const folder = (locale: string) => fileURLToPath(new URL(`./messages/${locale}`, import.meta.url));
const zhLeaves = messageLeaves(zh);
const enLeaves = messageLeaves(en);

describe('the two languages', () => {
  it('have the same keys', () => {
    expect([...enLeaves.keys()].sort()).toEqual([...zhLeaves.keys()].sort());
  });

  it('expect the same placeholders', () => {
    const differing = [...zhLeaves].filter(
      ([key, text]) => placeholders(text).join() !== placeholders(enLeaves.get(key) ?? '').join(),
    );
    // Chinese has no plural: `{count}` alone there, `{count, plural, …}` here, is the same placeholder.
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('leave nothing blank or untranslated', () => {
    expect([...zhLeaves, ...enLeaves].filter(([, text]) => !text.trim())).toEqual([]);
    const latin = [...zhLeaves].filter(([key, text]) => text === enLeaves.get(key) && /[a-z]{4,}/.test(text));
    expect(latin.filter(([key]) => !sameInBoth.has(key))).toEqual([]);
    expect(
      [...enLeaves].filter(([key, text]) => /\p{Script=Han}/u.test(text) && !sameInBoth.has(key)),
    ).toEqual([]);
  });

  it('use no exclamation marks', () => {
    expect([...zhLeaves, ...enLeaves].filter(([, text]) => /[!!]/.test(text))).toEqual([]);
  });

  it('set Chinese with its own punctuation', () => {
    // Comma, colon, semicolon and question mark after a Chinese character are full width.
    const western = [...zhLeaves].filter(([, text]) => /[\u3400-\u9fff\u201d][,:;?]/.test(text));
    expect(western.map(([key]) => key)).toEqual([]);
  });

  it('register every file of the folders', () => {
    for (const [locale, tree] of [['zh-CN', zh] as const, ['en', en] as const]) {
      const files = readdirSync(folder(locale)).map((file) => file.replace(/\.json$/, ''));
      expect(files.map(camel).sort()).toEqual(Object.keys(tree).sort());
    }
  });

  it('parse as ICU messages', () => {
    const failures: string[] = [];
    for (const [locale, leaves] of [['zh-CN', zhLeaves] as const, ['en', enLeaves] as const]) {
      for (const [key, text] of leaves) {
        const t = createTranslator({
          locale,
          messages: { text },
          onError: (error) => failures.push(`${locale} ${key}: ${error.message}`),
        });
        t.markup('text', valuesFor(text));
      }
    }
    expect(failures).toEqual([]);
  });
});

/** Names and addresses that read the same everywhere, and each language's name in itself. */
const sameInBoth = new Set(['common.product', 'frame.languageName.zh', 'frame.languageName.en']);

function camel(file: string): string {
  return file.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function valuesFor(text: string): Record<string, number | ((chunks: string) => string)> {
  return Object.fromEntries(
    placeholders(text).map((name) =>
      name.startsWith('<') ? [name.slice(1, -1), (chunks: string) => chunks] : [name, 3],
    ),
  );
}
