import { expect, test } from 'vitest';
import { id, instant } from '../../../shared/kernel/ids.ts';
import type { DirectoryId, GroupId } from '../../../shared/kernel/ids.ts';
import { decide } from '../../../shared/workshop/decider.ts';
import { sessionElapsedMs } from '../../../shared/workshop/session/selectors.ts';
import { ROSTER_LIMIT } from '../../../shared/workshop/roster/decide.ts';
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

const acme = { id: organization('acme'), name: { en: 'Acme' } };
const ann = (of?: string) => ({
  id: person('p-ann'),
  name: { asWritten: 'Ann' },
  positions: of === undefined ? [] : [{ title: { en: 'Head' }, organization: organization(of) }],
});

test('[B1] a workshop needs a title in one language', () => {
  given()
    .when({ type: 'brief/revise', brief: { mode: 'hybrid' } })
    .refused('brief/noTitle');
  const brief = { title: { 'zh-Hans': '研讨会' } };
  given().when({ type: 'brief/revise', brief }).brings({ type: 'brief/revised', brief });
});

test('[B2] the brief names organizations of the roster only', () => {
  const brief = { title: { en: 'T' }, convener: organization('acme') };
  given().when({ type: 'brief/revise', brief }).refused('brief/unknownOrganization');
  given(step({ type: 'roster/putOrganization', organization: acme }))
    .when({ type: 'brief/revise', brief })
    .brings({ type: 'brief/revised', brief });
});

test('[B3] a workshop ends after it starts, also when only one of the two is revised', () => {
  const started = given(step({ type: 'brief/revise', brief: { title: { en: 'T' }, startsAt: instant(5000) } }));
  started.when({ type: 'brief/revise', brief: { endsAt: instant(5000) } }).refused('brief/endsBeforeStart');
  const state = started
    .when({ type: 'brief/revise', brief: { endsAt: instant(6000) } })
    .brings({ type: 'brief/revised', brief: { endsAt: instant(6000) } });
  expect(state.brief).toMatchObject({ title: { en: 'T' }, startsAt: 5000, endsAt: 6000 });
});

test('[B4] what a brief may be without can be cleared, and is given when the same revision gives it', () => {
  const told = given(
    step({ type: 'roster/putOrganization', organization: acme }),
    step({
      type: 'brief/revise',
      brief: { title: { en: 'T' }, convener: organization('acme'), purpose: { en: 'Why' }, endsAt: instant(6000) },
    }),
  );
  const state = told
    .when({ type: 'brief/revise', brief: { purpose: { en: 'Because' } }, cleared: ['convener', 'endsAt', 'purpose'] })
    .brings({
      type: 'brief/revised',
      brief: { purpose: { en: 'Because' } },
      cleared: ['convener', 'endsAt', 'purpose'],
    });
  expect(state.brief).toMatchObject({ title: { en: 'T' }, purpose: { en: 'Because' } });
  expect(Object.keys(state.brief)).not.toEqual(expect.arrayContaining(['convener']));
  expect(Object.keys(state.brief)).not.toEqual(expect.arrayContaining(['endsAt']));
});

test('[S1] a session begins once', () => {
  given().when({ type: 'session/begin' }).brings({ type: 'session/begun' });
  given(liveWorkshop).when({ type: 'session/begin' }).refused('session/alreadyBegun');
});

test('[S2] the end takes speech, hands and item with it', () => {
  const state = given(
    liveWorkshop,
    step({ type: 'agenda/begin', item: item('one') }),
    step({ type: 'floor/give', seat: seat('ann') }),
    step({ type: 'floor/raiseHand' }, by('bob')),
  )
    .when({ type: 'session/end' }, by('chair'), 9000)
    .brings(
      { type: 'floor/ended', seat: seat('ann') },
      { type: 'floor/handLowered', seat: seat('bob') },
      { type: 'agenda/itemEnded', item: item('one') },
      { type: 'session/ended' },
    );
  expect(state.session).toEqual({ phase: 'ended', begunAt: 0, endedAt: 9000 });
  expect(sessionElapsedMs(state.session, instant(99_000))).toBe(9000);
});

test('[S3] only a live session ends', () => {
  given().when({ type: 'session/end' }).refused('session/notLive');
  given(liveWorkshop, step({ type: 'session/end' }))
    .when({ type: 'session/end' })
    .refused('session/notLive');
});

test('[S4] an ended session goes on from its first beginning', () => {
  given(liveWorkshop).when({ type: 'session/reopen' }).refused('session/notEnded');
  const state = given(liveWorkshop, step({ type: 'session/end' }, host, 5000))
    .when({ type: 'session/reopen' }, by('chair'), 8000)
    .brings({ type: 'session/reopened' });
  expect(state.session).toEqual({ phase: 'live', begunAt: 0, reopenedAt: 8000 });
});

test('[O1] putting again replaces', () => {
  const state = given(step({ type: 'roster/putOrganization', organization: acme }))
    .when({ type: 'roster/putOrganization', organization: { ...acme, name: { en: 'ACME' } } })
    .brings({ type: 'roster/organizationPut', organization: { ...acme, name: { en: 'ACME' } } });
  expect(Object.values(state.roster.organizations)).toEqual([{ id: 'acme', name: { en: 'ACME' } }]);
});

test('[O2] a participant corrects the own entry and no other', () => {
  const workshop = given(liveWorkshop);
  workshop
    .when({ type: 'roster/putPerson', person: ann() }, by('ann'))
    .brings({ type: 'roster/personPut', person: ann() });
  workshop.when({ type: 'roster/putPerson', person: ann() }, by('bob')).refused('roster/notYourEntry');
  workshop
    .when({ type: 'roster/putPerson', person: { ...ann(), directory: id<DirectoryId>('somebody') } }, by('ann'))
    .refused('roster/notYourEntry');
  workshop
    .when({ type: 'roster/putPerson', person: ann() }, by('chair'))
    .brings({ type: 'roster/personPut', person: ann() });
});

test('[O3] the roster refers to itself only', () => {
  const group = { id: id<GroupId>('g'), of: organization('acme'), members: { en: 'members' }, count: 11, named: [] };
  given(liveWorkshop)
    .when({ type: 'roster/putPerson', person: ann('acme') }, by('ann'))
    .refused('roster/unknownOrganization');
  given().when({ type: 'roster/putGroup', group }).refused('roster/unknownOrganization');
  const known = given(step({ type: 'roster/putOrganization', organization: acme }));
  known.when({ type: 'roster/putGroup', group }).brings({ type: 'roster/groupPut', group });
  known
    .when({ type: 'roster/setAttending', attending: [{ kind: 'group', group: group.id }] })
    .refused('roster/unknownGroup');
  known
    .when({ type: 'roster/setAttending', attending: [{ kind: 'organization', organization: organization('other') }] })
    .refused('roster/unknownOrganization');
});

test('[O4] the roster is bounded, but what stands in it may be put again', () => {
  const { state } = given();
  const organizations = Object.fromEntries(
    Array.from({ length: ROSTER_LIMIT }, (_, n) => [`o${n}`, { id: organization(`o${n}`), name: { en: `${n}` } }]),
  );
  const full = { ...state, roster: { ...state.roster, organizations } };
  const context = { by: host, at: instant(0), cause: id<never>('c') };
  const put = (name: string) =>
    decide(full, { type: 'roster/putOrganization', organization: { ...acme, id: organization(name) } }, context);
  expect(put('one-more')).toMatchObject({ ok: false, refusal: { code: 'roster/full' } });
  expect(put('o7').ok).toBe(true);
});

test('[O5] seating puts the guest and the brought organization', () => {
  const { state } = given(
    step(
      {
        type: 'lobby/knock',
        seat: seat('ann'),
        person: ann('acme'),
        organization: acme,
        role: 'speaker',
        language: 'en',
      },
      door,
    ),
  );
  expect(state.roster).toMatchObject({ people: { 'p-ann': ann('acme') }, organizations: { acme } });
});

test('[O6] a seat confirms its own entry once, and it is written down when', () => {
  given().when({ type: 'roster/confirmOwn' }, host).refused('permission/notSeated');
  const workshop = given(liveWorkshop, step({ type: 'roster/putPerson', person: ann() }, by('ann'), 4000));
  const state = workshop
    .when({ type: 'roster/confirmOwn' }, by('ann'), 5000)
    .brings({ type: 'roster/ownConfirmed', person: person('p-ann') });
  expect(state.roster.confirmed).toEqual({ 'p-ann': { at: 5000, by: 'ann' } });
  given(liveWorkshop, step({ type: 'roster/confirmOwn' }, by('ann')))
    .when({ type: 'roster/confirmOwn' }, by('ann'))
    .refused('roster/alreadyConfirmed');
});

test('[O7] what is put anew is unconfirmed, whoever puts it', () => {
  for (const who of ['ann', 'chair']) {
    const state = given(liveWorkshop, step({ type: 'roster/confirmOwn' }, by('ann')))
      .when({ type: 'roster/putPerson', person: ann() }, by(who))
      .brings({ type: 'roster/personPut', person: ann() });
    expect(state.roster.confirmed).toEqual({});
  }
});

test('[S2] an agenda item that is not current is left as it is by the end', () => {
  const state = given(...present('chair', 'chair'), addItem('one'), step({ type: 'session/begin' }))
    .when({ type: 'session/end' }, by('chair'))
    .brings({ type: 'session/ended' });
  expect(state.agenda.items[item('one')]?.status).toBe('planned');
});
