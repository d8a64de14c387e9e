/**
 * What webhooks hear of: read off a workshop's log, or told by whoever did it. Owns the messages and that a restart loses none of the log's:
 * how far a workshop has been told stands beside it, and is looked at when the room opens. Names nobody: who was there is asked for with a token.
 */
import { createHash } from 'node:crypto';
import type { Instant, OwningOrganizationId, WorkshopId } from '../../shared/kernel/ids.ts';
import type { HappeningKind } from '../../shared/organization/scopes.ts';
import type { Entry, WorkshopEvent, WorkshopState } from '../../shared/workshop/workshop.ts';
import type { Clock } from '../ports.ts';
import type { Happening, WebhookStore } from '../ports/api.ts';
import type { WorkshopRoom } from '../workshops/workshop-room.ts';

export type Tell = (
  organization: OwningOrganizationId | null,
  what: {
    readonly kind: HappeningKind;
    /** Of what happened, among those of its kind: the same key is told once. */
    readonly key: string;
    readonly at: Instant;
    readonly about: Readonly<Record<string, unknown>>;
  },
) => Promise<void>;

export interface Happenings {
  readonly tell: Tell;
  readonly attend: (room: WorkshopRoom) => () => void;
  /** Resolves when all that was heard is written down. */
  settled(): Promise<void>;
}

const ID_CHARACTERS = 32;

const happening = (
  kind: HappeningKind,
  key: string,
  at: Instant,
  about: Readonly<Record<string, unknown>>,
): Happening => {
  const id = createHash('sha256').update(`${kind} ${key}`).digest('base64url').slice(0, ID_CHARACTERS);
  return { id, kind, at, body: JSON.stringify({ id, type: kind, timestamp: new Date(at).toISOString(), data: about }) };
};

const read = (
  event: WorkshopEvent,
  state: WorkshopState,
): [HappeningKind, Readonly<Record<string, unknown>>] | null => {
  switch (event.type) {
    case 'session/begun':
      return ['workshop.started', {}];
    case 'session/ended':
      return ['workshop.ended', {}];
    case 'agenda/itemBegun': {
      const item = state.agenda.items[event.item];
      return ['item.began', { item: { id: event.item, title: item?.title ?? {} } }];
    }
    default:
      return null;
  }
};

export const createHappenings = (deps: {
  readonly store: Pick<WebhookStore, 'tell' | 'toldUpTo' | 'setToldUpTo'>;
  /** Null: nobody's. */
  readonly ownerOf: (workshop: WorkshopId) => Promise<OwningOrganizationId | null>;
  readonly clock: Clock;
  readonly onFault: (fault: unknown) => void;
  /** Something new waits to be carried. */
  readonly wake: () => void;
}): Happenings => {
  const { store, clock } = deps;
  const under = new Set<Promise<void>>();

  const put = async (organization: OwningOrganizationId, all: readonly Happening[]): Promise<void> => {
    if ((await store.tell(organization, all, clock.now())) > 0) deps.wake();
  };

  const inBackground = (work: Promise<void>): void => {
    const done: Promise<void> = work.catch(deps.onFault).finally(() => under.delete(done));
    under.add(done);
  };

  const heardIn = (room: WorkshopRoom, { seq, at, events }: Entry, state: WorkshopState): readonly Happening[] =>
    events.flatMap((event, index) => {
      const found = read(event, state);
      if (found === null) return [];
      const [kind, more] = found;
      const about = { workshop: { id: room.id, title: { ...state.brief.title } }, ...more };
      return [happening(kind, `${room.id} ${seq} ${index}`, at, about)];
    });

  const write = async (room: WorkshopRoom, heard: readonly Happening[], upTo: number): Promise<void> => {
    if (heard.length === 0) return;
    const organization = await deps.ownerOf(room.id);
    if (organization === null) return;
    await put(organization, heard);
    await store.setToldUpTo(room.id, upTo);
  };

  return {
    async tell(organization, { kind, key, at, about }) {
      if (organization !== null) await put(organization, [happening(kind, key, at, about)]);
    },
    attend(room) {
      let turn: Promise<void> = (async () => {
        const upTo = room.seq;
        const before = room.entries.slice(0, upTo);
        const told = await store.toldUpTo(room.id);
        await write(
          room,
          before.filter(({ seq }) => seq > told).flatMap((entry) => heardIn(room, entry, room.state)),
          upTo,
        );
      })();
      inBackground(turn);
      return room.listen((entry, _before, after) => {
        const heard = heardIn(room, entry, after);
        if (heard.length === 0) return;
        turn = turn.catch(() => undefined).then(() => write(room, heard, entry.seq));
        inBackground(turn);
      });
    },
    async settled() {
      while (under.size > 0) await Promise.all(under);
    },
  };
};
