/**
 * Something that the person at the keyboard can put right. The message is one sentence that says what
 * happened and what to do; the commands print it alone, without a stack, and exit with 1.
 */
export class SetupError extends Error {
  override readonly name = 'SetupError';
}

/** The sentence to show for anything that was thrown. */
export function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
