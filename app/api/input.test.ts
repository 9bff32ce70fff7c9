import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Problem, problemBody } from '@/lib/contracts/problem';
import { parseInput } from './input';

function problemOf(schema: z.ZodType, input: unknown) {
  try {
    parseInput(schema, input, 'body');
  } catch (error) {
    if (error instanceof Problem) return problemBody(error).error;
    throw error;
  }
  throw new Error('was accepted');
}

describe('parsing what a client sent', () => {
  it('gives what the schema makes of it', () => {
    expect(parseInput(z.object({ n: z.coerce.number() }), { n: '3' }, 'query')).toEqual({ n: 3 });
  });

  it('names the field and says why in both languages', () => {
    const { code, params, message } = problemOf(z.object({ columns: z.array(z.string()) }), { columns: [1] });
    expect(code).toBe('invalid-input');
    expect(params.where).toBe('columns.0');
    expect(message.zh).toMatch(/“columns\.0”填写有误：应为文本/);
    expect(message.en).toMatch(/Check columns\.0: should be text/);
  });

  it('names the whole when no field is to blame', () => {
    expect(problemOf(z.object({}), undefined).params.where).toBe('body');
  });

  it("takes a refinement's own sentences", () => {
    const even = z.number().refine((n) => n % 2 === 0, { params: { zh: '要偶数', en: 'must be even' } });
    expect(problemOf(z.object({ n: even }), { n: 3 }).params.why).toEqual({
      zh: '要偶数',
      en: 'must be even',
    });
  });
});
