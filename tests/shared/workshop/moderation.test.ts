import { expect, test } from 'vitest';
import { mayPublish, mediaOrders } from '../../../shared/workshop/media-orders.ts';
import {
  addItem,
  by,
  door,
  given,
  item,
  liveWorkshop,
  present,
  seat,
  step,
  type Step,
} from '../../support/workshop-spec.ts';

test('[T2] all but the speakers: they and who presents the current item are spared too', () => {
  given(
    liveWorkshop,
    present('sue', 'speaker'),
    addItem('talk', { presenters: [{ kind: 'person', person: 'p-ann' as never }] }),
    step({ type: 'agenda/begin', item: item('talk') }),
  )
    .when({ type: 'stage/silenceAll', spare: 'speakers' }, by('chair'))
    .brings(
      { type: 'stage/silenced', seat: seat('co'), source: 'microphone' },
      { type: 'stage/silenced', seat: seat('bob'), source: 'microphone' },
    );
});

test('[T9] limited, a screen is shared by the desk and by who presents the current item', () => {
  const sue = [
    ...present('sue', 'speaker'),
    ...present('tim', 'speaker'),
    addItem('talk', { presenters: [{ kind: 'person', person: 'p-sue' as never }] }),
  ];
  const limited = step({ type: 'stage/limitSharing', sharing: 'presenters' }, by('co'));
  const begun = step({ type: 'agenda/begin', item: item('talk') });
  const sharing = (...steps: readonly Step[]) =>
    ['chair', 'sue', 'tim', 'ann'].filter((name) =>
      mayPublish(given(liveWorkshop, sue, ...steps).state, seat(name), 'screen'),
    );
  expect([sharing(), sharing(limited), sharing(limited, begun)]).toEqual([
    ['chair', 'sue', 'tim'],
    ['chair'],
    ['chair', 'sue'],
  ]);
  const orders = mediaOrders(given(liveWorkshop, sue, begun).state, given(liveWorkshop, sue, begun, limited).state);
  expect(orders).toEqual([{ kind: 'withdraw', seat: 'tim', source: 'screen' }]);
  given(liveWorkshop)
    .when({ type: 'stage/limitSharing', sharing: 'presenters' }, by('ann'))
    .refused('permission/denied');
});

test('[T10] the desk asks one who is here to unmute, until answered, taken back, silenced or gone', () => {
  const asked = step({ type: 'stage/askToUnmute', seat: seat('ann') }, by('chair'));
  const ask = { type: 'stage/askToUnmute', seat: seat('ann') } as const;
  given(liveWorkshop, asked).when(ask, by('co')).refused('stage/alreadyAsked');
  given(liveWorkshop).when(ask, by('bob')).refused('permission/denied');
  given(liveWorkshop)
    .when({ ...ask, seat: seat('eye') }, by('chair'))
    .refused('permission/denied');
  given(liveWorkshop, step({ type: 'participants/leave', seat: seat('ann') }, door))
    .when(ask, by('chair'))
    .refused('floor/notHere');
  given(liveWorkshop, step({ type: 'floor/setRules', rules: { coupled: true } }, by('chair')))
    .when(ask, by('chair'))
    .refused('stage/waitsForFloor');
  given(liveWorkshop).when({ type: 'stage/answerAsk' }, by('ann')).refused('stage/notAsked');
  const silence = step({ type: 'stage/silence', seat: seat('ann'), source: 'microphone' }, by('co'));
  const overBy = [
    [step({ type: 'stage/answerAsk' }, by('ann'))],
    [silence],
    [step({ type: 'participants/leave', seat: seat('ann') }, door)],
  ];
  expect(given(liveWorkshop, asked).state.stage.asked).toEqual(['ann']);
  for (const steps of overBy) expect(given(liveWorkshop, asked, ...steps).state.stage.asked).toEqual([]);
  const back = step({ type: 'stage/resume', source: 'microphone' }, by('ann'));
  expect(given(liveWorkshop, silence, asked, back).state.stage.asked).toEqual([]);
});
