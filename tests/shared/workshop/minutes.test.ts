import { expect, test } from 'vitest';
import { id, type CommandId } from '../../../shared/kernel/ids.ts';
import { by, given, host, item, liveWorkshop, knock, seat, step } from '../../support/workshop-spec.ts';

const ended = [...liveWorkshop, step({ type: 'session/end' }, by('chair'))];
const proposal = { type: 'minutes/propose', item: item('one'), text: 'It was Tuesday' } as const;
const reviewed = given(ended, step({ type: 'minutes/openReview' }, by('chair')));
const proposed = given(ended, step({ type: 'minutes/openReview' }, by('chair')), step(proposal, by('ann'), 70));
const correction = proposed.state.minutes.corrections[0]?.id ?? id<CommandId>('none');

test('[M1] review opens once, after the end; taking the session up again makes a draft of the minutes', () => {
  given(liveWorkshop).when({ type: 'minutes/openReview' }, by('chair')).refused('minutes/notEnded');
  given(ended).when({ type: 'minutes/openReview' }, by('chair')).brings({ type: 'minutes/reviewOpened' });
  reviewed.when({ type: 'minutes/openReview' }, by('chair')).refused('minutes/inReviewAlready');
  const { state } = given(
    ended,
    step({ type: 'minutes/openReview' }, by('chair')),
    step({ type: 'session/reopen' }, by('chair')),
  );
  expect(state.minutes.standing).toEqual({ phase: 'draft' });
});

test('[M2] who attended proposes corrections, in review, to what is there', () => {
  given(ended).when(proposal, by('ann')).refused('minutes/notInReview');
  expect(proposed.state.minutes.corrections).toMatchObject([
    { by: seat('ann'), person: 'p-ann', item: item('one'), text: 'It was Tuesday', at: 70, answer: null },
  ]);
  reviewed.when({ ...proposal, item: item('nowhere') }, by('ann')).refused('agenda/unknownItem');
  given(ended, knock('late', 'speaker'), step({ type: 'minutes/openReview' }, by('chair')))
    .when(proposal, by('late'))
    .refused('minutes/didNotAttend');
});

test('[M3] a correction is answered, and answered otherwise, until approval', () => {
  const accepted = { type: 'minutes/answer', correction, answer: 'accepted' } as const;
  proposed.when(accepted, by('ann')).refused('permission/denied');
  proposed.when({ ...accepted, correction: id<CommandId>('other') }, by('co')).refused('minutes/unknownCorrection');
  const state = proposed
    .when(accepted, by('co'), 80)
    .brings({ type: 'minutes/answered', correction, answer: 'accepted' });
  expect(state.minutes.corrections[0]?.answer).toEqual({ given: 'accepted', by: 'co', at: 80 });
  const again = given(
    ended,
    step({ type: 'minutes/openReview' }, by('chair')),
    step(proposal, by('ann'), 70),
    step(accepted, by('co'), 80),
  );
  const id2 = again.state.minutes.corrections[0]?.id ?? correction;
  again
    .when({ type: 'minutes/answer', correction: id2, answer: 'declined' }, by('chair'))
    .brings({ type: 'minutes/answered', correction: id2, answer: 'declined' });
});

test('[M4] approval waits for every answer and keeps who and when', () => {
  proposed.when({ type: 'minutes/approve' }, by('chair')).refused('minutes/correctionsOpen');
  reviewed.when({ type: 'minutes/approve' }, by('co')).refused('permission/denied');
  given(ended).when({ type: 'minutes/approve' }, by('chair')).refused('minutes/notInReview');
  const state = reviewed.when({ type: 'minutes/approve' }, by('chair'), 90).brings({ type: 'minutes/approved' });
  expect(state.minutes.standing).toEqual({ phase: 'approved', at: 90, by: 'chair' });
});

test('[M5] approved minutes are taken up again by the chair alone', () => {
  const approved = given(
    ended,
    step({ type: 'minutes/openReview' }, by('chair')),
    step({ type: 'minutes/approve' }, by('chair')),
  );
  approved.when({ type: 'minutes/takeUpAgain' }, by('co')).refused('permission/denied');
  reviewed.when({ type: 'minutes/takeUpAgain' }, host).refused('minutes/notApproved');
  const state = approved
    .when({ type: 'minutes/takeUpAgain' }, by('chair'), 95)
    .brings({ type: 'minutes/takenUpAgain' });
  expect(state.minutes.standing).toEqual({ phase: 'review', since: 95 });
});
