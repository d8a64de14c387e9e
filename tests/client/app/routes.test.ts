// Addresses and what they mean.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { routeOf } from '../../../client/app/routes.ts';
import { isId } from '../../../shared/kernel/ids.ts';

describe('routeOf', () => {
  test.each([
    ['/', { page: 'home' }],
    ['', { page: 'home' }],
    ['/w/abc', { page: 'workshop', workshop: 'abc' }],
    ['/w/abc/', { page: 'workshop', workshop: 'abc' }],
    ['/w/abc/draft', { page: 'draft', workshop: 'abc' }],
    ['/directory', { page: 'directory' }],
    ['/directory/x', { page: 'notFound' }],
    ['/sign-in', { page: 'signIn' }],
    ['/join', { page: 'join' }],
    ['/account/', { page: 'account' }],
    ['/account/x', { page: 'notFound' }],
    ['/administration', { page: 'administration', part: 'installation' }],
    ['/administration/audit', { page: 'administration', part: 'audit' }],
    ['/administration/retention', { page: 'administration', part: 'retention' }],
    ['/administration/x', { page: 'notFound' }],
    ['/administration/audit/x', { page: 'notFound' }],
    ['/organizations/abc', { page: 'organization', organization: 'abc' }],
    ['/organizations/__proto__', { page: 'notFound' }],
    ['/toString', { page: 'notFound' }],
    ['/w', { page: 'notFound' }],
    ['/w/abc/draft/more', { page: 'notFound' }],
    ['/w/abc/other', { page: 'notFound' }],
    ['/w/constructor', { page: 'notFound' }],
    ['/w/a%20b', { page: 'notFound' }],
    ['/x/abc', { page: 'notFound' }],
  ])('%s', (path, route) => {
    expect(routeOf(path)).toEqual(route);
  });

  test('never names a workshop by what is not an id, whatever the path', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom('draft', '__proto__', 'toString'))), (parts) => {
        const route = routeOf(['/w', ...parts].join('/'));
        if ('workshop' in route) expect(isId(route.workshop)).toBe(true);
      }),
    );
  });
});
