// kill -9, twenty times, and lines that are cut in between, while ten people queue and type: whatever a client was told is done is still done afterwards.
import { randomInt } from 'node:crypto';
import * as Y from 'yjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AgendaItemId, SeatId } from '../../shared/kernel/ids.ts';
import type { CommandReply } from '../../shared/protocol/workshop-messages.ts';
import { cuttingProxy, type CuttingProxy } from '../support/cutting-proxy.ts';
import { enter, NodeParticipant, startWorkshop } from '../support/node-participant.ts';
import { serverProcess, type ServerProcess } from '../support/server-process.ts';

const KILLS = 20;
const PEOPLE = 10;
/** The bound for being back; awaited generously, reported exactly. */
const BACK_LIMIT_MS = 60_000;

const until = async (what: string, holds: () => boolean, limitMs = BACK_LIMIT_MS): Promise<void> => {
  const deadline = Date.now() + limitMs;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(`not within ${limitMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

const textOf = (document: Y.Doc): string => document.getXmlFragment('general').toString();

/** Words typed into the general notes, each unique; those a client was told are saved are kept apart. */
class Typist {
  readonly saved = new Set<string>();
  readonly #typed: string[] = [];
  readonly #person: NodeParticipant;
  readonly #name: string;

  constructor(person: NodeParticipant, name: string) {
    this.#person = person;
    this.#name = name;
  }

  type(): void {
    const board = this.#person.board;
    if (!board) return;
    const word = `${this.#name}x${this.#typed.length}`;
    this.#typed.push(word);
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText(`${word} `)]);
    board.document.getXmlFragment('general').push([paragraph]);
  }

  /** What the screen would call saved at this moment counts as saved. */
  note(): void {
    if (this.#person.board?.saved$.get() === 'saved') for (const word of this.#typed) this.saved.add(word);
  }
}

/** The same id once more; a seat that asks faster than its allowance is told so, and waits as a client would. */
const askAgain = async (by: NodeParticipant, id: string): Promise<CommandReply> => {
  await by.here();
  const reply = await by.send({ type: 'floor/lowerHand' }, id);
  if (reply.ok || !('error' in reply) || reply.error.code !== 'protocol/tooFast') return reply;
  await new Promise((resolve) => setTimeout(resolve, 100));
  return askAgain(by, id);
};

describe('a server that is killed while people work', () => {
  const folder = mkdtempSync(join(tmpdir(), 'plenary-crash-'));
  let server: ServerProcess;
  let lines: CuttingProxy;
  const people: NodeParticipant[] = [];

  beforeAll(async () => {
    server = await serverProcess(folder);
    await server.start();
    lines = await cuttingProxy(server.url);
  });
  afterAll(async () => {
    people.forEach((person) => person.close());
    await lines.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('loses nothing that anybody saw acknowledged or saved, and everyone is back in the same seat', async () => {
    const founded = await startWorkshop(server.url, 'Killed twenty times', 'Chen Li');
    const chair = new NodeParticipant(server.url, founded, { notes: false });
    people.push(chair);
    await chair.here();
    await chair.send({ type: 'lobby/setDoor', door: 'open' });
    const first = (await chair.here()).view.agenda.order[0] as AgendaItemId;
    const began = await chair.send({ type: 'agenda/begin', item: first });
    if (!began.ok) throw new Error('the first item did not begin');
    const link = founded.links.find(({ role }) => role === 'participant')?.url ?? '';
    for (let i = 0; i < PEOPLE; i++) {
      people.push(new NodeParticipant(lines.url, await enter(server.url, link, `Guest ${i}`), { notes: true }));
    }
    const guests = people.slice(1);
    await Promise.all(people.map((person) => person.here()));
    await until('boards open', () => guests.every((guest) => guest.board?.synced$.get() === true));

    const typists = guests.map((guest, i) => new Typist(guest, `g${i}`));
    const seats = new Map(people.map((person) => [person, person.key.seat]));
    const acknowledged = new Map<string, { by: NodeParticipant; reply: Extract<CommandReply, { ok: true }> }>();
    const backAfter: number[] = [];
    let cuts = 0;

    for (let kill = 0; kill < KILLS; kill++) {
      // Work until the moment of the kill, never waiting for answers.
      const moment = Date.now() + randomInt(150, 600);
      // Every other time their lines break first, and the kill may meet them still coming back.
      const cutAt = kill % 2 === 0 ? moment - randomInt(20, 140) : Infinity;
      let isCut = false;
      while (Date.now() < moment) {
        for (const [i, guest] of guests.entries()) {
          if (guest.inFlight.size < 3)
            void guest.send({ type: Math.random() < 0.5 ? 'floor/raiseHand' : 'floor/lowerHand' });
          typists[i]?.type();
        }
        await new Promise((resolve) => setTimeout(resolve, 30));
        typists.forEach((typist) => typist.note());
        if (isCut || Date.now() < cutAt) continue;
        isCut = true;
        cuts += lines.cut();
        typists.forEach((typist) => typist.note());
      }
      for (const guest of guests) void guest.send({ type: 'floor/raiseHand', topic: `kill ${kill}` });
      typists.forEach((typist) => typist.type());
      const inFlight = guests.reduce((sum, guest) => sum + guest.inFlight.size, 0);
      expect(inFlight, 'a kill without a write in flight proves nothing').toBeGreaterThan(0);
      await server.kill();
      typists.forEach((typist) => typist.note());
      for (const person of people) {
        for (const [id, reply] of person.acknowledged) acknowledged.set(id, { by: person, reply });
        person.acknowledged.clear();
        person.inFlight.clear();
      }
      await server.start();
      const up = Date.now();
      await Promise.all(people.map((person) => person.here()));
      await until('boards back', () => guests.every((guest) => guest.board?.synced$.get() === true));
      backAfter.push(Date.now() - up);
    }

    // Each acknowledged command is asked again under its own id: the first answer must stand, in the log, at its place.
    for (const [id, { by, reply }] of acknowledged) {
      expect(await askAgain(by, id)).toEqual(reply);
    }
    expect(acknowledged.size).toBeGreaterThan(KILLS);
    expect(cuts).toBeGreaterThan(KILLS);

    // A stranger to all that was typed reads the board from the store alone.
    await server.kill();
    await server.start();
    const reader = new NodeParticipant(server.url, await enter(server.url, link, 'Reader'), { notes: true });
    people.push(reader);
    await until('reader reads', () => reader.board?.synced$.get() === true);
    const text = reader.board ? textOf(reader.board.document) : '';
    const saved = typists.flatMap((typist) => [...typist.saved]);
    expect(saved.length).toBeGreaterThan(KILLS);
    expect(saved.filter((word) => !text.includes(`${word} `))).toEqual([]);

    const { view } = await chair.here();
    for (const [person, seat] of seats) {
      expect(person.key.seat).toBe(seat);
      expect(view.participants.seats[seat as SeatId]?.presence.kind).not.toBe('gone');
    }
    expect(view.session).toEqual({ phase: 'live', begunAt: began.at });
    expect(view.agenda.current).toBe(first);
    expect(view.agenda.items[first]?.stretches).toEqual([{ from: began.at }]);
    console.log(
      `kill -9: ${KILLS} times, ${cuts} lines cut; ${acknowledged.size} acknowledged, ${saved.length} saved, none lost; all back after ${Math.max(...backAfter)} ms at most`,
    );
  }, 600_000);
});
