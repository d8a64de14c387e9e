import { expect, test } from 'vitest';
import { id } from '../../../shared/kernel/ids.ts';
import { slidesOnStage } from '../../../shared/workshop/slides/selectors.ts';
import type { WorkshopState } from '../../../shared/workshop/workshop.ts';
import {
  addItem,
  by,
  door,
  given,
  host,
  item,
  liveWorkshop,
  organization,
  person,
  present,
  seat,
  step,
} from '../../support/workshop-spec.ts';

const deck = (name: string, pages = 3) => ({ id: id<never>(name), name: `${name}.pdf`, pages });
const put = (who: string, to: string, pages = 3) =>
  step({ type: 'slides/put', seat: seat(who), item: item(to), deck: deck(`deck-${to}`, pages) }, door);
const show = (what: string, who = 'chair') => step({ type: 'slides/show', item: item(what) }, by(who));
const turn = (what: string, page: number, who = 'chair') =>
  step({ type: 'slides/turn', item: item(what), page }, by(who));
const onStage = (state: WorkshopState): string | null => {
  const shown = slidesOnStage(state);
  return shown && `${shown.item} ${shown.slides.page}`;
};

/** Ann presents "talk"; "team" is presented by Bob's organization. */
const workshop = [
  ...liveWorkshop,
  addItem('talk', { presenters: [{ kind: 'person', person: person('p-ann') }] }),
  step({ type: 'roster/putOrganization', organization: { id: organization('acme'), name: { en: 'Acme' } } }),
  step({
    type: 'roster/putPerson',
    person: {
      id: person('p-bob'),
      name: { asWritten: 'bob' },
      positions: [{ title: { en: 'Member' }, organization: organization('acme') }],
    },
  }),
  addItem('team', { presenters: [{ kind: 'organization', organization: organization('acme') }] }),
];

test('[E1] slides are brought by who presents or runs the agenda, also before the session, and begin at their first page', () => {
  given(present('chair', 'chair'), addItem('one'))
    .when({ type: 'slides/put', seat: seat('chair'), item: item('one'), deck: deck('d') }, door)
    .brings({ type: 'slides/put', seat: seat('chair'), item: item('one'), deck: deck('d') });
  const brought = { type: 'slides/put', seat: seat('ann'), deck: deck('d') } as const;
  given(workshop)
    .when({ ...brought, item: item('one') }, door)
    .refused('slides/notPresenting');
  given(workshop)
    .when({ ...brought, item: item('none') }, door)
    .refused('agenda/unknownItem');
  given(workshop)
    .when({ ...brought, item: item('talk') }, by('ann'))
    .refused('permission/denied');
  const again = given(workshop, put('ann', 'talk'), show('talk', 'ann'), turn('talk', 3, 'ann'), put('ann', 'talk', 5));
  expect(onStage(again.state)).toBe('talk 1');
});

test('[E2] who is named presents, and who stands for an organization that is', () => {
  const { state } = given(workshop, put('ann', 'talk'), put('bob', 'team'), show('team', 'bob'), show('talk', 'ann'));
  expect(onStage(state)).toBe('talk 1');
  given(workshop, put('bob', 'team'))
    .when({ type: 'slides/show', item: item('team') }, by('ann'))
    .refused('slides/notPresenting');
  given(workshop, put('ann', 'talk'), step({ type: 'participants/assignRole', seat: seat('ann'), role: 'observer' }))
    .when({ type: 'slides/turn', item: item('talk'), page: 2 }, by('ann'))
    .refused('permission/denied');
});

test('[E3] shown in a live session, one item’s at a time; off the stage or away altogether', () => {
  given(present('chair', 'chair'), addItem('one'), put('chair', 'one'))
    .when({ type: 'slides/show', item: item('one') }, by('chair'))
    .refused('session/notLive');
  given(workshop)
    .when({ type: 'slides/show', item: item('one') }, by('co'))
    .refused('slides/none');
  given(workshop).when({ type: 'slides/hide' }, by('chair')).refused('slides/notShown');
  const both = [...workshop, put('chair', 'one'), put('ann', 'talk'), show('one'), show('talk', 'ann')];
  expect(onStage(given(both).state)).toBe('talk 1');
  given(both, show('one')).when({ type: 'slides/hide' }, by('ann')).refused('slides/notPresenting');
  expect(onStage(given(both, step({ type: 'slides/hide' }, by('ann'))).state)).toBeNull();
  const taken = given(both, step({ type: 'slides/take', item: item('talk') }, by('ann'))).state;
  expect([onStage(taken), Object.keys(taken.slides.decks)]).toEqual([null, ['one']]);
});

test('[E4] the page is one for everybody, within the slides, and stays with its item', () => {
  const two = [...workshop, put('chair', 'one'), put('ann', 'talk'), show('talk')];
  given(two)
    .when({ type: 'slides/turn', item: item('talk'), page: 4 }, by('ann'))
    .refused('slides/noSuchPage');
  given(two)
    .when({ type: 'slides/turn', item: item('talk'), page: 2 }, by('bob'))
    .refused('slides/notPresenting');
  given(two)
    .when({ type: 'slides/turn', item: item('talk'), page: 1 }, by('ann'))
    .brings();
  const back = given(two, turn('talk', 2, 'ann'), show('one'), turn('one', 3), show('talk'));
  expect(onStage(back.state)).toBe('talk 2');
});

test('[E5] the end of the item and of the session, and another item, take slides off the stage', () => {
  const begin = (what: string) => step({ type: 'agenda/begin', item: item(what) }, by('chair'));
  const talk = [...workshop, put('ann', 'talk')];
  expect(onStage(given(talk, show('talk'), begin('talk')).state)).toBe('talk 1');
  expect(
    onStage(given(talk, begin('talk'), show('talk'), step({ type: 'agenda/endItem' }, by('co'))).state),
  ).toBeNull();
  expect(onStage(given(talk, begin('talk'), show('talk'), begin('one')).state)).toBeNull();
  expect(onStage(given(talk, show('talk'), step({ type: 'agenda/drop', item: item('talk') })).state)).toBeNull();
  expect(onStage(given(talk, show('talk'), step({ type: 'session/end' }, host)).state)).toBeNull();
});
