// A workshop whose desk invites by mail: set to a day, with a speaker on its roster, on the manual clock. Knows the routes, nothing of letters' words.
import type { AgendaItemId, Instant, OrganizationId, PersonId } from '../../shared/kernel/ids.ts';
import type { OutboxRecord } from '../../server/ports/mail.ts';
import type { WorkshopCommand } from '../../shared/workshop/workshop.ts';
import type { ManualClock } from './manual-clock.ts';
import { startWorkshop } from './node-participant.ts';
import { connect } from './seat-client.ts';
import { startServer, type TestServerOptions } from './server.ts';
import { Visit } from './visit.ts';

export const DAY = 86_400_000;
export const HOUR = 3_600_000;
export const MINUTE = 60_000;

const qian = {
  id: 'qian' as PersonId,
  name: {
    latin: { family: 'Qian', given: 'Jingjing', order: 'family-first' as const },
    han: { family: '钱', given: '晶晶' },
  },
  positions: [],
};

/** Set up as an organizer would: title in both languages, hour, hosts, agenda of two items of which the second is Qian's. */
const plan = (startsAt: number): readonly WorkshopCommand[] => [
  { type: 'roster/putPerson', person: qian },
  {
    type: 'roster/putOrganization',
    organization: { id: 'isp' as OrganizationId, name: { en: 'Institute of Power', 'zh-Hans': '电力研究院' } },
  },
  {
    type: 'brief/revise',
    brief: {
      title: { en: 'Green power, first workshop', 'zh-Hans': '绿色电力首次研讨会' },
      timeZone: 'Asia/Shanghai',
      startsAt: startsAt as Instant,
      endsAt: (startsAt + 90 * MINUTE) as Instant,
      hosts: ['isp' as OrganizationId],
    },
  },
  {
    type: 'agenda/add',
    item: 'opening' as AgendaItemId,
    plan: {
      kind: 'opening',
      title: { en: 'Opening', 'zh-Hans': '开幕' },
      minutes: 30,
      presenters: [],
      offTheRecord: false,
    },
  },
  {
    type: 'agenda/add',
    item: 'talk' as AgendaItemId,
    plan: {
      kind: 'presentation',
      title: { en: 'What companies buy', 'zh-Hans': '企业采购经验' },
      minutes: 20,
      presenters: [{ kind: 'person', person: qian.id }],
      offTheRecord: false,
    },
  },
];

export const inviting = async (clock: ManualClock, startsIn: number, options: TestServerOptions = {}) => {
  const server = await startServer({ clock, ...options });
  const founded = await startWorkshop(server.url, 'Green power', 'Lin Xia');
  const chair = await connect(server.url, founded);
  const startsAt = clock.now() + startsIn;
  for (const item of Object.keys(chair.welcome?.view.agenda.items ?? {}))
    await chair.send({ type: 'agenda/drop', item: item as AgendaItemId });
  for (const command of plan(startsAt)) {
    const reply = await chair.send(command);
    if (!reply.ok) throw new Error(JSON.stringify(reply));
  }
  const desk = new Visit(server.url);
  const at = `/api/workshops/${founded.workshop}/invitations`;
  return { server, founded, chair, startsAt, desk, at };
};

export const QIAN = {
  person: 'qian',
  mail: 'qian@company.example',
  role: 'speaker',
  language: 'zh-Hans',
  timeZone: 'America/Los_Angeles',
};
export const BERG = {
  name: 'Ida Berg',
  mail: 'Ida@berg.example',
  role: 'participant',
  language: 'en',
  timeZone: 'Europe/Berlin',
};

/** The letters of one kind, oldest first. */
export const lettersOf = (records: readonly OutboxRecord[], template: string): readonly OutboxRecord[] =>
  records.filter((one) => one.template === template).toReversed();
