import { z } from 'zod';

/** The life of a recorded piece of work: a run, an export, a set of cutpoints, an import. */
export const workStates = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export const workStateSchema = z.enum(workStates);
export type WorkState = (typeof workStates)[number];

/** The states of work that hasn't ended. */
export const underWay = ['queued', 'running'] as const satisfies readonly WorkState[];

export function isUnderWay(state: string): boolean {
  return underWay.some((one) => one === state);
}

/** Why it ended badly: the code of a problem and its sentence. */
export const workErrorSchema = z
  .object({ code: z.string(), message: z.object({ zh: z.string(), en: z.string() }) })
  .nullable();
