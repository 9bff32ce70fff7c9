import { z } from 'zod';

/** A JSON Schema, as far as it is shown. */
export interface JsonSchema {
  $ref?: string | undefined;
  type?: string | string[] | undefined;
  format?: string | undefined;
  const?: unknown;
  enum?: unknown[] | undefined;
  default?: unknown;
  pattern?: string | undefined;
  minimum?: number | undefined;
  maximum?: number | undefined;
  minLength?: number | undefined;
  maxLength?: number | undefined;
  minItems?: number | undefined;
  maxItems?: number | undefined;
  properties?: Record<string, JsonSchema> | undefined;
  required?: string[] | undefined;
  additionalProperties?: JsonSchema | boolean | undefined;
  items?: JsonSchema | boolean | undefined;
  anyOf?: JsonSchema[] | undefined;
  oneOf?: JsonSchema[] | undefined;
}

const n = z.number().optional();
export const jsonSchema: z.ZodType<JsonSchema> = z.lazy(() =>
  z.object({
    $ref: z.string().optional(),
    type: z.union([z.string(), z.array(z.string())]).optional(),
    format: z.string().optional(),
    const: z.unknown().optional(),
    enum: z.array(z.unknown()).optional(),
    default: z.unknown().optional(),
    pattern: z.string().optional(),
    minimum: n,
    maximum: n,
    minLength: n,
    maxLength: n,
    minItems: n,
    maxItems: n,
    properties: z.record(z.string(), jsonSchema).optional(),
    required: z.array(z.string()).optional(),
    additionalProperties: z.union([z.boolean(), jsonSchema]).optional(),
    items: z.union([z.boolean(), jsonSchema]).optional(),
    anyOf: z.array(jsonSchema).optional(),
    oneOf: z.array(jsonSchema).optional(),
  }),
);

export type NamedSchemas = Readonly<Record<string, JsonSchema>>;

/** A value as it is read about: its type in a line, and what it is made of. */
export interface Shape {
  /** `string`, `array of Run`, `"csv" | "ndjson"`. */
  type: string;
  /** Bounds and default: `1–200`, `= 50`. */
  notes: string[];
  parts: ShapePart[];
}

export interface ShapePart extends Shape {
  /** A key; `*` for any key, `#1` for one of several ways. */
  name: string;
  isRequired: boolean;
}

/** What a schema asks for. A name that stands within itself isn't opened again. */
export function shapeOf(schema: JsonSchema, named: NamedSchemas, above: readonly string[] = []): Shape {
  const name = schema.$ref?.split('/').at(-1);
  if (name === undefined) {
    const parts = partsOf(schema, named, above);
    return { type: typeText(schema), notes: notesOf(schema), parts };
  }
  const target = named[name];
  const parts = target && !above.includes(name) ? partsOf(target, named, [...above, name]) : [];
  return { type: shortName(name), notes: notesOf(schema), parts };
}

/** The document tells answers from requests where they differ; a reader needn't. */
const shortName = (name: string) => name.replace(/Output$/, '');

function partsOf(schema: JsonSchema, named: NamedSchemas, above: readonly string[]): ShapePart[] {
  const { properties, required = [], items, additionalProperties: others } = schema;
  const part = (name: string, isRequired: boolean, one: JsonSchema): ShapePart => ({
    name,
    isRequired,
    ...shapeOf(one, named, above),
  });
  if (properties) {
    return Object.entries(properties).map(([key, one]) => part(key, required.includes(key), one));
  }
  if (typeof items === 'object') return shapeOf(items, named, above).parts;
  if (typeof others === 'object') return [part('*', false, others)];
  const ways = waysOf(schema);
  if (ways.length === 1) return ways.flatMap((way) => shapeOf(way, named, above).parts);
  if (ways.every((way) => way.properties === undefined && way.$ref === undefined)) return [];
  return ways.map((way, index) => part(`#${index + 1}`, false, way));
}

/** Null is said in the type. */
function waysOf({ anyOf, oneOf }: JsonSchema): JsonSchema[] {
  return (anyOf ?? oneOf ?? []).filter(({ type }) => type !== 'null');
}

function typeText(schema: JsonSchema): string {
  const { $ref, type, format, items, anyOf, oneOf } = schema;
  if ($ref !== undefined) return shortName($ref.split('/').at(-1) ?? $ref);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((one) => JSON.stringify(one)).join(' | ');
  const ways = anyOf ?? oneOf;
  if (ways) return [...new Set(ways.map(typeText))].join(' | ');
  if (type === 'array') return `array of ${typeof items === 'object' ? typeText(items) : 'any'}`;
  if (Array.isArray(type)) return type.join(' | ');
  return type === undefined ? 'any' : format === undefined ? type : `${type} (${format})`;
}

function notesOf(schema: JsonSchema): string[] {
  const { pattern, format } = schema;
  const bounds = [
    range(schema.minimum, schema.maximum, ''),
    range(schema.minLength, schema.maxLength, 'length '),
    range(schema.minItems, schema.maxItems, 'items '),
  ];
  return [
    ...bounds.filter((bound) => bound !== ''),
    ...(pattern === undefined || format !== undefined ? [] : [pattern]),
    ...(schema.default === undefined ? [] : [`= ${JSON.stringify(schema.default)}`]),
  ];
}

function range(least: number | undefined, most: number | undefined, of: string): string {
  // What fits into a double says nothing.
  const low = least === Number.MIN_SAFE_INTEGER ? undefined : least;
  const high = most === Number.MAX_SAFE_INTEGER ? undefined : most;
  if (low !== undefined && high !== undefined) return `${of}${low}–${high}`;
  if (low !== undefined) return `${of}≥ ${low}`;
  return high === undefined ? '' : `${of}≤ ${high}`;
}
