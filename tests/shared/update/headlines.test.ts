// Headlines to choose from: the event, what came of it, what it was about; each within its language's custom and in words of its sources.
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../shared/notes/blocks.ts';
import { compose } from '../../../shared/update/compose.ts';
import { headlineChoices } from '../../../shared/update/headline.ts';
import { originsOf } from '../../../shared/update/origins.ts';
import { fileAt, workshopOf } from '../../support/workshop-from-file.ts';

const ENGLISH = 'tests/fixtures/workshops/independent-en.json';
const CHINESE = 'tests/fixtures/workshops/zh-rain-gardens.json';
const told = (material: Parameters<typeof headlineChoices>[0]) =>
  headlineChoices(material).map(({ kind, headline }) => [kind, headline.text]);

/** The workshop with nothing on its board but this. */
const noted = (path: string, language: 'en' | 'zh-Hans', kind: Block['kind'], text: string) => ({
  ...workshopOf(fileAt(path)),
  language,
  board: { blocks: [{ id: 'b', item: null, kind, text } as unknown as Block] },
});
const outcomesOf = (path: string, language: 'en' | 'zh-Hans', kind: Block['kind'], text: string) =>
  told(noted(path, language, kind, text)).filter(([what]) => what === 'outcome');

describe('the choices', () => {
  it('in English lead with the event, then decisions, consensus and theme', () => {
    expect(told({ ...workshopOf(fileAt(ENGLISH)), language: 'en' })).toEqual([
      ['event', 'Online Workshop “Keeping the Catch Cold: Ice and Small Boats on the Guinea Coast” Held'],
      ['outcome', 'Workshop Decides the First Two Ice Plants Will Be Built at Keta and Grand-Popo'],
      ['outcome', 'Participants Agree That Ice Plants Should Be Owned by the Traders Who Use Them'],
      ['theme', 'Workshop Looks at Which Landing Sites Should Have an Ice Plant First'],
    ]);
  });

  it('in Chinese keep to twenty characters and say whose word it is', () => {
    const choices = told({ ...workshopOf(fileAt(CHINESE)), language: 'zh-Hans' });
    expect(choices).toEqual([
      ['event', '第二场“城市雨水花园建设”线上研讨会举办'],
      ['outcome', '研讨会决定成立养护技术小组'],
      ['outcome', '与会代表：养护经费应纳入社区年度预算'],
      ['theme', '研讨会聚焦如何建立长效养护机制'],
    ]);
    for (const [, text] of choices) expect([...(text ?? '')].length).toBeLessThanOrEqual(20);
  });

  it.each([ENGLISH, CHINESE, 'server/demo/first-online-workshop.json'])(
    'of %s have sources that stand, and begin with the draft’s own',
    (path) => {
      for (const language of ['en', 'zh-Hans'] as const) {
        const material = { ...workshopOf(fileAt(path)), language };
        const choices = headlineChoices(material);
        const article = compose(material);
        expect(choices[0]).toEqual({ kind: 'event', headline: article.headline });
        for (const { headline } of choices) {
          const origins = originsOf({ ...article, headline }, material);
          expect(headline.sources.length).toBeGreaterThan(0);
          expect(headline.sources.filter((source) => origins[source] === undefined)).toEqual([]);
        }
      }
    },
  );
});

describe('an outcome makes a headline only when it can be said truly and shortly', () => {
  it.each([
    ['decision', 'to meet again in January', 'Workshop Decides to Meet Again in January'],
    [
      'decision',
      'CO2 limits of 25 g are adopted by all members',
      'Workshop Decides That CO2 Limits of 25 g Are Adopted by All Members',
    ],
    ['consensus', 'We should share our data', null],
    ['consensus', 'more data', null],
    ['consensus', 'the sites are safe. They were tested', null],
    ['consensus', `ice is good ${'and cold '.repeat(10)}`, null],
    ['suggestion', 'ice plants should be smaller', null],
  ] as const)('%s “%s”', (kind, text, headline) => {
    expect(outcomesOf(ENGLISH, 'en', kind, text)).toEqual(headline === null ? [] : [['outcome', headline]]);
  });

  it.each([
    ['decision', '建立数据共享机制。', '研讨会决定建立数据共享机制'],
    ['consensus', '数据应当公开', '与会代表一致认为数据应当公开'],
    ['consensus', '我们应当公开数据', null],
    ['consensus', '数据应当公开，让每一家小型博物馆也能对照自己的情况', null],
  ] as const)('%s “%s”', (kind, text, headline) => {
    expect(outcomesOf(CHINESE, 'zh-Hans', kind, text)).toEqual(headline === null ? [] : [['outcome', headline]]);
  });
});
