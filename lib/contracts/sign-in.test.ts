import { expect, it } from 'vitest';
import { Problem } from './problem';
import { signInErrorText, signInWaitSeconds, writeSignInError } from './sign-in';

it('carries a problem with its wait through one string', () => {
  const error = writeSignInError(new Problem('too-many-attempts', { seconds: 8 }));
  expect(signInErrorText(error, 'zh')).toBe('尝试次数过多，请在 8 秒后再试。');
  expect(signInErrorText(error, 'en')).toContain('8 seconds');
  expect(signInWaitSeconds(error)).toBe(8);
});

it.each([
  'OAuthCallback',
  '',
  '{"code":"not-found","params":{"what":"Call 0123"}}',
  '{"code":"too-many-attempts","params":{"seconds":"<b>"}}',
])('says no more than that it failed for %j, which anybody may have written', (error) => {
  expect(signInErrorText(error, 'en')).toMatch(/^Signing in did not complete/);
  expect(signInWaitSeconds(error)).toBe(0);
});
