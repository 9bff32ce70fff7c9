import { z } from 'zod';
import type { LocalText } from '@/lib/contracts/local-text';
import { addressOf, paramNames } from '@/lib/contracts/operations/address-of';
import { allOperations } from '@/lib/contracts/operations/all-operations';
import { problemsOf } from '@/lib/contracts/operations/common-problems';
import type { Operation } from '@/lib/contracts/operations/operation';
import { type ProblemCode, problems } from '@/lib/contracts/problems';
import { accessText } from './access';
import { openApiDocument } from './openapi-document';
import { jsonSchema, type NamedSchemas, type Shape, type ShapePart, shapeOf } from './shape';

/** An operation as it is read about: plain data, for a page. */
export interface OperationPage {
  id: string;
  method: string;
  path: string;
  is: LocalText;
  access: LocalText;
  parameters: readonly (ShapePart & { place: 'path' | 'query' })[];
  /** Null: nothing is sent. A shape of JSON, or a content type of bytes. */
  body: Shape | string | null;
  answers: readonly { status: number; body: Shape | readonly string[] | null }[];
  problems: readonly { code: ProblemCode; status: number; text: LocalText }[];
  /** A command that asks for it. */
  example: string;
}

const contentSchema = z.record(z.string(), z.object({ schema: jsonSchema.optional() })).optional();
const describedSchema = z.object({
  parameters: z
    .array(
      z.object({
        in: z.enum(['path', 'query']),
        name: z.string(),
        required: z.boolean().default(false),
        schema: jsonSchema,
      }),
    )
    .default([]),
  requestBody: z.object({ content: contentSchema }).optional(),
  responses: z.record(z.string(), z.object({ content: contentSchema })),
});

/** Null where there is no operation of this id. */
export function operationPage(id: string, origin: string): OperationPage | null {
  const operation = allOperations.find((one) => one.id === id)?.operation;
  if (!operation) return null;
  const { paths, components } = openApiDocument('en');
  const named = z.record(z.string(), jsonSchema).parse(components?.schemas ?? {});
  const at: object = paths?.[operation.path] ?? {};
  const described = describedSchema.parse(Reflect.get(at, operation.method.toLowerCase()));
  const { method, path, is } = operation;
  return {
    id,
    method,
    path,
    is,
    access: accessText(operation),
    parameters: described.parameters.map(({ in: place, name, required: isRequired, schema }) => ({
      place,
      name,
      isRequired,
      ...shapeOf(schema, named),
    })),
    body: bodyOf(operation, described.requestBody?.content, named),
    answers: answersOf(operation, described.responses, named),
    problems: problemsOf(operation).map((code) => ({
      code,
      status: problems[code].status,
      text: problems[code],
    })),
    example: exampleOf(operation, origin),
  };
}

type Content = z.output<typeof contentSchema>;

function bodyOf({ body }: Operation, content: Content, named: NamedSchemas): OperationPage['body'] {
  if (!body) return null;
  return 'raw' in body ? body.raw : jsonShape(content, named);
}

function answersOf(
  { answer, also = {} }: Operation,
  responses: Readonly<Record<string, { content?: Content }>>,
  named: NamedSchemas,
): OperationPage['answers'] {
  const shape = (status: number) => jsonShape(responses[status]?.content, named);
  const usual =
    answer === null
      ? { status: 204, body: null }
      : { status: 200, body: 'file' in answer ? answer.file : shape(200) };
  return [
    usual,
    ...Object.keys(also).map((status) => ({ status: Number(status), body: shape(Number(status)) })),
  ];
}

function jsonShape(content: Content, named: NamedSchemas): Shape {
  return shapeOf(content?.['application/json']?.schema ?? {}, named);
}

function exampleOf({ method, path, role, scope, body }: Operation, origin: string): string {
  const params = Object.fromEntries(paramNames(path).map((name) => [name, name.toUpperCase()]));
  const who = scope
    ? ["-H 'Authorization: Bearer tl_…'"]
    : role === 'anybody'
      ? []
      : ["-b 'next-auth.session-token=…'"];
  const sent = !body
    ? []
    : 'raw' in body
      ? ['--data-binary @FILE']
      : ["-H 'Content-Type: application/json'", "-d '{…}'"];
  return [
    'curl',
    ...(method === 'GET' ? [] : [`-X ${method}`]),
    ...who,
    ...sent,
    `${origin}${addressOf(path, params)}`,
  ].join(' ');
}
