import { z } from 'zod';

/**
 * Words that databases, spreadsheets and people write where there is nothing. New mappings of the wizard begin with
 * them. `NA` is not among them: it is a region, too.
 */
export const DEFAULT_EMPTY_WORDS: readonly string[] = [
  'NULL',
  'None',
  'nil',
  'NaN',
  'undefined',
  'N/A',
  '#N/A',
  '\\N',
  '-',
  '--',
  '—',
  '无',
];

export const emptyWordsSchema = z.array(z.string().trim().min(1).max(40)).max(50);
