// What a copy takes along and what it leaves: proven on a workshop that was held with everything in it.
import { expect, test } from 'vitest';
import { instant, type AgendaItemId } from '../../../shared/kernel/ids.ts';
import { copyCommands } from '../../../shared/planning/copy-workshop.ts';
import { SHIPPED_TEMPLATES } from '../../../shared/planning/templates.ts';
import { commandSchema } from '../../../shared/protocol/command-schemas.ts';
import { itemsInOrder } from '../../../shared/workshop/agenda/selectors.ts';
import {
  addItem,
  by,
  given,
  host,
  item,
  liveWorkshop,
  organization,
  person,
  step,
} from '../../support/workshop-spec.ts';

const HOUR = 3_600_000;
const held = given(
  step({ type: 'roster/putOrganization', organization: { id: organization('acme'), name: { en: 'Acme' } } }),
  step({
    type: 'brief/revise',
    brief: {
      title: { en: 'T' },
      series: { name: { en: 'S' }, ordinal: 4 },
      hosts: [organization('acme')],
      startsAt: instant(0),
      endsAt: instant(2 * HOUR),
      doors: { guests: 10, speakers: 20 },
      timeZone: 'Asia/Shanghai',
    },
  }),
  liveWorkshop,
  addItem('three', {
    kind: 'presentation',
    presenters: [{ kind: 'person', person: person('p-ann') }],
    deck: 'https://x.org/a',
  }),
  step({ type: 'agenda/drop', item: item('two') }, by('chair')),
  step({ type: 'chat/say', to: { kind: 'all' }, text: 'hello' }, by('ann')),
  step({ type: 'session/end' }, host),
).state;

const copied = (keepsSpeakers: boolean) => {
  let minted = 0;
  const wish = { startsAt: instant(100 * HOUR), ordinalsAhead: 1, keepsSpeakers };
  const commands = copyCommands(held, wish, () => `new-${++minted}` as AgendaItemId);
  for (const command of commands) expect(commandSchema.safeParse(command).success).toBe(true);
  return given(commands.map((command) => step(command))).state;
};

test('a copy has the plan of the other, at its own time, one place further in the series, and nothing that happened', () => {
  const copy = copied(false);
  expect(copy.brief).toMatchObject({
    series: { ordinal: 5 },
    hosts: ['acme'],
    doors: { guests: 10, speakers: 20 },
    startsAt: 100 * HOUR,
    endsAt: 102 * HOUR,
    timeZone: 'Asia/Shanghai',
  });
  expect(copy.planning.stage).toBe('draft');
  expect(copy.session.phase).toBe('scheduled');
  expect(itemsInOrder(copy.agenda).map(({ id, status, presenters }) => [id, status, presenters.length])).toEqual([
    ['new-1', 'planned', 0],
    ['new-2', 'planned', 0],
  ]);
  expect([copy.roster.people, copy.participants.seats, copy.chat.lines]).toEqual([{}, {}, []]);
});

test('speakers come along where that is wished, and nobody else', () => {
  const copy = copied(true);
  expect(Object.keys(copy.roster.people)).toEqual(['p-ann']);
  const [, third] = itemsInOrder(copy.agenda);
  expect([third?.presenters.length, third?.deck]).toEqual([1, undefined]);
});

test('every agenda that comes with Plenary is in both languages and can be added', () => {
  for (const { name, items } of SHIPPED_TEMPLATES) {
    expect(Object.keys(name)).toEqual(['en', 'zh-Hans']);
    for (const one of items) {
      expect(Object.keys(one.title)).toEqual(['en', 'zh-Hans']);
      const command = { type: 'agenda/add', item: 'x', plan: { ...one, presenters: [] } };
      expect(commandSchema.safeParse(command).success).toBe(true);
    }
  }
});
