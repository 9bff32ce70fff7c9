import { z } from 'zod';
import type { ZodOpenApiResponseObject, ZodOpenApiResponsesObject } from 'zod-openapi';
import { sentenceSchema } from '@/lib/contracts/catalogue';
import type { LocalText } from '@/lib/contracts/local-text';
import { problemsOf } from '@/lib/contracts/operations/common-problems';
import type { Operation } from '@/lib/contracts/operations/operation';
import { type ProblemCode, problems } from '@/lib/contracts/problems';

const problemSchema = z
  .object({
    error: z.object({
      code: z.string(),
      /** What fills the sentence: the same in both languages, or a text for each. */
      params: z.record(z.string(), z.union([z.string(), z.number(), sentenceSchema])),
      message: sentenceSchema,
    }),
  })
  .meta({ id: 'Problem' });

/** All that may come back, by status. */
export function answersOf(operation: Operation, locale: keyof LocalText): ZodOpenApiResponsesObject {
  const { answer, also = {} } = operation;
  const codes = problemsOf(operation);
  const refusals = new Set(codes.map((code) => problems[code].status));
  const others = Object.entries(also).map(([status, schema]) => [status, json(told[locale].also, schema)]);
  return {
    ...Object.fromEntries(
      [...refusals].map((status) => [
        status,
        refusal(
          codes.filter((code) => problems[code].status === status),
          locale,
        ),
      ]),
    ),
    ...Object.fromEntries(others),
    ...(answer === null ? { 204: { description: told[locale].nothing } } : { 200: given(answer, locale) }),
  };
}

const told = {
  zh: { nothing: '完成，没有内容', answer: '完成', file: '文件', also: '没有完成，附带说明' },
  en: {
    nothing: 'Done; nothing to say',
    answer: 'Done',
    file: 'The file',
    also: 'Not done, and more about it',
  },
};

function given(answer: NonNullable<Operation['answer']>, locale: keyof LocalText): ZodOpenApiResponseObject {
  if (!('file' in answer)) return json(told[locale].answer, answer);
  return {
    description: told[locale].file,
    content: Object.fromEntries(answer.file.map((type) => [type, {}])),
  };
}

/** The codes with their sentences, as they are before their places are filled. */
function refusal(codes: readonly ProblemCode[], locale: keyof LocalText): ZodOpenApiResponseObject {
  const description = codes.map((code) => `- \`${code}\`: ${problems[code][locale]}`).join('\n');
  return json(description, problemSchema);
}

function json(description: string, schema: z.ZodType): ZodOpenApiResponseObject {
  return { description, content: { 'application/json': { schema } } };
}
