import { type ProblemCode, problems } from './problems';

/** What fills a `{placeholder}`: the same in both languages, or a text for each. */
export type ProblemParam = string | number | { zh: string; en: string };
export type ProblemParams = Record<string, ProblemParam>;

/**
 * An error that a user can cause: a value with a code, its parameters and a sentence in both languages.
 * Services throw it; one mapper in `app/api/answer.ts` turns it into `{ error }` with the status of its code.
 */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly params: ProblemParams = {},
  ) {
    super(problemText(code, params, 'en'));
    this.name = 'Problem';
  }

  get status(): number {
    return problems[this.code].status;
  }
}

/** The sentence of a problem; `{name}` in the template is replaced by the parameter. */
export function problemText(code: ProblemCode, params: ProblemParams, locale: 'zh' | 'en'): string {
  return problems[code][locale].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const param = params[name];
    if (param === undefined) return whole;
    return typeof param === 'object' ? param[locale] : String(param);
  });
}

/** The body of every answer that isn't a success. */
export interface ProblemBody {
  error: { code: ProblemCode; params: ProblemParams; message: { zh: string; en: string } };
}

export function problemBody(problem: Problem): ProblemBody {
  const { code, params } = problem;
  return {
    error: {
      code,
      params,
      message: { zh: problemText(code, params, 'zh'), en: problemText(code, params, 'en') },
    },
  };
}
