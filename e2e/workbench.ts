import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { z } from 'zod';
import type { Api } from './api';
import { CDNOW_FILE } from './cdnow';
import type { Drawn } from './drawn';
import { CHECKOUT } from './run-settings';

const uploadSchema = z.object({ upload: z.object({ id: z.string() }) });
const importSchema = z.object({
  import: z.object({
    id: z.string(),
    state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
    counts: z.object({ accepted: z.number(), duplicates: z.number(), rejected: z.number() }),
  }),
});
const catalogueSchema = z.object({ eventTypes: z.array(z.object({ type: z.string() })) });

export const draftSchema = z.object({
  id: z.string(),
  key: z.string(),
  revision: z.number(),
  state: z.enum(['draft', 'published', 'changed']),
  publishedVersion: z.number().nullable(),
  graph: z.object({
    nodes: z.array(
      z.object({
        id: z.string(),
        type: z.string(),
        position: z.object({ x: z.number(), y: z.number() }),
        params: z.record(z.string(), z.unknown()),
        name: z.string().optional(),
      }),
    ),
    edges: z.array(
      z.object({ source: z.string(), sourcePort: z.string(), target: z.string(), targetPort: z.string() }),
    ),
  }),
});
const definitionSchema = z.object({ definition: draftSchema });
export type Definition = z.infer<typeof draftSchema>;

/**
 * Sees to it that the CDNOW purchases are there as orders of a shop: of the type that templates and the RFM wizard begin with,
 * instead of that of the shipped mapping, with which the main job brings them.
 */
export async function importCdnow(api: Api): Promise<void> {
  const { eventTypes } = await api.ask(catalogueSchema, 'get', '/api/catalogue');
  if (eventTypes.some(({ type }) => type === 'order')) return;
  const { upload } = await api.upload(
    uploadSchema,
    '/api/imports/uploads?name=CDNOW_master.txt',
    readFileSync(CDNOW_FILE),
  );
  const shipped = z
    .record(z.string(), z.unknown())
    .parse(JSON.parse(readFileSync(path.join(CHECKOUT, 'public/examples/cdnow-mapping.json'), 'utf8')));
  const mapping = {
    ...shipped,
    source: 'shop',
    eventType: { fixed: 'order', label: { zh: '下单', en: 'Order' } },
  };
  const started = await api.ask(importSchema, 'post', '/api/imports', {
    upload: upload.id,
    name: 'CDNOW_master.txt',
    mapping,
  });
  const read = () => api.ask(importSchema, 'get', `/api/imports/${started.import.id}`);
  await expect.poll(async () => (await read()).import.state, { timeout: 120_000 }).toBe('done');
}

let made = 0;

/** A key of its own for a definition of this run. */
export function newKey(name: string): string {
  made += 1;
  return `${name}_${process.pid}_${made}`;
}

/** A segment with this drawing, made through the routes. */
export async function makeSegment(api: Api, name: string, graph: Drawn): Promise<Definition> {
  const { definition } = await api.ask(definitionSchema, 'post', '/api/definitions', {
    kind: 'segment',
    key: newKey('journey'),
    label: { zh: name, en: name },
  });
  await api.ask(z.object({ revision: z.number() }), 'put', `/api/definitions/${definition.id}/draft`, {
    revision: definition.revision,
    graph,
  });
  return readDefinition(api, definition.id);
}

/** A definition as it is stored. */
export async function readDefinition(api: Api, id: string): Promise<Definition> {
  return (await api.ask(definitionSchema, 'get', `/api/definitions/${id}`)).definition;
}
