// Fifty people at one workshop on lines that delay by up to 300 ms, lose messages and break: a pure simulation in its own time.
import { expect, test } from 'vitest';
import { id, instant, type CommandId } from '../../../shared/kernel/ids.ts';
import { learn, learnSnapshot, replicaOf, type Replica } from '../../../shared/sync/replica.ts';
import { decide, evolveEntry } from '../../../shared/workshop/decider.ts';
import { queueWithPositions } from '../../../shared/workshop/floor/selectors.ts';
import { POLICIES } from '../../../shared/workshop/floor/types.ts';
import { entryFor, viewFor } from '../../../shared/workshop/view-for.ts';
import {
  LOG_VERSION,
  type Entry,
  type WorkshopCommand,
  type WorkshopState,
} from '../../../shared/workshop/workshop.ts';
import { by, door, knock, liveWorkshop, play, seat, step } from '../../support/workshop-spec.ts';

const PEOPLE = Array.from({ length: 50 }, (_, n) => `p${n}`);
const JITTER_MS = 300;

/** Repeatable chance (mulberry32). */
const chanceOf = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};

interface Client {
  readonly name: string;
  replica: Replica;
  online: boolean;
  asking: boolean;
}

const queueOf = (state: WorkshopState): string =>
  queueWithPositions(state)
    .map(({ id: hand, position, reason }) => `${position} ${hand} ${JSON.stringify(reason)}`)
    .join('\n');

test('[X7] fifty clients show one queue at each revision', () => {
  const chance = chanceOf(1);
  const pick = <T>(from: readonly T[]): T => {
    const found = from[Math.floor(chance() * from.length)];
    if (found === undefined) throw new Error('nothing to pick from');
    return found;
  };
  const start = play([
    ...liveWorkshop,
    ...PEOPLE.flatMap((name) => [
      knock(name, 'speaker'),
      step({ type: 'participants/arrive', seat: seat(name) }, door),
    ]),
  ]);
  let { state } = start;
  const entries: Entry[] = [...start.entries];
  const queueAt = new Map<number, string>([[entries.length, queueOf(state)]]);
  const clients: Client[] = PEOPLE.map((name) => ({
    name,
    replica: replicaOf(seat(name), entries.length, viewFor(state, seat(name))),
    online: true,
    asking: false,
  }));
  const agenda: { readonly at: number; readonly act: () => void }[] = [];
  let now = 0;
  let compared = 0;
  let gaps = 0;
  const later = (act: () => void): void => void agenda.push({ at: now + chance() * JITTER_MS, act });

  const compare = ({ replica }: Client): void => {
    if (queueOf(replica.confirmed) !== queueAt.get(replica.seq))
      expect(queueOf(replica.confirmed)).toBe(queueAt.get(replica.seq));
    compared += 1;
  };
  const welcome = (client: Client): void => {
    client.replica = learnSnapshot(client.replica, entries.length, viewFor(state, seat(client.name)));
    compare(client);
  };
  const take = (client: Client, entry: Entry): void => {
    if (!client.online) return;
    const learnt = learn(client.replica, entry);
    client.replica = learnt.replica;
    compare(client);
    if (learnt.gapAfter === null) return;
    gaps += 1;
    if (client.asking) return;
    client.asking = true;
    later(() => {
      client.asking = false;
      for (const one of entries.slice(client.replica.seq)) take(client, entryFor(one, state, seat(client.name)));
    });
  };
  const send = (name: string, command: WorkshopCommand): void => {
    const context = { by: by(name), at: instant(now), cause: id<CommandId>(`c-${entries.length}-${Math.floor(now)}`) };
    const decision = decide(state, command, context);
    if (!decision.ok || decision.events.length === 0) return;
    const entry: Entry = { seq: entries.length + 1, ...context, v: LOG_VERSION, events: decision.events };
    entries.push(entry);
    state = evolveEntry(state, entry);
    queueAt.set(entry.seq, queueOf(state));
    for (const client of clients) {
      const copies = chance() < 0.05 ? 0 : chance() < 0.05 ? 2 : 1;
      for (let copy = 0; copy < copies; copy += 1) later(() => take(client, entryFor(entry, state, seat(client.name))));
    }
  };

  for (let turn = 0; turn < 120; turn += 1) {
    now += 20 + chance() * 40;
    for (const due of agenda.splice(0).sort((a, b) => a.at - b.at)) {
      if (due.at <= now) due.act();
      else agenda.push(due);
    }
    const name = pick(PEOPLE);
    const what = chance();
    later(() => {
      if (what < 0.55) send(name, { type: 'floor/raiseHand', ...(what < 0.05 && { kind: 'pointOfOrder' }) });
      else if (what < 0.65) send(name, { type: 'floor/lowerHand' });
      else if (what < 0.8) send('chair', { type: 'floor/giveNext' });
      else if (what < 0.88) send('chair', { type: 'floor/takeBack' });
      else if (what < 0.94) send('chair', { type: 'floor/move', seat: seat(name), index: 0 });
      else send('chair', { type: 'floor/setRules', rules: { policy: pick(POLICIES) } });
    });
    if (chance() < 0.1) {
      const client = pick(clients);
      client.online = false;
      later(() =>
        later(() => {
          client.online = true;
          welcome(client);
        }),
      );
    }
  }
  while (agenda.length > 0) {
    now += JITTER_MS;
    for (const { act } of agenda.splice(0).sort((a, b) => a.at - b.at)) act();
  }
  for (const client of clients) {
    client.online = true;
    welcome(client);
    expect(queueOf(client.replica.confirmed)).toBe(queueOf(state));
  }
  expect([compared > 2000, gaps > 100, entries.length - start.entries.length > 50]).toEqual([true, true, true]);
});
