import { z } from 'zod';

/*
 * Taking an import back, as a job, also to see what it would come to.
 */

/** `dryRun`: nothing is changed, and the numbers are those that it would come to. */
export const undoBodySchema = z.object({ dryRun: z.boolean().default(false) });
export const undoAnswerSchema = z.object({ job: z.string() });

const n = z.int();

export const undoNumbersSchema = z.object({
  /** Events that go, those that get back the content that they had, and those that others have changed since, which stay. */
  events: n,
  eventsRestored: n,
  eventsKept: n,
  /** Members that go, and those that stay since others have said something of them by now. */
  members: n,
  membersKept: n,
  /** Values of other members that get back what they were, and those that were changed since, which stay. */
  values: n,
  valuesKept: n,
  /** Identities that leave the members they came to. */
  identities: n,
  /** What hangs on them: points that were given for the events, how many of the members that go carry tags or layers, and how many stay for being on lists. */
  points: n,
  grouped: n,
  listed: n,
  /** Exports since the import, which may have them. */
  exports: n,
});

export type UndoNumbers = z.infer<typeof undoNumbersSchema>;
