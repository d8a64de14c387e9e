// Somebody at the table in one role, with a hand at every door: commands, HTTP, notes and media, by the real wire.
import sharp from 'sharp';
import { createMediaPlane } from '../../../server/media/mediasoup/media-plane.ts';
import type { PersonId, SeatId } from '../../../shared/kernel/ids.ts';
import type { MediaMethod, MediaNotice, MediaReply } from '../../../shared/protocol/media-messages.ts';
import type { Person } from '../../../shared/directory/person.ts';
import type { Entry } from '../../../shared/workshop/workshop.ts';
import type { Source } from '../../../shared/workshop/stage/types.ts';
import type { Role } from '../../../shared/workshop/roles.ts';
import { pictureParameters, soundParameters } from '../media-participant.ts';
import { connect, type SeatClient } from '../seat-client.ts';
import { Visit, type Answered } from '../visit.ts';
import type { SeatKey } from '../node-participant.ts';
import { planeOptions } from '../plane-options.ts';
import { startServer } from '../server.ts';
import { gather, type Cast } from '../workshop-cast.ts';

type Replied<Answer> =
  { readonly ok: true; readonly answer: Answer } | { readonly ok: false; readonly error: { readonly code: string } };

/** Media over a seat's own connection. */
export class MediaLine {
  readonly #client: SeatClient;
  readonly notices: MediaNotice[] = [];
  #sending: Promise<string> | null = null;

  constructor(client: SeatClient) {
    this.#client = client;
    client.socket.on('media:notice', (notice: MediaNotice) => this.notices.push(notice));
  }

  request<Answer = unknown>(method: MediaMethod, ask: object): Promise<Replied<Answer>> {
    return this.#client.raw<MediaReply<MediaMethod>>('media:request', { method, ...ask }) as Promise<Replied<Answer>>;
  }

  /** Enters once; the id of the transport to send by. */
  sending(): Promise<string> {
    this.#sending ??= (async () => {
      await this.request('enter', {});
      const made = await this.request<{ id: string }>('createTransport', { direction: 'send' });
      if (!made.ok) throw new Error(made.error.code);
      return made.answer.id;
    })();
    return this.#sending;
  }

  /** The producer's id, or the word by which it was refused. */
  async produce(source: Source): Promise<Replied<{ producerId: string }>> {
    const sound = source === 'microphone';
    return this.request<{ producerId: string }>('produce', {
      transportId: await this.sending(),
      kind: sound ? 'audio' : 'video',
      source,
      rtpParameters: sound ? soundParameters() : pictureParameters(),
      paused: false,
    });
  }
}

export interface Seated {
  readonly url: string;
  readonly role: Role;
  readonly key: SeatKey;
  readonly client: SeatClient;
  readonly media: MediaLine;
  readonly person: Person;
  readonly otherPerson: PersonId;
  /** A picture of this workshop that anybody here may see. */
  readonly file: string;
  ask(method: string, path: string, body?: unknown): Promise<Answered>;
  upload(): Promise<Answered>;
  /** A link made for one attempt, its id. */
  freshLink(role: Role): Promise<string>;
  /** Whether this seat is told of an event that the chair is told of. */
  hears(type: 'lobby/knocked' | 'desk/said'): Promise<boolean>;
}

interface Setting {
  readonly url: string;
  readonly cast: Cast;
  /** As the chair. */
  readonly ask: Seated['ask'];
  readonly picture: Uint8Array<ArrayBuffer>;
  readonly file: string;
}

export const askWith = (url: string, key: SeatKey) => {
  const browser = new Visit(url);
  return (method: string, path: string, body?: unknown): Promise<Answered> =>
    browser.ask(method, `/api/workshops/${key.workshop}${path}`, {
      token: key.seatToken,
      ...(body !== undefined && { body }),
    });
};

export const uploadWith = async (url: string, key: SeatKey, picture: Uint8Array<ArrayBuffer>): Promise<Answered> => {
  const form = new FormData();
  form.append('file', new Blob([picture]), 'x.png');
  const reply = await fetch(`${url}/api/workshops/${key.workshop}/files`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key.seatToken}` },
    body: form,
  });
  const text = await reply.text();
  return { status: reply.status, body: JSON.parse(text) as Record<string, unknown>, text, headers: reply.headers };
};

export const pictureOf = async (): Promise<Uint8Array<ArrayBuffer>> => {
  const drawn = sharp({ create: { width: 3, height: 2, channels: 3, background: 'teal' } });
  return new Uint8Array(await drawn.png().toBuffer());
};

/** A server with real media and people in a workshop of it, a picture among its files. */
export const settle = async (): Promise<Setting> => {
  const { url } = await startServer({
    media: await createMediaPlane(await planeOptions(1)),
    limits: { sockets: { pace: { burst: 1e6, perSecond: 1e6 } } },
  });
  const cast = await gather(url);
  const picture = await pictureOf();
  const { id } = (await uploadWith(url, cast.founded, picture)).body as { id: string };
  return { url, cast, ask: askWith(url, cast.founded), picture, file: id };
};

/** Takes a seat by a link for this role, let in where one must knock. */
export const seatAs = async (
  { url, cast, ask: chairAsks, picture, file }: Setting,
  role: Role,
  link?: string,
): Promise<Seated> => {
  const linkFor = async (to: Role): Promise<{ id: string; url: string }> =>
    (await chairAsks('POST', '/links', { role: to })).body as { id: string; url: string };
  const key = await new Visit(url).enter(link ?? (await linkFor(role)).url, `One ${role}`);
  await cast.chair.send({ type: 'lobby/admit', seat: key.seat as SeatId });
  const client = await connect(url, key);
  const people = Object.values(client.welcome?.view.roster.people ?? {});
  const me = client.welcome?.view.participants.seats[key.seat as SeatId];
  const person = people.find(({ id }) => id === me?.person);
  const other = people.find(({ id }) => id !== me?.person);
  if (!person || !other) throw new Error(`${role} is not on the roster`);
  return {
    url,
    role,
    key,
    client,
    media: new MediaLine(client),
    person,
    otherPerson: other.id,
    file,
    ask: askWith(url, key),
    upload: () => uploadWith(url, key, picture),
    freshLink: async (to) => (await linkFor(to)).id,
    async hears(type) {
      const isIt = ({ events }: Entry): boolean => events.some((event) => event.type === type);
      const [from, since] = [cast.chair.entries.length, client.entries.length];
      if (type === 'lobby/knocked') await new Visit(url).enter(cast.link('participant'), `Waits for ${role}`);
      else await cast.chair.send({ type: 'desk/say', text: role });
      await cast.chair.until(() => cast.chair.entries.slice(from).some(isIt));
      const { seq } = cast.chair;
      await client.until(() => client.seq >= seq);
      return client.entries.slice(since).some(isIt);
    },
  };
};
