// Every cell of the table of seats' rights, tried at every door that the right guards: on one server with real media, by one seat of each role.
// What the table forbids is denied by its word; what it allows is done, or refused for a reason that has nothing to do with the right.
import { expect, test } from 'vitest';
import { PERMISSIONS, roleMay } from '../../../shared/workshop/permissions.ts';
import { ROLES } from '../../../shared/workshop/roles.ts';
import { DONE, isRight, type Door } from '../../support/rights/outcome.ts';
import { OPEN_ROUTES, SEAT_DOORS } from '../../support/rights/seat-doors.ts';
import { MediaLine, seatAs, settle, type Seated } from '../../support/rights/seated.ts';

/** Commands change what the others meet, and the session's most of all: they come last. */
const turnOf = ({ name }: Door<Seated>): number =>
  name.startsWith('command session/') ? 2 : name.startsWith('command ') ? 1 : 0;

test('every right has a door that is tried', () => {
  for (const [permission, doors] of SEAT_DOORS) expect([permission, doors.length > 0]).toEqual([permission, true]);
});

test(
  'given a seat of each role, when each tries every door, then each right opens its doors to whom the table names',
  { timeout: 60_000 },
  async () => {
    const setting = await settle();
    const { url, cast } = setting;
    const people: Seated[] = [];
    for (const role of ROLES) people.push(await seatAs(setting, role));
    await cast.chair.send({ type: 'session/begin' });
    await cast.chair.send({ type: 'desk/say', text: 'for the desk' });
    await new MediaLine(cast.chair).produce('microphone');

    const cells = [...SEAT_DOORS]
      .flatMap(([permission, doors]) => doors.map((door) => ({ permission, door })))
      .toSorted((one, other) => turnOf(one.door) - turnOf(other.door));
    const wrong: string[] = [];
    let allowed = 0;
    for (const { permission, door } of cells) {
      for (const who of people) {
        const outcome = await door.attempt(who);
        const may = roleMay(who.role, permission);
        if (outcome === DONE) allowed += 1;
        if (!isRight(door, outcome, may))
          wrong.push(`${who.role}, ${permission}, ${door.name}: ${outcome}, and the table says ${may}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(cells.length).toBeGreaterThan(Object.keys(PERMISSIONS).length);
    expect(allowed).toBeGreaterThan(120);

    // Whoever asks without a seat is at no door, and no route of a workshop stands outside the list.
    const { paths } = (await (await fetch(`${url}/api/openapi.json`)).json()) as {
      paths: Record<string, Record<string, unknown>>;
    };
    const tried = new Set([...SEAT_DOORS.values()].flat().map(({ name }) => name.split(' ').slice(0, 2).join(' ')));
    const routes = Object.entries(paths)
      .filter(([path]) => path.startsWith('/api/workshops/{id}/'))
      .flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`));
    expect(routes.filter((route) => !tried.has(route) && !OPEN_ROUTES.has(route))).toEqual([]);
  },
);
