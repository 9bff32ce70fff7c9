import { describe, expect, test } from 'vitest';
import { counterSettings, mirrorSettings } from './mirror-settings';

const secret = 'long enough to be one';

describe('counting in memory', () => {
  test('is done by a thread of the server unless told otherwise', () => {
    expect(mirrorSettings({})).toEqual({ where: 'thread', budgetBytes: 2 ** 30 });
    expect(mirrorSettings({ TAGLOOM_MIRROR_MB: '64' })).toEqual({ where: 'thread', budgetBytes: 2 ** 26 });
    expect(mirrorSettings({ TAGLOOM_MIRROR: 'off', TAGLOOM_COUNTER_URL: 'http://counter:3002' })).toEqual({
      where: 'off',
    });
  });

  test('is asked of another process where there is one, with its secret', () => {
    const env = { TAGLOOM_COUNTER_URL: 'http://127.0.0.1:3002', TAGLOOM_COUNTER_SECRET: secret };
    expect(mirrorSettings(env)).toEqual({ where: 'process', url: 'http://127.0.0.1:3002', secret });
    expect(counterSettings(env)).toEqual({ budgetBytes: 2 ** 30, secret });
  });

  test.each([
    [{ TAGLOOM_MIRROR: 'yes' }, 'TAGLOOM_MIRROR has to be on or off.'],
    [{ TAGLOOM_MIRROR_MB: '1 GB' }, 'TAGLOOM_MIRROR_MB has to be a number of megabytes.'],
    [{ TAGLOOM_MIRROR_MB: '4' }, 'TAGLOOM_MIRROR_MB has to be 16 or more megabytes.'],
    [{ TAGLOOM_COUNTER_SECRET: 'short' }, 'TAGLOOM_COUNTER_SECRET has to have at least 16 characters.'],
    [{ TAGLOOM_COUNTER_URL: 'http://127.0.0.1:3002' }, 'so TAGLOOM_COUNTER_SECRET has to be'],
  ])('%j is refused with a sentence', (env, sentence) => {
    expect(() => mirrorSettings(env)).toThrow(sentence);
  });

  test('of its own is not started without a secret', () => {
    expect(() => counterSettings({})).toThrow('TAGLOOM_COUNTER_SECRET has to be set');
  });
});
