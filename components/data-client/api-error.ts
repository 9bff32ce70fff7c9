import { z } from 'zod';

/**
 * What went wrong with a request, in both languages. `code` is a problem's code, or one of the wrapper's own:
 * `offline` (no answer), `broken-answer` (an answer that is not what was agreed).
 */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    /** 0 when there was no answer. */
    readonly status: number,
    readonly text: { zh: string; en: string },
    /** For the details that a person can copy: what was asked for, what was wrong with the answer. */
    readonly details: string,
    /** What the server sent with it, unparsed: some problems carry more than a sentence. */
    readonly body: unknown = undefined,
  ) {
    super(text.en);
    this.name = 'ApiError';
  }
}

/** The body of an answer that isn't a success; codes of newer servers are let through. */
export const errorBodySchema = z.object({
  error: z.object({ code: z.string(), message: z.object({ zh: z.string(), en: z.string() }) }),
});

export const offlineText = {
  zh: '连接不上服务器，请检查网络后重试。',
  en: 'The server can’t be reached. Check the network and try again.',
};

export const brokenAnswerText = {
  zh: '服务器的回答无法识别，请刷新页面后重试。',
  en: 'The server’s answer couldn’t be understood. Reload the page and try again.',
};
