import {
  createDocument,
  type ZodOpenApiObject,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
} from 'zod-openapi';
import type { LocalText } from '@/lib/contracts/local-text';
import {
  allOperations,
  type NamedOperation,
  operationAreas,
} from '@/lib/contracts/operations/all-operations';
import packageJson from '@/package.json';
import { accessOf, securitySchemes } from './access';
import { answersOf } from './answers';
import { nameSchemas } from './named-schemas';
import { requestOf } from './request';

export type Locale = keyof LocalText;
export type OpenApiDocument = ReturnType<typeof createDocument>;

const about: LocalText = {
  zh: '用登录会话或 API 密钥访问。答复是 JSON；被拒绝时是 {error: {code, params, message: {zh, en}}}。金额是最小货币单位的整数，时间是 ISO 8601。',
  en: 'With a session or an API key. Answers are JSON; a refusal is {error: {code, params, message: {zh, en}}}. Money is a whole number of its smallest unit, instants are ISO 8601.',
};

const made = new Map<Locale, OpenApiDocument>();

/** The whole API as OpenAPI 3.1, its sentences in one language. */
export function openApiDocument(locale: Locale): OpenApiDocument {
  const known = made.get(locale) ?? makeDocument(locale);
  made.set(locale, known);
  return known;
}

function makeDocument(locale: Locale): OpenApiDocument {
  nameSchemas();
  const document: ZodOpenApiObject = {
    openapi: '3.1.1',
    info: { title: 'Tagloom', version: packageJson.version, description: about[locale] },
    servers: [{ url: '/' }],
    tags: operationAreas.map(({ id, label }) => ({ name: id, description: label[locale] })),
    components: { securitySchemes: securitySchemes(locale) },
    paths: pathsOf(locale),
  };
  return createDocument(document, { override: openAnswers });
}

/** Answers may have more in a later version, so a program must not refuse what it doesn't know. */
function openAnswers({
  jsonSchema,
  io,
}: {
  jsonSchema: { additionalProperties?: unknown };
  io: string;
}): void {
  if (io === 'output' && jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
}

function pathsOf(locale: Locale): ZodOpenApiPathsObject {
  const paths: ZodOpenApiPathsObject = {};
  for (const named of allOperations) {
    const { method, path } = named.operation;
    paths[path] = { ...paths[path], [method.toLowerCase()]: operationOf(named, locale) };
  }
  return paths;
}

function operationOf({ id, operation }: NamedOperation, locale: Locale): ZodOpenApiOperationObject {
  const [area = id] = id.split('.');
  return {
    operationId: id,
    tags: [area],
    summary: operation.is[locale],
    ...accessOf(operation, locale),
    ...requestOf(operation),
    responses: answersOf(operation, locale),
  };
}
