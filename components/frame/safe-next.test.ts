import { describe, expect, it } from 'vitest';
import { safeNext } from './safe-next';

describe('safeNext', () => {
  it('keeps a path of ours with its query', () => {
    expect(safeNext('/members?tag=vip%3Ayes&after=3#x')).toBe('/members?tag=vip%3Ayes&after=3#x');
  });
  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
    '',
    undefined,
    ['/a'],
    '/sign-in?next=/',
    '/..//evil.example',
    '/\t/evil.example',
  ])('goes home instead of %j', (next) => {
    expect(safeNext(next)).toBe('/');
  });
});
