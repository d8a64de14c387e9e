// Three real events whose reports stand in public: what those reports tell stands in the draft, in order, with sources, and no number is made up.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compose } from '../../../shared/update/compose.ts';
import { originsOf, sourcesOf } from '../../../shared/update/origins.ts';
import { toMarkdown } from '../../../shared/update/renderers/to-markdown.ts';
import { fileAt, workshopOf } from '../../support/workshop-from-file.ts';

/** In the order of the draft. What each real report tells and no draft does yet: see the .md beside each file. */
const REPORTS = [
  {
    name: 'cross-strait-meteorology',
    language: 'zh-Hans',
    facts: [
      '2022年海峡两岸气象青年科技交流汇',
      '11月30日至12月1日（北京时间）',
      '中国气象学会',
      '福建省气象局主办',
      '台湾气象服务产业发展协会和台湾升昌龙科技公司协办',
      '以线上线下相结合的方式举办',
      '中国气象学会秘书长王金星主持开幕式',
      '北京会场',
      '北京、福州、台湾设三个会场',
      '福建省气象局局长、福建省气象学会理事长潘敖大',
      '台湾气象服务产业发展协会理事长曾鸿阳',
      '致开幕辞',
      '在两天的会议中，与会代表围绕两岸气象科技展开讨论',
      '福建会场',
      '王金星希望通过交流汇',
      '展示成果、互相学习',
      '海峡气象青年汇已是海峡青年节最有影响力的活动之一',
      '“从交流走向交融，从学术走到应用，从共享走向共创。”',
      '“1314”科技创新体系建设',
      '曾鸿阳希望两岸青年',
      '让工作与社会需求紧密结合',
      '福建省气象学会、福州市气象局、福州市气象学会承办',
    ],
  },
  {
    name: 'cross-strait-meteorology',
    language: 'en',
    facts: [
      '2022 Cross-Strait Exchange of Young Meteorologists',
      'From November 30 to December 1, 2022',
      'Chinese Meteorological Society',
      'Fujian Meteorological Bureau',
      'Taiwan Meteorological Service Industry Development Association',
      'Taiwan Shengchanglong Technology Company',
      'hybrid',
      'WANG Jinxing, Secretary-General of CMS, chaired the opening',
      'Beijing, Fuzhou and Taiwan',
      'Opening remarks',
      'PAN Aoda, Director-General of the Fujian Meteorological Bureau and President of the Fujian Meteorological Society',
      'ZENG Hongyang, President of the Taiwan Meteorological Service Industry Development Association',
      'the Fujian Meteorological Society, the Fuzhou Meteorological Bureau and the Fuzhou Meteorological Society',
    ],
  },
  {
    name: 'governing-energy-transition',
    language: 'en',
    facts: [
      'Governing the Energy Transition: Local Action, International Ambition',
      'On March 19, 2021',
      "King's College London held the online workshop",
      'Energy Charter Secretariat attended',
      'supported by the ESRC Impact Acceleration Account',
      'new ideas on the legal framework of the energy transition',
      'two thirds of greenhouse gas emissions',
      '2020 in Brussels',
      'because of the pandemic',
      'Dr. Urban Rusnák, Secretary General of the Energy Charter Secretariat',
      'Oleksandr Antonenko, Head of the Energy Efficiency Unit, Energy Charter Secretariat, took part in the discussion',
      'energy in international economic law',
      '“Energy Transition is an ongoing process which is as old as our civilization.”',
      'Dr. Rusnák remarked that “actions need to be taken on national levels',
      'Gordian knot',
      'Oleksandr Antonenko said that regulatory frameworks need the right balance between energy security and sustainability',
    ],
  },
  {
    name: 'europabon-stakeholders',
    language: 'en',
    facts: [
      'User and Policy Needs of the European Biodiversity Observation Network',
      'From May 26 to 28, 2021',
      'Europa Biodiversity Observation Network (EuropaBON)',
      'first online workshop of the series',
      'stakeholders take an active part in designing',
      '350 people from 48 countries',
      'almost 250 from policy, academia and non-profit organizations',
      'On the first day, ',
      'John Bell, Director for Healthy Planet, DG RTD',
      'Humberto Delgado Rosa, Director for Natural Capital, DG ENV',
      'Giovanni De Santi, Director for Sustainable Resources, JRC',
      'linked to the Green Deal',
      'needs and targets at national level',
      'On the second and third days, ',
      'small break-out groups',
      'support in policy must grow, above all at national and regional level',
      '23-25 August 2021',
      'User and Policy Needs Assessment',
      'delivered to the European Commission',
      "Furthermore, the recordings will be put on the project's website",
    ],
  },
] as const;

const numbersIn = (text: string): readonly string[] =>
  (text.match(/\d+/g) ?? []).map((number) => number.replace(/^0+(?=\d)/, ''));

describe.each(REPORTS)('$name in $language', ({ name, language, facts }) => {
  const path = `tests/fixtures/reports/${name}.json`;
  const material = { ...workshopOf(fileAt(path)), language };
  const article = compose(material);
  const text = toMarkdown(article);

  it('what the report tells stands in the draft, in order', () => {
    expect(facts.filter((fact) => !text.includes(fact))).toEqual([]);
    let from = 0;
    for (const fact of facts) {
      const at = text.indexOf(fact, from);
      expect(at, fact).not.toBe(-1);
      from = at;
    }
  });

  it('every sentence has a source, and every source is to be found', () => {
    const sentences = [
      article.headline,
      ...article.parts.flatMap((part) =>
        part.kind === 'paragraph' ? part.sentences : [part.caption, part.credit].filter((one) => one !== null),
      ),
    ];
    expect(sentences.filter((sentence) => sentence.sources.length === 0)).toEqual([]);
    expect(Object.keys(originsOf(article, material)).sort()).toEqual([...new Set(sourcesOf(article))].sort());
  });

  it('no placeholder, no gap and no other language is left in it', () => {
    expect(text).not.toMatch(/undefined|null|NaN|TODO|TBD|XX|\[|\]|\{|\}|▢|_{2,}|“”|（）|\(\)/);
    expect(text).not.toMatch(/ {2}|[,，、;；:：]\s*[.。,，;；]|。。|\.\.| [,.;]/);
    if (language === 'en') expect(text).not.toMatch(/\p{Script=Han}|[，。；：（）]/u);
  });

  it('no number is made up', () => {
    const file = readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
    const given = new Set(numbersIn(file.replaceAll(/"(?:id|item|version|minutes|person)": [^,\n]*/g, '')));
    expect(numbersIn(text).filter((number) => !given.has(number))).toEqual([]);
  });
});

it('what a report did not have is told as missing, and nothing is written in its place', () => {
  const told = (name: string) => {
    const { missing, parts } = compose({
      ...workshopOf(fileAt(`tests/fixtures/reports/${name}.json`)),
      language: 'en',
    });
    return { codes: missing.map(({ code }) => code), sections: parts.map(({ section }) => section) };
  };
  const withoutPhotos = told('governing-energy-transition');
  expect(withoutPhotos.codes).toEqual(expect.arrayContaining(['noPhoto', 'noConsensus', 'noNextStep']));
  expect(withoutPhotos.sections).not.toContain('photo');
  expect(withoutPhotos.sections).not.toContain('outlook');
  const withoutStatements = told('europabon-stakeholders');
  expect(withoutStatements.codes).toContain('noStatement');
  expect(withoutStatements.sections).not.toContain('statements');
});
