import { describe, expect, it } from 'vitest';
import { createView, explain, goToField, select, showMembers } from './view';
import { readView, writeView } from './view-url';

describe('the URL of a view', () => {
  it('restores node, drawer, members and as-of', () => {
    const search = '?node=ask&drawer=members&port=ask.matched&asOf=1998-06-30&view=outline';
    const view = createView(readView(search), '2026-11-22').getState();
    expect([...view.nodes]).toEqual(['ask']);
    expect(view).toMatchObject({
      drawer: 'members',
      port: 'ask.matched',
      asOf: '1998-06-30',
      mode: 'outline',
    });
    expect(writeView(view, '')).toBe(search);
  });

  it('leaves the as-of to the definition when it names none', () => {
    expect(createView(readView('?node=ask'), '1998-06-30').getState().asOf).toBe('1998-06-30');
    expect(createView(readView(''), null).getState().asOf).toBeNull();
  });

  it('leaves out what it does not understand, and leaves others their parameters', () => {
    const view = createView(readView('?drawer=kitchen&asOf=yesterday&port=nodot&x=1'), null).getState();
    expect(view).toMatchObject({ drawer: null, asOf: null, port: null, mode: 'canvas' });
    expect(writeView(view, '?x=1&drawer=kitchen')).toBe('?x=1');
  });

  it('names a node only when one alone is selected', () => {
    const store = createView(readView(''), null);
    select(store, ['a', 'b']);
    expect(writeView(store.getState(), '')).toBe('');
    goToField(store, 'b', 'rows.0');
    expect(writeView(store.getState(), '')).toBe('?node=b');
  });

  it('names the member or the port that the open drawer is about', () => {
    const store = createView(readView(''), null);
    showMembers(store, 'a.out');
    explain(store, 'm1');
    expect(writeView(store.getState(), '')).toBe('?drawer=why&member=m1');
  });
});
