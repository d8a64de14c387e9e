// How names are written and taken apart, for any name; the examples beside them are those the house style was agreed on.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupText } from '../../../shared/directory/groups.ts';
import { introduction } from '../../../shared/directory/introduction.ts';
import { firstMention, fullName } from '../../../shared/directory/names.ts';
import { HONORIFICS, type Person, type PersonName } from '../../../shared/directory/person.ts';
import { isSameName } from '../../../shared/directory/same-name.ts';
import { COMPOUND_FAMILY_NAMES, nameInOnePiece, splitHan, splitLatin } from '../../../shared/directory/split-name.ts';
import { organization, person } from '../../support/workshop-spec.ts';

const nrdc = {
  id: organization('nrdc'),
  name: { en: 'Natural Resources Defense Council', 'zh-Hans': '自然资源保护协会' },
  abbreviation: { en: 'NRDC' },
};
const qian: Person = {
  id: person('qian'),
  name: {
    latin: { family: 'Qian', given: 'Jingjing', order: 'family-first' },
    han: { family: '钱', given: '京京' },
  },
  honorific: 'ms',
  positions: [
    { title: { en: 'Director of China Program', 'zh-Hans': '中国项目主任' }, organization: organization('nrdc') },
  ],
};
const find = (id: string) => (id === 'nrdc' ? nrdc : undefined);

const letters = (min: number, max: number) =>
  fc
    .array(fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzéüčł'), { minLength: min, maxLength: max })
    .map((all) => all.join(''));
/** Qian, Nguyễn-like: one capital, then small letters. */
const word = letters(2, 9).map((text) => text.charAt(0).toLocaleUpperCase('en') + text.slice(1));
const han = (min: number, max: number) =>
  fc
    .array(fc.integer({ min: 0x4e00, max: 0x9fa5 }), { minLength: min, maxLength: max })
    .map((all) => String.fromCodePoint(...all));
const chineseName = fc
  .oneof(
    fc.record({ family: han(1, 1), given: han(1, 2) }),
    fc.record({ family: fc.constantFrom(...COMPOUND_FAMILY_NAMES), given: han(1, 2) }),
  )
  .filter(
    ({ family, given }) =>
      [...family].length === 2 || given.length === 1 || !COMPOUND_FAMILY_NAMES.has(family + given.slice(0, 1)),
  );

describe('writing', () => {
  test('the same person in both languages, as agreed', () => {
    expect(firstMention(qian, 'en')).toBe('Ms. QIAN Jingjing');
    expect(firstMention(qian, 'zh-Hans', true)).toBe('钱京京女士');
    expect(introduction(qian, find, 'en')).toBe('Ms. QIAN Jingjing, Director of China Program, NRDC');
    expect(introduction(qian, find, 'zh-Hans')).toBe('自然资源保护协会中国项目主任钱京京女士');
    expect(introduction({ ...qian, positions: [{ title: {}, organization: nrdc.id }] }, find, 'en')).toBe(
      'Ms. QIAN Jingjing, NRDC',
    );
    const professor = { ...qian, honorific: 'prof', positions: [{ title: { 'zh-Hans': '教授' } }] } as const;
    expect(introduction(professor, find, 'zh-Hans')).toBe('教授钱京京');
  });

  test('a group is a count of what it is made of', () => {
    const isp = { name: { en: 'International Sustainability Platform' }, abbreviation: { en: 'ISP-CEP' } };
    const members = { en: 'members', 'zh-Hans': '成员单位' };
    expect(groupText({ count: 11, members }, isp, 'en')).toBe('11 members of ISP-CEP');
    expect(groupText({ count: 11, members }, isp, 'zh-Hans')).toBe('ISP-CEP的11家成员单位');
  });

  test('a family name stands first in capitals when its bearer writes it first, and never otherwise', () => {
    fc.assert(
      fc.property(word, word, (family, given) => {
        const first = fullName({ latin: { family, given, order: 'family-first' } }, 'en');
        expect(first).toBe(`${family.toLocaleUpperCase('en')} ${given}`);
        expect(fullName({ latin: { family, given, order: 'given-first' } }, 'en')).toBe(`${given} ${family}`);
      }),
    );
  });

  test('whatever is known of a name, both languages write something, and a script that is given is used', () => {
    const latin = fc.record({
      family: word,
      given: word,
      order: fc.constantFrom('family-first' as const, 'given-first' as const),
    });
    const names: fc.Arbitrary<PersonName> = fc.oneof(
      latin.map((one) => ({ latin: one })),
      chineseName.map((one) => ({ han: one })),
      fc.tuple(latin, chineseName).map(([one, other]) => ({ latin: one, han: other })),
      word.map((one) => ({ asWritten: one })),
    );
    fc.assert(
      fc.property(names, fc.constantFrom(...HONORIFICS), (name, honorific) => {
        const [english, chinese] = [fullName(name, 'en'), fullName(name, 'zh-Hans')];
        if (name.latin) expect(english).toContain(name.latin.given);
        if (name.han) expect(chinese).toContain(name.han.family);
        expect(english).not.toBe('');
        expect(chinese).not.toBe('');
        const said = introduction({ ...qian, name, honorific }, find, 'zh-Hans');
        expect(said.indexOf('中国项目主任')).toBeLessThan(said.indexOf(chinese));
        expect(introduction({ ...qian, name, honorific }, find, 'en')).toMatch(/Director of China Program, NRDC$/);
      }),
    );
  });
});

describe('taking apart', () => {
  test('what the house writes is read back: capitals tell the family name', () => {
    fc.assert(
      fc.property(
        word,
        word,
        fc.constantFrom('family-first' as const, 'given-first' as const),
        (family, given, order) => {
          const latin = { family, given, order };
          const written =
            order === 'family-first' ? fullName({ latin }, 'en') : `${given} ${family.toLocaleUpperCase('en')}`;
          expect(splitLatin(written)).toEqual(latin);
        },
      ),
    );
  });

  test('a Chinese name is read back, with one family character or two', () => {
    fc.assert(
      fc.property(chineseName, (name) => {
        expect(splitHan(fullName({ han: name }, 'zh-Hans'))).toEqual(name);
      }),
    );
  });

  test('a comma, a dot, and what bears no sign', () => {
    expect(splitLatin('Goodall, Jane')).toEqual({ family: 'Goodall', given: 'Jane', order: 'given-first' });
    expect(splitHan('简·古道尔')).toEqual({ family: '古道尔', given: '简' });
    expect(nameInOnePiece('Jane Goodall')).toEqual({ asWritten: 'Jane Goodall' });
    expect(nameInOnePiece('O’NEILL Máire')).toEqual({
      latin: { family: 'O’Neill', given: 'Máire', order: 'family-first' },
    });
  });

  test('no text at all is too strange: it is taken apart or kept, and never lost', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), (text) => {
        const name = nameInOnePiece(text);
        if (name.asWritten === undefined) expect(isSameName(name, { asWritten: text })).toBe(true);
        else expect(name.asWritten).toBe(text.trim().replace(/\s+/g, ' '));
      }),
    );
  });
});
