// Every door that a seat's right guards, by the right: commands, HTTP routes, notes, files, media. A right without a door here is a compile error.
import fc from 'fast-check';
import { id } from '../../../shared/kernel/ids.ts';
import { COMMAND_ACCESS } from '../../../shared/workshop/command-access.ts';
import { REACTIONS } from '../../../shared/protocol/workshop-messages.ts';
import { PERMISSIONS, type Permission } from '../../../shared/workshop/permissions.ts';
import type { Source } from '../../../shared/workshop/stage/types.ts';
import type { WorkshopCommand } from '../../../shared/workshop/workshop.ts';
import { receiving } from '../media-participant.ts';
import { COMMANDS } from '../random-workshop.ts';
import { tryNotes } from './notes-line.ts';
import { DENIED, DONE, ofHttp, outcomeOf, type Door } from './outcome.ts';
import type { Seated } from './seated.ts';

type SeatDoor = Door<Seated>;

/** A command's own words: it was read, allowed, and found not to fit. */
const UNFITTING = /^(?!permission\/|protocol\/|access\/|account\/|http)[a-z]+\/\w+$/;

const command =
  (one: WorkshopCommand): SeatDoor['attempt'] =>
  async ({ client }) => {
    const reply = await client.send(one);
    return outcomeOf(reply.ok ? null : 'refusal' in reply ? reply.refusal.code : reply.error.code);
  };

let asked = 0;
const overHttp =
  (one: WorkshopCommand): SeatDoor['attempt'] =>
  async (who) =>
    ofHttp(await who.ask('POST', '/commands', { id: `over-http-${++asked}`, command: one }));

/** One of each command that the table gives to this right. */
const commandsFor = (permission: Permission): SeatDoor[] =>
  Object.entries(COMMAND_ACCESS).flatMap(([type, access]) => {
    // Putting oneself on the roster is everybody's, others' entries are not: two doors of their own below.
    if (access !== permission || type === 'roster/putPerson') return [];
    const [sample] = fc.sample<WorkshopCommand>(COMMANDS[type as WorkshopCommand['type']], { numRuns: 1, seed: 7 });
    if (!sample) throw new Error(`no sample of ${type}`);
    return [
      { name: `command ${type}`, attempt: command(sample), otherwise: UNFITTING },
      { name: `command ${type} over HTTP`, attempt: overHttp(sample), otherwise: UNFITTING },
    ];
  });

const http = (method: string, path: string, body?: (who: Seated) => unknown, otherwise?: RegExp): SeatDoor => ({
  name: `${method} /api/workshops/{id}${path}`,
  attempt: async (who) => ofHttp(await who.ask(method, path, body?.(who))),
  ...(otherwise && { otherwise }),
});

/** Like the above, on a link that the chair has just made for this attempt. */
const onLink = (method: string, path: string): SeatDoor => ({
  name: `${method} /api/workshops/{id}/links/{link}${path}`,
  attempt: async (who) => ofHttp(await who.ask(method, `/links/${await who.freshLink('speaker')}${path}`)),
});

/** Which of them there is, only who may look is told. */
const onInvitation = (method: string, path: string): SeatDoor => ({
  name: `${method} /api/workshops/{id}/invitations/{invitation}${path}`,
  attempt: async (who) => ofHttp(await who.ask(method, `/invitations/nobodys${path}`)),
  otherwise: /^invitation\/unknown$/,
});

const produce = (source: Source): SeatDoor => ({
  name: `media produce ${source}`,
  async attempt({ media }) {
    const made = await media.produce(source);
    if (made.ok) await media.request('closeProducer', { producerId: made.answer.producerId });
    return outcomeOf(made.ok ? null : made.error.code);
  },
});

const consume: SeatDoor = {
  name: 'media consume',
  async attempt({ media }) {
    await media.sending();
    const made = await media.request('createTransport', { direction: 'receive' });
    if (!made.ok) return outcomeOf(made.error.code);
    const attended = await media.request<{ producers: { producerId: string }[] }>('attend', {
      rtpCapabilities: receiving,
    });
    if (!attended.ok) return outcomeOf(attended.error.code);
    const [first] = attended.answer.producers;
    if (!first) return 'nobody publishes';
    const consumed = await media.request('consume', { producerId: first.producerId });
    return outcomeOf(consumed.ok ? null : consumed.error.code);
  },
};

const hears = (type: Parameters<Seated['hears']>[0]): SeatDoor => ({
  name: `entries of ${type}`,
  attempt: async (who) => ((await who.hears(type)) ? DONE : DENIED),
});

const putPerson = (name: string, own: boolean): SeatDoor => ({
  name: `command roster/putPerson of ${name}`,
  otherwise: UNFITTING,
  attempt: (who) =>
    command({
      type: 'roster/putPerson',
      person: { ...who.person, ...(!own && { id: who.otherPerson }) },
    })(who),
});

const NOTES: SeatDoor = {
  name: 'notes read over WebSocket',
  attempt: (who) => tryNotes(who, null),
};

const BEYOND_COMMANDS: { readonly [P in Permission]?: readonly SeatDoor[] } = {
  'roster.edit': [putPerson('somebody else', false)],
  'roster.correctOwn': [putPerson('oneself', true)],
  'lobby.watch': [hears('lobby/knocked')],
  'participants.assignRole': [http('POST', '/links', () => ({ role: 'co-chair' }))],
  // Oneself everybody may; the right is about others.
  'participants.anonymize': [
    {
      name: 'command participants/anonymize somebody else',
      attempt: command({ type: 'participants/anonymize', person: id('nobody') }),
      otherwise: UNFITTING,
    },
  ],
  'stage.publish': [produce('microphone'), produce('camera')],
  'stage.shareScreen': [produce('screen')],
  'stage.watch': [consume],
  'desk.talk': [hears('desk/said')],
  'notes.read': [
    NOTES,
    http('POST', '/tickets', () => ({ audience: 'notes' })),
    http('GET', '/minutes'),
    http('GET', '/minutes/versions'),
    ...['docx', 'pdf', 'html', 'md'].map((format) => http('GET', `/minutes.${format}`)),
  ],
  'notes.write': [
    { name: 'notes write over WebSocket', attempt: (who) => tryNotes(who, 'words') },
    http('GET', '/board/history'),
    {
      name: 'GET /api/workshops/{id}/board/history/{at}',
      attempt: async (who) => ofHttp(await who.ask('GET', '/board/history/1')),
    },
  ],
  'files.read': [
    {
      name: 'GET /api/workshops/{id}/files/{file}',
      attempt: async (who) => ofHttp(await who.ask('GET', `/files/${who.file}`)),
    },
    {
      name: 'GET /api/workshops/{id}/portraits/{person}',
      attempt: async (who) => ofHttp(await who.ask('GET', `/portraits/${who.person.id}`)),
      otherwise: /^file\/unknown$/,
    },
    { ...http('GET', '/slides/none', undefined, /^file\/unknown$/), name: 'GET /api/workshops/{id}/slides/{deck}' },
    {
      ...http('GET', '/slides/none/1', undefined, /^file\/unknown$/),
      name: 'GET /api/workshops/{id}/slides/{deck}/{page}',
    },
  ],
  // Of an item or of slides that are not there, to whoever may.
  'slides.present': [
    {
      ...http('POST', '/items/none/slides', undefined, UNFITTING),
      name: 'POST /api/workshops/{id}/items/{item}/slides',
    },
  ],
  'files.upload': [{ name: 'POST /api/workshops/{id}/files', attempt: async (who) => ofHttp(await who.upload()) }],
  'links.issue': [
    http('GET', '/links'),
    http('POST', '/links', () => ({ role: 'speaker' })),
    onLink('POST', '/replace'),
    onLink('DELETE', ''),
    http('GET', '/invitations'),
    http(
      'POST',
      '/invitations',
      () => ({ people: [{ name: 'Ida Berg', mail: 'ida@example.org', role: 'speaker', language: 'en' }] }),
      UNFITTING,
    ),
    onInvitation('POST', '/send'),
    onInvitation('DELETE', ''),
    http('POST', '/invitations/tell-change'),
    http('POST', '/invitations/cancel'),
  ],
  'draft.read': [
    http('GET', '/draft'),
    ...['html', 'md', 'docx', 'pdf', 'zip'].map((format) => http('GET', `/draft.${format}`)),
  ],
  'draft.edit': [
    http('GET', '/copy'),
    {
      name: 'GET /api/workshops/{id}/copy/changes',
      // A number that never was is answered at once; the next one would be waited for.
      attempt: async (who) => ofHttp(await who.ask('GET', '/copy/changes?since=999999')),
    },
    http('POST', '/copy', () => ({ type: 'headline', language: 'en', choice: 'none' }), UNFITTING),
    {
      name: 'GET /api/workshops/{id}/copy/pictures/{file}',
      attempt: async (who) => ofHttp(await who.ask('GET', '/copy/pictures/nothing-of-that-name')),
      otherwise: /^file\/unknown$/,
    },
    http(
      'POST',
      '/copy/portraits',
      (who) => ({ language: 'en', id: 'p', after: 'headline', person: who.person.id, credit: 'x' }),
      /^draft\/noPortrait$/,
    ),
    http('POST', '/copy/rewrite', () => ({ language: 'en', piece: 'headline' }), /^draft\/rewriteOff$/),
    // An organization's style is for its members to choose, whatever seat they hold.
    http('PUT', '/copy/style-of-all', () => ({ style: 'foundation' }), /^denied$/),
    http('GET', '/approvals'),
    http('POST', '/approvals', (who) => ({ person: who.person.id, language: 'en' }), UNFITTING),
    {
      name: 'DELETE /api/workshops/{id}/approvals/{person}',
      attempt: async (who) => ofHttp(await who.ask('DELETE', `/approvals/${who.person.id}`)),
    },
  ],
  'reactions.send': [
    {
      name: 'message workshop:react',
      async attempt({ client }) {
        const { ok } = await client.raw<{ ok: boolean }>('workshop:react', { reaction: REACTIONS[0] });
        return ok ? DONE : DENIED;
      },
    },
  ],
  'chat.read': [http('GET', '/chat')],
  'workshop.export': [
    http('GET', '/records/chat'),
    http('GET', '/export'),
    ...['talk-times', 'attendance', 'agenda'].map((table) => ({
      ...http('GET', `/records/${table}`),
      name: `GET /api/workshops/{id}/records/{table} ${table}`,
    })),
  ],
  'audit.read': [http('GET', '/audit'), http('GET', '/audit.jsonl')],
};

export const SEAT_DOORS: ReadonlyMap<Permission, readonly SeatDoor[]> = new Map(
  (Object.keys(PERMISSIONS) as Permission[]).map((permission) => [
    permission,
    [...commandsFor(permission), ...(BEYOND_COMMANDS[permission] ?? [])],
  ]),
);

/** Routes of a workshop that ask no seat's right: the door itself, what everybody may say of their own entry, and seats that members take. */
export const OPEN_ROUTES: ReadonlySet<string> = new Set([
  'GET /api/workshops/{id}/door',
  'POST /api/workshops/{id}/enter',
  'POST /api/workshops/{id}/rehearsals',
  'POST /api/workshops/{id}/seats/own',
  'GET /api/workshops/{id}/own-entry',
  'POST /api/workshops/{id}/own-entry',
  'POST /api/workshops/{id}/own-entry/not-me',
  'GET /api/workshops/{id}/own-data',
  // Each command asks the right of its own; they are tried one by one above. The view is what the seat's class may see.
  'POST /api/workshops/{id}/commands',
  'GET /api/workshops/{id}/view',
]);
