// From what is typed to an item's plan, and the words beside an item.
import { describe, expect, it } from 'vitest';
import { itemTime } from '../../../client/features/agenda/item-clock.ts';
import { planFromForm, type TypedPlan } from '../../../client/features/agenda/plan-from-form.ts';
import { speechTime } from '../../../client/features/floor/speech-clock.ts';
import { instant } from '../../../shared/kernel/ids.ts';
import { item, organization, person, plan, seat } from '../../support/workshop-spec.ts';

const typed = (over: Partial<TypedPlan> = {}): TypedPlan => ({
  kind: 'presentation',
  en: ' Rain gardens ',
  zh: '',
  minutes: '15',
  presenter: '',
  offTheRecord: false,
  ...over,
});
const people = { [person('didi')]: {} };

describe('the form of an item', () => {
  it('gives a plan with only the titles that were given', () => {
    expect(planFromForm(typed({ presenter: 'didi' }), people, null)).toEqual({
      kind: 'presentation',
      title: { en: 'Rain gardens' },
      minutes: 15,
      presenters: [{ kind: 'person', person: 'didi' }],
      offTheRecord: false,
    });
  });
  it('takes http and https addresses for slides alone, and lets one be taken away', () => {
    const deck = 'https://example.org/slides.pdf';
    expect(planFromForm(typed({ deck: ` ${deck} ` }), people, null)).toMatchObject({ deck });
    expect(planFromForm(typed(), people, { presenters: [], deck })).toMatchObject({ deck: '' });
    for (const wrong of ['javascript:alert(1)', 'example.org/slides', 'https://a b'])
      expect(planFromForm(typed({ deck: wrong }), people, null)).toBe('needsDeck');
  });
  it.each([
    ['a title', typed({ en: ' ' }), 'needsTitle'],
    ['minutes', typed({ minutes: '' }), 'needsMinutes'],
    ['whole minutes', typed({ minutes: '1.5' }), 'needsMinutes'],
    ['minutes up to 600', typed({ minutes: '601' }), 'needsMinutes'],
  ])('asks for %s', (_what, form, fault) => expect(planFromForm(form, people, null)).toBe(fault));
  it('keeps presenters it does not show, and an organization nobody replaced', () => {
    const [nrdc, second] = [
      { kind: 'organization', organization: organization('nrdc') } as const,
      { kind: 'person', person: person('ann') } as const,
    ];
    const kept = planFromForm(typed(), people, { presenters: [nrdc, second] });
    expect(kept).toMatchObject({ presenters: [nrdc, second] });
    const replaced = planFromForm(typed({ presenter: 'didi' }), people, { presenters: [nrdc, second] });
    expect(replaced).toMatchObject({ presenters: [{ kind: 'person', person: 'didi' }, second] });
  });
});

describe('the time beside an item', () => {
  const planned = { ...plan(), id: item('one'), status: 'planned', stretches: [] } as const;
  it('is planned, running, over, taken', () => {
    const running = { ...planned, status: 'current', stretches: [{ from: instant(0) }] } as const;
    const done = { ...planned, status: 'done', stretches: [{ from: instant(0), until: instant(65_000) }] } as const;
    expect(itemTime(planned, instant(0), 'en')).toEqual({ words: '10 min', tone: 'calm' });
    expect(itemTime(running, instant(65_000), 'en')).toEqual({ words: '1:05 of 10 min', tone: 'calm' });
    expect(itemTime(running, instant(661_000), 'en')).toEqual({ words: '11:01, over by 1:01', tone: 'over' });
    expect(itemTime(done, instant(999_000), 'zh-Hans').words).toBe('10 分钟，用时 1:05');
  });
});

describe('the time of a speech', () => {
  it('counts up, and down when there is a limit', () => {
    const speech = { seat: seat('ann'), person: person('ann'), item: null, from: instant(0) };
    expect(speechTime(speech, instant(61_000), 'en')).toEqual({ elapsed: '1:01', rest: '', tone: 'calm' });
    const limited = { ...speech, limitMs: 120_000 };
    expect(speechTime(limited, instant(100_500), 'en')).toEqual({ elapsed: '1:40', rest: '0:20 left', tone: 'soon' });
    expect(speechTime(limited, instant(125_000), 'en')).toEqual({
      elapsed: '2:05',
      rest: 'over by 0:05',
      tone: 'over',
    });
  });
});
