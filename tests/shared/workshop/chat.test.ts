import { expect, test } from 'vitest';
import { id, type CommandId } from '../../../shared/kernel/ids.ts';
import { chatRows } from '../../../shared/records/chat.ts';
import { CHAT_BURST, CHAT_LINES, CHAT_WINDOW_MS, type ChatAudience } from '../../../shared/workshop/chat/types.ts';
import { TEXT_VERSIONS } from '../../../shared/workshop/consents/types.ts';
import { entryFor, viewFor } from '../../../shared/workshop/view-for.ts';
import {
  by,
  door,
  given,
  host,
  knock,
  liveWorkshop,
  present,
  seat,
  step,
  type Step,
} from '../../support/workshop-spec.ts';

const ALL: ChatAudience = { kind: 'all' };
const DESK: ChatAudience = { kind: 'desk' };
const to = (name: string): ChatAudience => ({ kind: 'seat', seat: seat(name) });
const says = (name: string, audience: ChatAudience, at = 0): Step =>
  step({ type: 'chat/say', to: audience, text: 'words' }, by(name), at);
const speaks = (audience: ChatAudience) => ({ type: 'chat/say', to: audience, text: 'words' }) as const;
const betweenTwo = step({ type: 'chat/setRules', rules: { between: true } }, by('chair'));
const lastLine = (state: ReturnType<typeof given>['state']): CommandId => state.chat.lines.at(-1)?.id ?? id('none');

test('[H1] whoever may write speaks to all or to the desk, until the end', () => {
  const before = given(present('chair', 'chair'), present('ann'));
  before.when(speaks(ALL), by('ann')).brings({ type: 'chat/said', seat: seat('ann'), to: ALL });
  given(liveWorkshop)
    .when(speaks(DESK), by('ann'))
    .brings({ type: 'chat/said', seat: seat('ann'), to: DESK });
  given(liveWorkshop).when(speaks(ALL), by('eye')).refused('permission/denied');
  given(liveWorkshop, knock('x')).when(speaks(DESK), by('x')).refused('permission/notSeated');
  given(liveWorkshop).when(speaks(ALL), host).refused('permission/notSeated');
  given(liveWorkshop, step({ type: 'session/end' }))
    .when(speaks(ALL), by('chair'))
    .refused('session/over');
});

test('[H2] one person is written to where the workshop allows it', () => {
  given(liveWorkshop)
    .when(speaks(to('bob')), by('ann'))
    .refused('chat/notBetween');
  const table = given(liveWorkshop, betweenTwo);
  table.when(speaks(to('bob')), by('ann')).brings({ type: 'chat/said', seat: seat('ann'), to: to('bob') });
  table.when(speaks(to('ann')), by('ann')).refused('chat/yourself');
  table.when(speaks(to('nobody')), by('ann')).refused('chat/unknownSeat');
  table.when({ type: 'chat/setRules', rules: { between: false } }, by('ann')).refused('permission/denied');
  table.when({ type: 'chat/setRules', rules: { between: true } }, by('co')).brings();
});

test('[H3] a closed chat takes what is written to the desk, and what the desk writes', () => {
  const closed = given(liveWorkshop, betweenTwo, step({ type: 'chat/setRules', rules: { open: false } }, by('co')));
  closed.when(speaks(ALL), by('ann')).refused('chat/closed');
  closed.when(speaks(to('bob')), by('ann')).refused('chat/closed');
  closed.when(speaks(DESK), by('ann')).brings({ type: 'chat/said', seat: seat('ann'), to: DESK });
  closed.when(speaks(ALL), by('co')).brings({ type: 'chat/said', seat: seat('co'), to: ALL });
});

test('[H4] nobody says too much at once, nor everybody in all', () => {
  const burst = Array.from({ length: CHAT_BURST }, (_, n) => says('ann', ALL, n));
  given(liveWorkshop, burst)
    .when(speaks(ALL), by('ann'), CHAT_WINDOW_MS - 1)
    .refused('chat/tooFast');
  given(liveWorkshop, burst)
    .when(speaks(ALL), by('bob'), 9)
    .brings({ type: 'chat/said', seat: seat('bob'), to: ALL });
  given(liveWorkshop, burst)
    .when(speaks(ALL), by('ann'), CHAT_WINDOW_MS)
    .brings({ type: 'chat/said', seat: seat('ann'), to: ALL });
  const many = Array.from({ length: CHAT_LINES }, (_, n) => says('ann', ALL, n * CHAT_WINDOW_MS));
  given(liveWorkshop, many).when(speaks(ALL), by('bob'), 1e9).refused('chat/full');
});

test('[H5] the log holds no words', () => {
  const { entries, state } = given(liveWorkshop, says('ann', ALL), says('bob', DESK));
  expect(JSON.stringify([entries, state])).not.toContain('words');
  expect(state.chat.lines.map(({ seat: who, to: whom }) => [who, whom.kind])).toEqual([
    ['ann', 'all'],
    ['bob', 'desk'],
  ]);
});

test('[H6] the author and the desk delete, once, also after the end, and a trace stays', () => {
  const said = given(liveWorkshop, says('ann', ALL));
  const line = lastLine(said.state);
  said.when({ type: 'chat/delete', line }, by('bob')).refused('chat/notYours');
  said.when({ type: 'chat/delete', line: id('other') }, by('co')).refused('chat/unknownLine');
  const removal = { line, seat: seat('ann'), to: ALL };
  const gone = said
    .when({ type: 'chat/delete', line }, by('ann'))
    .brings({ type: 'chat/deleted', ...removal, by: 'author' });
  expect(gone.chat.lines).toMatchObject([{ id: line, deleted: 'author' }]);
  const ended = given(liveWorkshop, says('ann', ALL), step({ type: 'session/end' }));
  ended.when({ type: 'chat/delete', line }, by('co')).brings({ type: 'chat/deleted', ...removal, by: 'desk' });
  given(liveWorkshop, says('ann', ALL), step({ type: 'chat/delete', line }, by('co')))
    .when({ type: 'chat/delete', line }, by('ann'))
    .brings();
});

test('[H7] nobody else sees what was said to the desk or to one person, nor that it was', () => {
  const seen = (audience: ChatAudience) => {
    const { entries, state } = given(liveWorkshop, present('rap', 'rapporteur'), betweenTwo, says('ann', audience));
    const entry = entries.at(-1);
    return ['chair', 'co', 'rap', 'ann', 'bob', 'eye'].filter((name) => {
      const lines = viewFor(state, seat(name)).chat.lines.length;
      const read = entry && entryFor(entry, state, seat(name));
      expect(read?.events.length).toBe(lines);
      if (lines === 0) expect(read).toMatchObject({ by: { kind: 'door' }, cause: 'hidden' });
      return lines > 0;
    });
  };
  expect(seen(ALL)).toHaveLength(6);
  expect(seen(DESK)).toEqual(['chair', 'co', 'ann']);
  expect(seen(to('bob'))).toEqual(['ann', 'bob']);
  const told = given(liveWorkshop, betweenTwo, says('ann', to('bob')));
  told.when({ type: 'chat/delete', line: lastLine(told.state) }, by('chair')).refused('chat/unknownLine');
});

test('[H8] the organizers’ copy holds who agreed, and counts the rest', () => {
  const agrees = (name: string): Step =>
    step({ type: 'consents/answer', purpose: 'chat', given: true, version: TEXT_VERSIONS.chat }, by(name));
  const { state } = given(
    liveWorkshop,
    says('ann', ALL),
    says('bob', ALL),
    says('bob', ALL),
    says('ann', DESK),
    says('co', ALL),
    agrees('ann'),
    agrees('co'),
    step({ type: 'participants/leave', seat: seat('co') }, door),
    step({ type: 'participants/remove', seat: seat('ann') }, by('chair')),
  );
  const words = new Map(state.chat.lines.map((line, n) => [line.id, `said ${n}`]));
  expect(chatRows(state, words, 'en')).toEqual([
    ['Time (UTC)', 'Person', 'Message'],
    ['1970-01-01T00:00:00.000Z', 'ann', 'said 0'],
    ['1970-01-01T00:00:00.000Z', 'co', 'said 4'],
    ['', '', '2 messages by 1 person who did not agree to this copy are left out.'],
  ]);
  expect(chatRows(state, words, 'zh-Hans').at(-1)?.[2]).toBe('另有 1 人未同意留存，其 2 条消息未收录。');
});
