// One workshop over the real wire: create, enter, knock, admit, queue, fall behind, come late, lose one's role, be removed.
import { describe, expect, test } from 'vitest';
import type { SeatId } from '../../../shared/kernel/ids.ts';
import { replay } from '../../../shared/workshop/decider.ts';
import { viewFor } from '../../../shared/workshop/view-for.ts';
import type { WorkshopState } from '../../../shared/workshop/workshop.ts';
import { createMint } from '../../../server/mint.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { enter } from '../../support/node-participant.ts';
import { connect, SeatClient, ticketFor } from '../../support/seat-client.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { gather } from '../../support/workshop-cast.ts';
import { PROTOCOL_VERSION } from '../../../shared/protocol/workshop-messages.ts';

const stateOf = async ({ app }: TestServer, workshop: string): Promise<WorkshopState> => {
  const running = await app.registry.find(workshop as never);
  if (!running) throw new Error('no such workshop');
  return running.room.state;
};

describe('people come in', () => {
  test('given a guest knocks, when the chair admits, then the guest is seated, here, and sees the room at once', async () => {
    const server = await startServer();
    const { chair, link, founded } = await gather(server.url);
    const guest = await connect(server.url, await enter(server.url, link('participant'), '王志高'));
    const seat = guest.welcome?.seat as SeatId;
    expect(guest.welcome?.view.participants.seats).toEqual({});
    expect(Object.keys(guest.welcome?.view.lobby.knocks ?? {})).toEqual([seat]);
    expect(await chair.send({ type: 'lobby/admit', seat })).toMatchObject({ ok: true });
    await guest.until(() => guest.snapshots.length === 1);
    expect(Object.keys(guest.snapshots[0]?.view.participants.seats ?? {})).toContain(seat);
    await guest.until(() => guest.entries.length > 0);
    const state = await stateOf(server, founded.workshop);
    expect(state.participants.seats[seat]?.presence.kind).toBe('here');
    expect(state.roster.people[state.participants.seats[seat]!.person]?.name).toEqual({ asWritten: '王志高' });
  });

  test('given a guest waits, when something happens in the room, then nothing of it reaches the guest', async () => {
    const server = await startServer();
    const { chair, link } = await gather(server.url);
    const guest = await connect(server.url, await enter(server.url, link('participant'), 'Bob'));
    const before = chair.seq;
    await chair.send({ type: 'agenda/next' });
    const { seq } = guest.welcome ?? { seq: 0 };
    await guest.until(() => guest.seq > Math.max(before, seq));
    const told = guest.entries.flatMap(({ events }) => events.map(({ type }) => type));
    expect(told.filter((type) => /^(agenda|floor|stage|participants|roster)/.test(type))).toEqual([]);
    expect(JSON.stringify([guest.welcome, guest.entries])).not.toContain('Ann Chair');
  });
});

describe('the queue', () => {
  test('given hands go up at once, when everybody has heard, then all see one order', async () => {
    const server = await startServer();
    const cast = await gather(server.url);
    await cast.chair.send({ type: 'session/begin' });
    const people = [await cast.admit('Bo'), await cast.admit('Cy'), await cast.admit('Di')];
    const replies = await Promise.all(people.map((one) => one.send({ type: 'floor/raiseHand' })));
    expect(replies.every(({ ok }) => ok)).toBe(true);
    const last = Math.max(...replies.map((reply) => (reply.ok ? reply.seq : 0)));
    const orders = await Promise.all(
      [cast.chair, ...people].map(async (one) => {
        await one.until(() => one.seq >= last);
        return one.entries.flatMap(({ events }) =>
          events.flatMap((event) => (event.type === 'floor/handRaised' ? [event.hand.seat] : [])),
        );
      }),
    );
    expect(new Set(orders.map((order) => order.join()))).toHaveProperty('size', 1);
    expect((await stateOf(server, cast.founded.workshop)).floor.queue.map(({ seat }) => seat)).toEqual(orders[0]);
  });

  test('given a command was accepted, when its id comes again, then the first reply, and it happened once', async () => {
    const server = await startServer();
    const { chair, founded } = await gather(server.url);
    await chair.send({ type: 'session/begin' });
    const id = createMint().id();
    const first = await chair.send({ type: 'floor/raiseHand' }, id);
    expect(first).toMatchObject({ ok: true });
    expect(await chair.send({ type: 'floor/raiseHand' }, id)).toEqual(first);
    expect((await stateOf(server, founded.workshop)).floor.queue).toHaveLength(1);
    expect(await chair.send({ type: 'floor/raiseHand' })).toMatchObject({
      ok: false,
      refusal: { code: 'floor/alreadyQueued' },
    });
  });

  test('given a command was refused, when its id comes again, then the same refusal, even if it would now be allowed', async () => {
    const server = await startServer();
    const { chair } = await gather(server.url);
    const id = createMint().id();
    const first = await chair.send({ type: 'session/end' }, id);
    expect(first).toMatchObject({ ok: false, refusal: { code: 'session/notLive' } });
    await chair.send({ type: 'session/begin' });
    expect(await chair.send({ type: 'session/end' }, id)).toEqual(first);
  });

  test('given an id of somebody else, when it is sent, then it is refused and tells nothing', async () => {
    const server = await startServer();
    const cast = await gather(server.url);
    const guest = await cast.admit('Bo');
    const id = createMint().id();
    await cast.chair.send({ type: 'session/begin' }, id);
    expect(await guest.send({ type: 'floor/lowerHand' }, id)).toEqual({
      ok: false,
      error: { code: 'protocol/malformed', detail: 'id' },
    });
  });

  test('given the server was restarted, when an acknowledged id comes again, then its first reply', async () => {
    const server = await startServer();
    const { chair, founded } = await gather(server.url);
    const id = createMint().id();
    const first = await chair.send({ type: 'session/begin' }, id);
    await server.close();
    const again = await startServer({ folder: server.folder });
    const back = await connect(again.url, founded);
    expect(await back.send({ type: 'session/begin' }, id)).toEqual(first);
  });
});

describe('falling behind and coming late', () => {
  test('given a gap, when it is asked for, then exactly the entries after it, as this viewer may see them', async () => {
    const server = await startServer();
    const cast = await gather(server.url);
    const guest = await cast.admit('Bo');
    const since = guest.seq;
    await enter(server.url, cast.link('participant'), 'Somebody at the door');
    await cast.chair.send({ type: 'session/begin' });
    await cast.chair.send({ type: 'agenda/next' });
    await guest.until(() => guest.seq >= cast.chair.seq);
    const reply = await guest.catchUp(since);
    expect(reply).toMatchObject({ ok: true, entries: guest.entries.filter(({ seq }) => seq > since) });
    expect(JSON.stringify(reply)).not.toContain('Somebody at the door');
  });

  test('given the rights changed within the gap, when it is asked for, then a snapshot', async () => {
    const server = await startServer();
    const cast = await gather(server.url);
    const guest = await cast.admit('Bo');
    const since = guest.seq;
    await cast.chair.send({ type: 'participants/assignRole', seat: guest.key.seat as SeatId, role: 'co-chair' });
    const reply = await guest.catchUp(since);
    const state = await stateOf(server, cast.founded.workshop);
    expect(reply).toMatchObject({ ok: true, snapshot: { view: JSON.parse(JSON.stringify(state)) } });
  });

  test('given a gap from the future, when it is asked for, then a snapshot', async () => {
    const server = await startServer();
    const { chair } = await gather(server.url);
    expect(await chair.catchUp(9999)).toMatchObject({ ok: true, snapshot: { seq: chair.seq } });
  });

  test('given much has happened, when somebody comes late, then the welcome is viewFor of the state, for each class', async () => {
    const server = await startServer();
    const cast = await gather(server.url);
    await cast.admit('Bo');
    await cast.chair.send({ type: 'session/begin' });
    await cast.chair.send({ type: 'agenda/next' });
    for (const role of ['speaker', 'participant']) {
      const late = await connect(server.url, await enter(server.url, cast.link(role), `Late ${role}`));
      const entries = (await server.app.registry.find(cast.founded.workshop as never))?.room.entries ?? [];
      const { welcome } = late;
      if (!welcome) throw new Error('no welcome');
      const then = replay(entries.slice(0, welcome.seq));
      expect(welcome.view).toEqual(JSON.parse(JSON.stringify(viewFor(then, welcome.seat))));
    }
  });
});

describe('roles change while the connection stays', () => {
  test('given a participant, when promoted and demoted, then the lobby comes into sight and goes again', async () => {
    const server = await startServer();
    const cast = await gather(server.url);
    const guest = await cast.admit('Bo');
    await enter(server.url, cast.link('participant'), 'Waiting Wanda');
    const seat = guest.key.seat as SeatId;
    await cast.chair.send({ type: 'participants/assignRole', seat, role: 'co-chair' });
    await guest.until(() => guest.snapshots.length === 2);
    expect(JSON.stringify(guest.snapshots.at(-1))).toContain('Waiting Wanda');
    await cast.chair.send({ type: 'participants/assignRole', seat, role: 'observer' });
    await guest.until(() => guest.snapshots.length === 3);
    expect(JSON.stringify(guest.snapshots.at(-1))).not.toContain('Waiting Wanda');
    expect(await guest.send({ type: 'lobby/admitAll' })).toMatchObject({ refusal: { code: 'permission/denied' } });
  });

  test('given somebody removed, when another tab holds a ticket from before, then it is told and closed too, and no new ticket is given', async () => {
    const server = await startServer();
    const cast = await gather(server.url);
    const guest = await cast.admit('Bo');
    const early = await ticketFor(server.url, guest.key);
    await cast.chair.send({ type: 'participants/remove', seat: guest.key.seat as SeatId });
    await guest.until(() => guest.goodbye !== null && !guest.socket.connected);
    expect(guest.goodbye).toEqual({ code: 'protocol/removed' });
    await expect(ticketFor(server.url, guest.key)).rejects.toThrow('access/removed');
    const evader = new SeatClient(server.url, { ticket: early, protocol: PROTOCOL_VERSION });
    await evader.until(() => evader.refused !== null);
    expect(evader.refused).toEqual({ code: 'protocol/removed' });
  });

  test('given somebody leaves, when it is told, then as a fact and not as a lost connection', async () => {
    const server = await startServer();
    const cast = await gather(server.url);
    const guest = await cast.admit('Bo');
    expect(await guest.raw('workshop:leave', {})).toEqual({ ok: true });
    const state = await stateOf(server, cast.founded.workshop);
    expect(state.participants.seats[guest.key.seat as SeatId]?.presence.kind).toBe('gone');
  });
});

describe('presence and time', () => {
  const lost = (state: WorkshopState, seat: string) => state.participants.seats[seat as SeatId]?.presence.kind;

  test('given a second tab, when the first goes, then still here; when the last closes, then lost; when back, then here', async () => {
    const server = await startServer();
    const cast = await gather(server.url);
    const guest = await cast.admit('Bo');
    const { seat } = guest.key;
    const second = await connect(server.url, guest.key);
    await guest.until(() => guest.goodbye !== null && !guest.socket.connected);
    await cast.chair.send({ type: 'session/begin' });
    expect(lost(await stateOf(server, cast.founded.workshop), seat)).toBe('here');
    second.socket.close();
    await cast.chair.until(() =>
      cast.chair.entries.some(({ events }) => events[0]?.type === 'participants/connectionLost'),
    );
    expect(lost(await stateOf(server, cast.founded.workshop), seat)).toBe('lost');
    const losses = cast.chair.entries.flatMap(({ events }) =>
      events.filter(({ type }) => type === 'participants/connectionLost'),
    );
    expect(losses).toHaveLength(1);
    await connect(server.url, guest.key);
    await cast.chair.until(() => cast.chair.entries.at(-1)?.events[0]?.type === 'participants/arrived');
    expect(lost(await stateOf(server, cast.founded.workshop), seat)).toBe('here');
  });

  test('given the holder of the floor is lost and the server restarts, when the grace is over, then the floor is free', async () => {
    const clock = createManualClock();
    const server = await startServer({ clock });
    const cast = await gather(server.url);
    await cast.chair.send({ type: 'session/begin' });
    const guest = await cast.admit('Bo');
    const { seat } = guest.key;
    await cast.chair.send({ type: 'floor/give', seat: seat as SeatId });
    expect((await stateOf(server, cast.founded.workshop)).floor.holder?.seat).toBe(seat);
    await server.close();

    const again = await startServer({ folder: server.folder, clock });
    const chair = await connect(again.url, cast.founded);
    expect(chair.welcome?.view.floor.holder?.seat).toBe(seat);
    clock.advance(15_000);
    await chair.until(() => chair.entries.some(({ events }) => events.some(({ type }) => type === 'floor/ended')));
    expect(lost(await stateOf(again, cast.founded.workshop), seat)).toBe('lost');
    clock.advance(45_000);
    await chair.until(() =>
      chair.entries.some(({ events }) => events.some(({ type }) => type === 'participants/left')),
    );
    expect(lost(await stateOf(again, cast.founded.workshop), seat)).toBe('gone');
  });

  test('given the holder comes back within the grace, when it is over, then nothing was taken', async () => {
    const clock = createManualClock();
    const server = await startServer({ clock });
    const cast = await gather(server.url);
    await cast.chair.send({ type: 'session/begin' });
    const guest = await cast.admit('Bo');
    await cast.chair.send({ type: 'floor/give', seat: guest.key.seat as SeatId });
    guest.socket.close();
    await cast.chair.until(() => cast.chair.entries.at(-1)?.events[0]?.type === 'participants/connectionLost');
    clock.advance(14_999);
    await connect(server.url, guest.key);
    await cast.chair.until(() => cast.chair.entries.at(-1)?.events[0]?.type === 'participants/arrived');
    clock.advance(120_000);
    await cast.chair.send({ type: 'agenda/next' });
    expect(lost(await stateOf(server, cast.founded.workshop), guest.key.seat)).toBe('here');
  });
});
