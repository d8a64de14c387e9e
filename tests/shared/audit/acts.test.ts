// Every name that can stand in the audit log is found by exactly one kind, so that nothing hides from whoever looks through it.
import { expect, test } from 'vitest';
import { ACTS, actName, AUDIT_KINDS, kindOfAct, namesOfKind, OTHER_ACTS } from '../../../shared/audit/acts.ts';
import { COMMAND_ACCESS } from '../../../shared/workshop/command-access.ts';

test('given every named act and every command, when its kind is asked, then there is exactly one, and it is no request of the meeting', () => {
  const acts: readonly string[] = [...Object.values(ACTS), ...OTHER_ACTS];
  for (const name of [...acts, ...Object.keys(COMMAND_ACCESS)]) {
    const kinds = AUDIT_KINDS.filter((kind) => {
      const { within, beginnings } = namesOfKind(kind);
      return beginnings.some((beginning) => name.startsWith(beginning)) === within;
    });
    expect(kinds, name).toEqual([kindOfAct(name)]);
  }
  for (const name of Object.values(ACTS)) expect(kindOfAct(name), name).not.toBe('meeting');
});

test('given a request without a name, when it is named, then it is method and route', () => {
  expect(actName('POST', '/api/nowhere')).toBe('POST /api/nowhere');
  expect(actName('PUT', '/api/account/password')).toBe('account/passwordSet');
});
