// How a draft names people and tells what went on: one rule a test, over the smallest workshop that shows it.
import { describe, expect, it } from 'vitest';
import { compose } from '../../../shared/update/compose.ts';
import { toMarkdown } from '../../../shared/update/renderers/to-markdown.ts';
import type { WorkshopFile } from '../../../shared/workshop-file/schema.ts';
import { workshopOf } from '../../support/workshop-from-file.ts';

type Language = 'en' | 'zh-Hans';
type Item = NonNullable<WorkshopFile['agenda']>[number];
type Held = NonNullable<WorkshopFile['held']>;

const both = (en: string, han: string) => ({ en, 'zh-Hans': han });
const ORGANIZATION = { id: 'river', name: both('River Institute', '河流研究所') };
const AMA = {
  id: 'ama',
  name: {
    latin: { family: 'Mensah', given: 'Ama', order: 'given-first' as const },
    han: { family: '孟', given: '安' },
  },
  honorific: 'ms' as const,
  positions: [{ title: both('Head of Water', '水务主任'), organization: 'river' }],
};
const item = (id: string, kind: Item['kind'], more: Partial<Item> = {}): Item => ({
  id,
  kind,
  title: both(`Item ${id}`, `议程${id}`),
  topic: both(`topic ${id}`, `议题${id}`),
  minutes: 60,
  ...more,
});
const fileOf = (
  language: Language,
  agenda: readonly Item[],
  held: Partial<Held>,
  more: Partial<WorkshopFile>,
): WorkshopFile => ({
  format: 'plenary-workshop',
  version: 1,
  brief: {
    title: both('Clean Rivers', '清洁河流'),
    mode: 'online',
    language,
    timeZone: 'Europe/London',
    startsAt: '2024-03-05T10:00',
    hosts: ['river'],
  },
  roster: { organizations: [ORGANIZATION], people: [AMA] },
  agenda: [...agenda],
  ...more,
  held: {
    begunAt: '2024-03-05T10:00',
    endedAt: '2024-03-05T16:00',
    items: agenda.map(({ id }, at) => ({
      item: id,
      from: `2024-03-05T1${at}:00`,
      until: `2024-03-05T1${at}:50`,
    })),
    ...held,
  },
});
const draft = (
  language: Language,
  agenda: readonly Item[],
  held: Partial<Held>,
  more: Partial<WorkshopFile> = {},
): string => toMarkdown(compose({ ...workshopOf(fileOf(language, agenda, held, more)), language }));
const said = (text: string): Partial<Held> => ({
  board: [{ item: 'a', blocks: [{ id: 'b1', kind: 'statement', person: 'ama', text }] }],
});

describe('given a discussion for which a speaker was named', () => {
  const agenda = [item('a', 'discussion', { presenters: [{ person: 'ama' }] })];
  it('then the draft names her with her position, and shortly afterwards', () => {
    const text = draft('en', agenda, said('rivers should be clean'));
    expect(text).toContain('Ms. Ama Mensah, Head of Water, River Institute, took part in the discussion on topic a.');
    expect(text).toContain('Ms. Mensah pointed out that rivers should be clean.');
  });
  it('then so does the Chinese draft', () => {
    expect(draft('zh-Hans', agenda, {})).toContain('河流研究所水务主任孟安参加了关于议题a的讨论。');
  });
});

it('given a speaker of an item that is not told, when a statement of hers is, then her position stands there', () => {
  const agenda = [item('a', 'vote', { presenters: [{ person: 'ama' }] })];
  expect(draft('en', agenda, said('rivers should be clean'))).toContain(
    'Ms. Ama Mensah, Head of Water, River Institute, pointed out that',
  );
});

it('given several discussions, then they do not all begin with the same words', () => {
  const text = draft('en', [item('a', 'discussion'), item('b', 'discussion'), item('c', 'discussion')], {});
  expect(text).toContain(
    'Participants discussed topic a. The discussion also turned to topic b. Participants further discussed topic c.',
  );
});

describe('given items on three days', () => {
  const agenda = [
    item('a', 'opening', { presenters: [{ person: 'ama' }] }),
    item('b', 'presentation', { presenters: [{ person: 'ama' }] }),
    item('c', 'discussion'),
    item('d', 'discussion', { topic: both('topic d', '议题d') }),
    item('e', 'discussion', { topic: both('topic d', '议题d') }),
  ];
  const days = { a: 5, b: 5, c: 5, d: 6, e: 7 };
  const held: Partial<Held> = {
    endedAt: '2024-03-07T16:00',
    items: Object.entries(days).map(([id, day], at) => ({
      item: id,
      from: `2024-03-0${day}T1${at}:00`,
      until: `2024-03-0${day}T1${at}:50`,
    })),
  };
  it('then each day is told once, where it changes', () => {
    const text = draft('en', agenda, held);
    expect(text).toContain('\nOpening remarks were given by');
    expect(text).toContain('On the first day, Ms. Mensah gave a presentation');
    expect(text).toContain('Participants discussed topic c.');
    expect(text).toContain('On the second and third days, the discussion also turned to topic d.');
  });
  it('then Chinese tells them in its own words', () => {
    expect(draft('zh-Hans', agenda, held)).toContain('会议第二天和第三天，与会代表还围绕议题d展开讨论。');
  });
  it('when it only ran past midnight, then no day is told', () => {
    const night = { begunAt: '2024-03-05T22:00', endedAt: '2024-03-06T01:00' };
    const items = [{ item: 'c', from: '2024-03-06T00:10', until: '2024-03-06T00:50' }];
    expect(draft('en', [item('c', 'discussion')], { ...night, items })).not.toMatch(/\bday\b/);
  });
});

describe('given visits of the chair and of others', () => {
  const agenda = [item('a', 'opening'), item('b', 'discussion')];
  const BEN = { ...AMA, id: 'ben', name: { latin: { family: 'Adu', given: 'Ben', order: 'given-first' as const } } };
  const roster = { organizations: [ORGANIZATION], people: [AMA, BEN] };
  const visit = (person: string, role: 'chair' | 'participant', until: string) => ({
    person,
    role,
    from: '2024-03-05T10:00',
    until: `2024-03-05T${until}`,
  });
  it.each([
    ['left after the opening', '10:55', 'chaired the opening.', '主持开幕式。'],
    ['stayed', '11:40', 'chaired the workshop.', '会议由'],
  ])('when the chair %s, then that is what was chaired', (_what, until, english, han) => {
    const held = { visits: [visit('ama', 'chair', until)] };
    expect(draft('en', agenda, held)).toContain(`Ms. Ama Mensah, Head of Water, River Institute, ${english}`);
    expect(draft('zh-Hans', agenda, held)).toContain(han);
  });
  it('when only the opening was ever begun on the agenda, then a chair who stayed chaired the workshop', () => {
    expect(draft('en', [item('a', 'opening')], { visits: [visit('ama', 'chair', '16:00')] })).toContain(
      'chaired the workshop.',
    );
  });
  it('when they were entered afterwards, then no number stands as the attendance', () => {
    const held = { visits: [visit('ama', 'chair', '16:00'), visit('ben', 'participant', '16:00')] };
    for (const language of ['en', 'zh-Hans'] as const)
      expect(draft(language, agenda, held, { roster })).not.toMatch(/attended by|took part\.|人参加/);
  });
});

describe('given a workshop that was held here', () => {
  const AKU = { id: 'aku', name: { asWritten: 'Aku' }, positions: [] };
  const other = { title: both('Member', '会员'), organization: 'club' };
  const roster = {
    organizations: [ORGANIZATION, { id: 'club', name: both('Boat Club', '船会') }],
    people: [{ ...AMA, positions: [...AMA.positions, other] }, { ...AMA, id: 'eve' }, AKU],
  };
  const counts = (
    who: readonly [string, 'chair' | 'participant' | 'observer'][],
    mode: 'online' | 'hybrid' = 'online',
  ) => {
    const visits = who.map(([person, role]) => ({
      person,
      role,
      from: '2024-03-05T10:00',
      until: '2024-03-05T16:00',
    }));
    const file = fileOf('en', [item('a', 'discussion')], { visits }, { roster });
    const { state, entries, board } = workshopOf({ ...file, brief: { ...file.brief, mode } });
    const [seat] = Object.values(state.participants.seats);
    if (seat === undefined) throw new Error('somebody came');
    const here = entries.map((entry) =>
      entry.events.some(({ type }) => type === 'session/begun')
        ? { ...entry, by: { kind: 'seat' as const, seat: seat.id } }
        : entry,
    );
    return toMarkdown(compose({ state, entries: here, board, language: 'en' }));
  };
  it('then everybody is counted, for one organization each, and no sentence begins with a numeral', () => {
    const text = counts([
      ['ama', 'chair'],
      ['eve', 'participant'],
    ]);
    expect(text).toContain('The workshop was attended by 2 people.');
    expect(text).not.toMatch(/(^|[.?!] )\d/m);
  });
  it('then observers are not counted', () => {
    const text = counts([
      ['ama', 'chair'],
      ['eve', 'participant'],
      ['aku', 'observer'],
    ]);
    expect(text).toContain('The workshop was attended by 2 people.');
  });
  it('when it was also held in a room, then nobody knows the number', () => {
    const text = counts(
      [
        ['ama', 'chair'],
        ['eve', 'participant'],
      ],
      'hybrid',
    );
    expect(text).not.toContain('attended by');
  });
});
