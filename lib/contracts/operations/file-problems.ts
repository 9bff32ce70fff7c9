import type { ProblemCode } from '../problems';

/** What reading an uploaded file may be refused with. */
export const fileProblems = [
  'upload-gone',
  'not-text',
  'not-a-workbook',
  'no-such-sheet',
  'broken-archive',
  'unpacks-too-large',
] as const satisfies readonly ProblemCode[];
