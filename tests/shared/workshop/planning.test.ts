import { expect, test } from 'vitest';
import { instant } from '../../../shared/kernel/ids.ts';
import { opensAt } from '../../../shared/workshop/brief/doors.ts';
import { viewFor } from '../../../shared/workshop/view-for.ts';
import {
  addItem,
  by,
  given,
  host,
  item,
  knock,
  liveWorkshop,
  present,
  seat,
  step,
} from '../../support/workshop-spec.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const timed = step({
  type: 'brief/revise',
  brief: { title: { en: 'T' }, startsAt: instant(HOUR), endsAt: instant(2 * HOUR) },
});
const draft = step({ type: 'planning/setStage', stage: 'draft' });

test('[J1] a workshop is planned; a draft is once it has its time', () => {
  expect(given().state.planning).toEqual({ stage: 'planned', archived: false });
  given(draft).when({ type: 'planning/setStage', stage: 'planned' }).refused('planning/noTime');
  const state = given(draft, timed)
    .when({ type: 'planning/setStage', stage: 'planned' })
    .brings({ type: 'planning/stageSet', stage: 'planned' });
  expect(state.planning.stage).toBe('planned');
});

test('[J2] it is cancelled with a reason and taken up again, but not once it has begun', () => {
  const reason = { en: 'Two speakers are ill' };
  const cancelled = step({ type: 'planning/setStage', stage: 'cancelled', reason });
  expect(given(timed, cancelled).state.planning).toEqual({ stage: 'cancelled', reason, archived: false });
  expect(given(timed, cancelled, step({ type: 'planning/setStage', stage: 'planned' })).state.planning).toEqual({
    stage: 'planned',
    archived: false,
  });
  given(liveWorkshop).when({ type: 'planning/setStage', stage: 'cancelled' }).refused('planning/begun');
  given(liveWorkshop).when({ type: 'planning/setStage', stage: 'draft' }).refused('planning/begun');
});

test('[J3] what was cancelled does not begin, by no way', () => {
  const gone = [...present('chair', 'chair'), addItem('one'), step({ type: 'planning/setStage', stage: 'cancelled' })];
  const chair = by('chair');
  given(gone).when({ type: 'session/begin' }, chair).refused('planning/cancelled');
  given(gone)
    .when({ type: 'agenda/begin', item: item('one') }, chair)
    .refused('planning/cancelled');
  given(gone).when({ type: 'agenda/next' }, chair).refused('planning/cancelled');
});

test('[J4] a draft that begins is planned', () => {
  expect(given(draft, step({ type: 'session/begin' })).state.planning.stage).toBe('planned');
});

test('[J5] it is put away and taken out again, but not while it is live', () => {
  given(liveWorkshop).when({ type: 'planning/setArchived', archived: true }, by('chair')).refused('planning/live');
  given(liveWorkshop).when({ type: 'planning/setArchived', archived: true }, by('ann')).refused('permission/denied');
  const over = given(liveWorkshop, step({ type: 'session/end' }));
  const state = over
    .when({ type: 'planning/setArchived', archived: true }, by('co'))
    .brings({ type: 'planning/archivedSet', archived: true });
  expect({ ...state, planning: over.state.planning }).toEqual(over.state);
});

test('[J6] what is so already changes nothing', () => {
  given(draft).when({ type: 'planning/setStage', stage: 'draft' }).brings();
  given().when({ type: 'planning/setArchived', archived: false }).brings();
});

const doors = { guests: 15, speakers: 30, closing: 20 };
const behindDoors = [timed, step({ type: 'brief/revise', brief: { doors } })];

test('[L21] nobody comes before the doors open for the role, but chairs, and everybody once it has begun', () => {
  const at = (name: string, role: Parameters<typeof knock>[1], minute: number) => ({
    ...knock(name, role),
    at: HOUR + minute * MINUTE,
  });
  const tried = (one: ReturnType<typeof at>, before: readonly Parameters<typeof given>[0][] = []) =>
    given(...behindDoors, ...before.flat()).when(one.command, one.by, one.at);
  tried(at('ann', 'participant', -16)).refused('lobby/notYetOpen');
  tried(at('spe', 'speaker', -31)).refused('lobby/notYetOpen');
  const { state } = given(
    behindDoors,
    at('chair', 'chair', -600),
    at('spe', 'speaker', -30),
    at('ann', 'participant', -15),
  );
  expect(Object.keys(state.participants.seats)).toEqual(['chair', 'spe']);
  expect(Object.keys(state.lobby.knocks)).toEqual(['ann']);
  const early = step({ type: 'session/begin' }, host, HOUR - 40 * MINUTE);
  expect(Object.keys(given(behindDoors, early, at('ann', 'participant', -39)).state.lobby.knocks)).toEqual(['ann']);
  expect(opensAt(state.brief, 'speaker')).toBe(HOUR - 30 * MINUTE);
});

test('[L22] the brief’s closing closes until the desk sets another or none', () => {
  const late = { ...knock('ann'), at: HOUR + 20 * MINUTE };
  given(behindDoors).when(late.command, late.by, late.at).refused('lobby/closed');
  const { state } = given(behindDoors, step({ type: 'lobby/setClosing', at: null }), late);
  expect(Object.keys(state.lobby.knocks)).toEqual(['ann']);
});

test('[V3] who waits learns that it was cancelled', () => {
  const { state } = given(timed, knock('ann'), step({ type: 'planning/setStage', stage: 'cancelled' }));
  expect(viewFor(state, seat('ann')).planning.stage).toBe('cancelled');
});
