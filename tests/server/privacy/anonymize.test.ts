// Somebody whose name is taken away: found nowhere, out of the room, and the workshop still reads as it was.
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PersonId, SeatId } from '../../../shared/kernel/ids.ts';
import { administratorOf, signUp } from '../../support/account-client.ts';
import { everythingStored } from '../../support/everything-stored.ts';
import { enter } from '../../support/node-participant.ts';
import { startPostgres, type TemporaryPostgres } from '../../support/postgres.ts';
import { connect } from '../../support/seat-client.ts';
import { startServer } from '../../support/server.ts';
import { Visit } from '../../support/visit.ts';
import { gather } from '../../support/workshop-cast.ts';

const NAME = 'Wanda Vanishing';
const EMAIL = 'wanda@example.org';

const inWorkshop = async (databaseUrl?: string) => {
  const server = await startServer({ ...(databaseUrl !== undefined && { databaseUrl }) });
  const cast = await gather(server.url);
  const wanda = await signUp(server, { email: EMAIL, name: NAME });
  const key = await enter(server.url, cast.link('speaker'), NAME);
  await wanda.client.post('/api/account/claims', { seatToken: key.seatToken });
  const seat = await connect(server.url, key);
  await seat.until(() => seat.welcome !== null);
  const person = (seat.welcome?.view.participants.seats[key.seat as SeatId]?.person ?? '') as PersonId;
  await cast.chair.send({ type: 'session/begin' });
  await seat.send({ type: 'floor/raiseHand', topic: 'Prices' });
  await cast.chair.send({ type: 'floor/giveNext' });
  await seat.send({ type: 'chat/say', to: { kind: 'all' }, text: 'Good morning' });
  return { server, cast, wanda, key, seat, person };
};

describe.each(['SQLite', 'PostgreSQL'] as const)('on %s', (engine) => {
  let postgres: TemporaryPostgres | null = null;
  beforeAll(async () => {
    if (engine === 'PostgreSQL') postgres = await startPostgres();
  });
  afterAll(() => postgres?.remove());

  test('given an account that sat in a workshop, when an administrator anonymizes it, then its name and address are nowhere', async () => {
    const url = postgres?.url;
    const { server, cast, wanda, key, seat, person } = await inWorkshop(url);
    const { client } = await administratorOf(server);
    expect(await everythingStored(server.folder, url)).toContain(NAME);
    await client.post(`/api/administration/accounts/${wanda.account}/anonymize`, { names: true });
    await seat.until(() => seat.goodbye !== null);
    expect(seat.goodbye).toMatchObject({ code: 'protocol/removed' });
    expect(
      (await new Visit(server.url).ask('GET', `/api/workshops/${key.workshop}/own-data`, { token: key.seatToken }))
        .status,
    ).toBe(401);
    await cast.chair.until(() =>
      cast.chair.entries.some(({ events }) => events.some(({ type }) => type === 'participants/anonymized')),
    );
    await cast.chair.send({ type: 'session/end' });
    const running = await server.app.registry.find(key.workshop as never);
    const live = running?.room.state;
    expect(live?.roster.people[person]?.name).toEqual({ neutral: 1 });
    expect(live?.floor.spoken.map((speech) => speech.person)).toContain(person);
    const minutes = await new Visit(server.url).ask('GET', `/api/workshops/${key.workshop}/minutes?language=en`, {
      token: cast.founded.seatToken,
    });
    expect(minutes.text).not.toContain(NAME);
    cast.chair.socket.close();
    await server.close();

    const left = await everythingStored(server.folder, url);
    expect([NAME, EMAIL].filter((word) => left.includes(word))).toEqual([]);
    const again = await startServer({ folder: server.folder, ...(url !== undefined && { databaseUrl: url }) });
    const replayed = (await again.app.registry.find(key.workshop as never))?.room.state;
    expect(replayed?.roster).toEqual(live?.roster);
    expect(replayed?.floor).toEqual(live?.floor);
  });
});

test('given a guest, when they take their copy and then their name away, then both are their own doing and nobody else’s', async () => {
  const { server, cast, key, seat, person } = await inWorkshop();
  const path = `${server.url}/api/workshops/${key.workshop}/own-data`;
  const reply = await fetch(path, { headers: { authorization: `Bearer ${key.seatToken}` } });
  const files = unzipSync(new Uint8Array(await reply.arrayBuffer()));
  const copy = JSON.parse(strFromU8(files['workshop.json'] ?? new Uint8Array())) as Record<string, unknown>;
  expect(copy).toMatchObject({ seat: key.seat, role: 'speaker', person: { name: { asWritten: NAME } } });
  expect(Object.values(copy['chat'] as object)).toEqual(['Good morning']);
  expect(JSON.stringify(copy)).not.toContain('Ann Chair');
  expect((await fetch(path)).status).toBe(401);

  const other = await cast.admit('Other');
  expect(await other.send({ type: 'participants/anonymize', person })).toMatchObject({
    refusal: { code: 'permission/denied' },
  });
  // The goodbye may come before the answer.
  seat.send({ type: 'participants/anonymize', person }).catch(() => undefined);
  await seat.until(() => seat.goodbye !== null);
  expect(await cast.chair.send({ type: 'participants/anonymize', person })).toMatchObject({
    refusal: { code: 'participants/anonymous' },
  });
});

test('given the only chair of a live session, when the account is to go with its name, then not before the session is over', async () => {
  const server = await startServer();
  const { client } = await administratorOf(server);
  const bo = await signUp(server, { email: 'bo@example.org', organizationRole: 'organizer' });
  const wish = { title: 'Cities', language: 'en', name: 'Bo', timeZone: 'UTC' };
  const founded = await bo.client.post<{ workshop: string; seat: string; seatToken: string }>('/api/workshops', wish);
  const chair = await connect(server.url, founded);
  await chair.send({ type: 'session/begin' });
  const path = `/api/administration/accounts/${bo.account}/anonymize`;
  expect((await client.ask('POST', path, { names: true })).body).toMatchObject({
    error: { code: 'participants/lastChair' },
  });
  expect((await bo.client.get<{ me: object | null }>('/api/account')).me).not.toBeNull();
  await chair.send({ type: 'session/end' });
  await client.post(path, { names: true });
  await chair.until(() => chair.goodbye !== null);
});
