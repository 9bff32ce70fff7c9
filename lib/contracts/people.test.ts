import { expect, it } from 'vitest';
import { actorName, atLeast, can, roles, systemActor } from './people';

it('gives each role all of the one before', () => {
  const capabilities = ['edit', 'import', 'seePersonal', 'publish', 'run', 'export', 'manage'] as const;
  const granted = roles.map((role) => capabilities.filter((capability) => can(role, capability)));
  expect(granted).toEqual([
    [],
    ['edit', 'import'],
    ['edit', 'import', 'seePersonal', 'publish', 'run', 'export'],
    [...capabilities],
  ]);
  expect(atLeast('editor', 'editor')).toBe(true);
  expect(atLeast('editor', 'approver')).toBe(false);
});

it('tells people, keys and the system apart in the trail', () => {
  const person = { id: '1', name: 'crm', role: 'admin', via: 'session', address: null } as const;
  expect(actorName(person)).toBe('crm');
  expect(actorName({ ...person, via: 'api-key' })).toBe('api-key:crm');
  expect(actorName(systemActor('schedule'))).toBe('system:schedule');
});
