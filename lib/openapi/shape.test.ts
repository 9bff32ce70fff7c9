import { expect, it } from 'vitest';
import { shapeOf } from './shape';

it('says what a value is, in a line, with its bounds', () => {
  expect(shapeOf({ type: 'integer', minimum: 1, maximum: 200, default: 50 }, {})).toEqual({
    type: 'integer',
    notes: ['1–200', '= 50'],
    parts: [],
  });
  expect(shapeOf({ anyOf: [{ type: 'string', format: 'date-time' }, { type: 'null' }] }, {}).type).toBe(
    'string (date-time) | null',
  );
  expect(shapeOf({ enum: ['csv', 'ndjson'] }, {}).type).toBe('"csv" | "ndjson"');
});

it('opens lists, names and ways, and a name within itself only once', () => {
  const tree = {
    type: 'object',
    properties: {
      label: { type: 'string' },
      below: { type: 'array', items: { $ref: '#/components/schemas/TreeOutput' } },
    },
    required: ['label'],
  };
  const shape = shapeOf({ $ref: '#/components/schemas/TreeOutput' }, { TreeOutput: tree });
  expect(shape).toEqual({
    type: 'Tree',
    notes: [],
    parts: [
      { name: 'label', isRequired: true, type: 'string', notes: [], parts: [] },
      { name: 'below', isRequired: false, type: 'array of Tree', notes: [], parts: [] },
    ],
  });
  const ways = shapeOf({ oneOf: [tree, { type: 'object', properties: { at: { type: 'string' } } }] }, {});
  expect(ways.parts.map(({ name }) => name)).toEqual(['#1', '#2']);
});
