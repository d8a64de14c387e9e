// The order of steps of a publication, and what may stand in its way.
import { describe, expect, test } from 'vitest';
import type { Block } from '../../../shared/document/document.ts';
import { instant } from '../../../shared/kernel/ids.ts';
import { isoDay, writtenDay, yearOf } from '../../../shared/publication/days.ts';
import { correct, edit, hold, publish, release, withdraw, type Step } from '../../../shared/publication/lifecycle.ts';
import { obstaclesOf } from '../../../shared/publication/obstacles.ts';
import type { Publication } from '../../../shared/publication/publication.ts';
import { edition, MARCH_26, photo, publication } from '../../support/publication.ts';

const now = instant(1_800_000_000_000);
const later = instant(now + 3_600_000);

const after = (step: Step): Publication => {
  if (!step.ok) throw new Error(step.refusal.code);
  return step.publication;
};
const code = (step: Step): string => (step.ok ? 'done' : step.refusal.code);

describe('publishing', () => {
  test('at once: public from now, one version on', () => {
    expect(after(publish(publication(), null, now))).toMatchObject({
      status: 'published',
      publishedAt: now,
      version: 2,
    });
  });

  test('an imported one keeps the day it carries', () => {
    const step = publish(publication({ publishedAt: MARCH_26 }), null, now);
    expect(after(step).publishedAt).toBe(MARCH_26);
  });

  test('under embargo it waits, is not released early, and then carries the promised time', () => {
    const waiting = after(publish(publication(), later, now));
    expect(waiting).toMatchObject({ status: 'embargoed', publishAt: later, publishedAt: null });
    expect(code(release(waiting, instant(later - 1)))).toBe('publication/notYet');
    expect(after(release(waiting, instant(later + 5)))).toMatchObject({
      status: 'published',
      publishAt: null,
      publishedAt: later,
    });
  });

  test('an embargo that has passed already is no embargo', () => {
    expect(after(publish(publication(), instant(now - 1), now)).status).toBe('published');
  });

  test('an embargo taken back leaves a draft; a draft has none to take back', () => {
    const waiting = after(publish(publication(), later, now));
    expect(after(hold(waiting, 'embargoLifted'))).toMatchObject({ status: 'draft', publishAt: null });
    expect(code(hold(publication(), 'embargoLifted'))).toBe('publication/notEmbargoed');
  });

  test('twice is refused; after a withdrawal it comes back with its first day', () => {
    const open = after(publish(publication(), null, now));
    expect(code(publish(open, null, later))).toBe('publication/alreadyPublished');
    const gone = after(withdraw(open));
    expect(gone.status).toBe('withdrawn');
    expect(after(publish(gone, null, later)).publishedAt).toBe(now);
    expect(code(withdraw(gone))).toBe('publication/notPublished');
  });
});

describe('changing what is public', () => {
  const open = after(publish(publication(), null, now));

  test('a new text is a revision with its time; other terms are not shown as one', () => {
    const editions = { ...open.editions, en: edition('Another headline', 'Text.') };
    expect(after(edit(open, { editions }, later)).revisedAt).toBe(later);
    expect(after(edit(open, { themes: [] }, later)).revisedAt).toBeNull();
    expect(after(edit(publication(), { editions }, later)).revisedAt).toBeNull();
  });

  test('a language that readers have may not disappear', () => {
    const { en } = open.editions;
    if (!en) throw new Error('no English edition');
    expect(code(edit(open, { editions: { en } }, later))).toBe('publication/editionOfPublic');
    expect(code(correct(open, { en: 'x' }, { en }, later))).toBe('publication/editionOfPublic');
    expect(code(edit(publication(), { editions: { en } }, later))).toBe('done');
  });

  test('a correction speaks every language of the publication and stays', () => {
    expect(code(correct(open, { en: 'The date was wrong.' }, undefined, later))).toBe(
      'publication/correctionInEveryLanguage',
    );
    const text = { en: 'The date was wrong.', 'zh-Hans': '日期有误。' };
    const corrected = after(correct(open, text, undefined, later));
    expect(corrected).toMatchObject({ corrections: [{ at: later, text }], revisedAt: later });
    expect(code(correct(publication(), text, undefined, later))).toBe('publication/notPublished');
  });
});

describe('obstacles', () => {
  const codes = (one: Publication): readonly string[] => obstaclesOf(one).map((obstacle) => obstacle.code);
  const withBlocks = (...blocks: readonly Block[]) =>
    publication({
      editions: { en: edition('H', 'T', { blocks: [{ kind: 'paragraph', spans: [{ text: 'T' }] }, ...blocks] }) },
    });

  test('a whole publication has none', () => expect(codes(publication())).toEqual([]));
  test('no edition', () => expect(codes(publication({ editions: {} }))).toEqual(['publication/noEdition']));
  test('an empty edition lacks everything', () => {
    const en = edition(' ', '', { blocks: [photo('f', 'Photo by W')] });
    expect(codes(publication({ editions: { en } }))).toEqual([
      'publication/noHeadline',
      'publication/noTeaser',
      'publication/noText',
    ]);
  });
  test('a picture without its photographer', () => {
    expect(codes(withBlocks(photo('f', null)))).toEqual(['publication/photoWithoutCredit']);
    expect(codes(withBlocks(photo('f', '  ')))).toEqual(['publication/photoWithoutCredit']);
    expect(codes(withBlocks(photo('f', 'Photo by W'), photo(null, null)))).toEqual([]);
  });
});

test('the day is the one of its own zone', () => {
  expect(isoDay(MARCH_26, 'Asia/Shanghai')).toBe('2020-03-26');
  expect(isoDay(MARCH_26, 'America/New_York')).toBe('2020-03-25');
  expect(writtenDay(MARCH_26, 'Asia/Shanghai', 'en')).toBe('March 26, 2020');
  expect(writtenDay(MARCH_26, 'Asia/Shanghai', 'zh-Hans')).toBe('2020年3月26日');
  expect(yearOf(instant(Date.UTC(2019, 11, 31, 20)), 'Asia/Shanghai')).toBe(2020);
});
