import type { Locale, Text } from '../text';
import type { Clause } from './clause';
import { type Description, stepsOf } from './description';
import { conjunctions } from './phrases';

const words = {
  everyone: { zh: '所有会员', en: 'every member' },
  others: { zh: '其余会员', en: 'the others' },
  among: { zh: '中，', en: ': ' },
  onward: { zh: '，', en: '; ' },
  except: { zh: '，但不包括', en: ', but not ' },
} satisfies Record<string, Text>;

const comma: Text = { zh: '，', en: ', ' };
const brackets: Record<Locale, { open: string; close: string }> = {
  zh: { open: '（', close: '）' },
  en: { open: '(', close: ')' },
};

/** A description as clauses of one language. */
export function render(set: Description, locale: Locale): Clause[] {
  switch (set.kind) {
    case 'everyone':
      return [join(words.everyone[locale])];
    case 'clause':
      return [{ text: set.text[locale], node: set.node }];
    case 'except':
      return [...render({ kind: 'everyone' }, locale), ...exception(set.of, locale)];
    case 'all':
      return inOrder(set.of, locale);
    case 'any':
      return set.of.flatMap((part, i) => [
        ...(i > 0 ? [join(separator('any', locale))] : []),
        ...bracketedUnless(part, joinedAs(part) !== 'all', locale),
      ]);
  }
}

/** The others among those who pass `before`, after what was said of their like, and what is asked of them besides. */
export function renderOthers(
  before: readonly Description[],
  node: string,
  further: readonly Description[],
  locale: Locale,
): Clause[] {
  const way = before.length === 0 ? [] : [...inOrder(before, locale), join(words.onward[locale])];
  const asked = further.length === 0 ? [] : [join(words.among[locale]), ...inOrder(further, locale)];
  return [...way, { text: words.others[locale], node }, ...asked];
}

function inOrder(steps: readonly Description[], locale: Locale): Clause[] {
  // An exception is made from something: it comes after what it is made from.
  const [first] = steps;
  const all: readonly Description[] = first?.kind === 'except' ? [{ kind: 'everyone' }, ...steps] : steps;
  return all.flatMap((step, i) => {
    if (step.kind === 'except') return exception(step.of, locale);
    const before = i > 0 ? [join(separator('all', locale))] : [];
    return [...before, ...bracketedUnless(step, joinedAs(step) !== 'any' || all.length === 1, locale)];
  });
}

function exception(set: Description, locale: Locale): Clause[] {
  return [
    join(words.except[locale]),
    ...bracketedUnless(set, joinedAs(set) === null && stepsOf(set).length < 2, locale),
  ];
}

function joinedAs(set: Description): 'all' | 'any' | null {
  if (set.kind === 'clause') return set.joined;
  return set.kind === 'all' || set.kind === 'any' ? set.kind : null;
}

function bracketedUnless(set: Description, plain: boolean, locale: Locale): Clause[] {
  const clauses = render(set, locale);
  if (plain) return clauses;
  const { open, close } = brackets[locale];
  return [join(open), ...clauses, join(close)];
}

function separator(mode: 'all' | 'any', locale: Locale): string {
  const word = conjunctions[mode][locale];
  return `${comma[locale]}${word}${locale === 'zh' ? '' : ' '}`;
}

function join(text: string): Clause {
  return { text, node: null };
}
