import { expect, test } from 'vitest';
import {
  consentOf,
  hasRequired,
  isConsented,
  isSeatConsented,
  toAsk,
} from '../../../shared/workshop/consents/selectors.ts';
import { PURPOSES, TEXT_VERSIONS, type Purpose } from '../../../shared/workshop/consents/types.ts';
import { mayPublish } from '../../../shared/workshop/media-orders.ts';
import { viewFor } from '../../../shared/workshop/view-for.ts';
import { by, given, liveWorkshop, person, seat, step } from '../../support/workshop-spec.ts';

const answer = (purpose: Purpose, yes: boolean, version = 1) =>
  ({ type: 'consents/answer', purpose, given: yes, version }) as const;
const policy = (consentPolicy: Partial<Record<Purpose, 'ask' | 'require' | 'obtained'>>) =>
  step({ type: 'brief/revise', brief: { title: { en: 'T' }, consentPolicy } });
const ann = person('p-ann');

test('[N1] each answers for oneself, at any time, and may take it back', () => {
  const told = given(liveWorkshop, step(answer('recording', true), by('ann'), 3));
  expect(told.state.consents.answers).toEqual({ 'p-ann': { recording: { given: true, version: 1, at: 3 } } });
  told.when(answer('recording', true), by('ann')).brings();
  const over = given(liveWorkshop, step(answer('recording', true), by('ann')), step({ type: 'session/end' }));
  const state = over
    .when(answer('recording', false), by('ann'))
    .brings({ type: 'consents/answered', person: ann, purpose: 'recording', given: false, version: 1 });
  expect(consentOf(state, ann, 'recording')).toBe('withheld');
  expect(consentOf(state, ann, 'quote')).toBe('unasked');
  given(liveWorkshop).when(answer('quote', true)).refused('permission/notSeated');
});

test('[N2] an answer is to the text of today', () => {
  given(liveWorkshop)
    .when(answer('quote', true, TEXT_VERSIONS.quote + 1), by('ann'))
    .refused('consents/otherVersion');
});

test('[N3] where a purpose is required, who has not agreed neither speaks nor is seen', () => {
  const story = [...liveWorkshop, policy({ recording: 'require' })];
  const silent = given(story);
  silent.when({ type: 'floor/raiseHand' }, by('ann')).refused('consents/required');
  silent.when({ type: 'floor/give', seat: seat('ann') }, by('chair')).refused('consents/required');
  expect(mayPublish(silent.state, seat('ann'), 'microphone')).toBe(false);
  const agreed = given(
    story,
    step(answer('recording', true), by('ann')),
    step({ type: 'floor/give', seat: seat('ann') }, by('chair')),
  );
  expect(mayPublish(agreed.state, seat('ann'), 'microphone')).toBe(true);
  agreed
    .when(answer('recording', false), by('ann'))
    .brings(
      { type: 'floor/ended', seat: seat('ann') },
      { type: 'consents/answered', person: ann, purpose: 'recording', given: false, version: 1 },
    );
});

test('[N4] yes allows, no forbids, silence allows what was obtained otherwise', () => {
  for (const purpose of PURPOSES)
    for (const how of ['ask', 'require', 'obtained'] as const) {
      const story = [...liveWorkshop, policy({ [purpose]: how })];
      expect(isConsented(given(story).state, ann, purpose)).toBe(how === 'obtained');
      for (const yes of [true, false])
        expect(isConsented(given(story, step(answer(purpose, yes), by('ann'))).state, ann, purpose)).toBe(yes);
    }
  const { state } = given(liveWorkshop);
  expect(isSeatConsented(state, seat('ann'), 'quote')).toBe(true);
  expect(isSeatConsented(state, seat('nobody'), 'quote')).toBe(false);
});

test('[N5] what the brief does not say goes the usual way', () => {
  const { state } = given(liveWorkshop);
  expect(PURPOSES.filter((purpose) => isConsented(state, ann, purpose))).toEqual(['name', 'quote', 'transfer']);
  expect(hasRequired(state, ann)).toBe(true);
});

test('[N6] asked is what is open', () => {
  expect(toAsk(given(liveWorkshop).state, ann)).toEqual(['recording', 'portrait', 'chat']);
  const { state } = given(liveWorkshop, policy({ transfer: 'require' }), step(answer('portrait', false), by('ann')));
  expect(toAsk(state, ann)).toEqual(['recording', 'transfer', 'chat']);
  const older = { ...state, consents: { answers: { [ann]: { recording: { given: true, version: 0, at: 1 } } } } };
  expect(toAsk(older as typeof state, ann)).toContain('recording');
});

test('[V2] of the room each sees the own answers alone, the desk all', () => {
  const { state } = given(
    liveWorkshop,
    step(answer('quote', false), by('ann')),
    step(answer('quote', true), by('bob')),
  );
  expect(Object.keys(viewFor(state, seat('ann')).consents.answers)).toEqual(['p-ann']);
  expect(viewFor(state, seat('eye')).consents.answers).toEqual({});
  expect(Object.keys(viewFor(state, seat('co')).consents.answers)).toEqual(['p-ann', 'p-bob']);
});
