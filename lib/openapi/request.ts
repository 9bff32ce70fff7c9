import type { ZodOpenApiOperationObject } from 'zod-openapi';
import type { Operation } from '@/lib/contracts/operations/operation';

/** What is sent: parts of the address, and the body. */
export function requestOf({
  params,
  query,
  body,
}: Operation): Pick<ZodOpenApiOperationObject, 'requestParams' | 'requestBody'> {
  const requestParams = { ...(params && { path: params }), ...(query && { query }) };
  return {
    ...(params || query ? { requestParams } : {}),
    ...(body ? { requestBody: { required: true, content: contentOf(body) } } : {}),
  };
}

function contentOf(body: NonNullable<Operation['body']>) {
  return 'raw' in body ? { [body.raw]: {} } : { 'application/json': { schema: body } };
}
