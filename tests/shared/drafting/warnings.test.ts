// What an editor is warned of: numbers and names without a source, people the directory does not know, words that nobody has confirmed.
import { describe, expect, it } from 'vitest';
import { draftOf } from '../../../shared/drafting/evolve.ts';
import { freshPieces } from '../../../shared/drafting/fresh.ts';
import { warningsOf } from '../../../shared/drafting/warnings.ts';
import { instant } from '../../../shared/kernel/ids.ts';
import { compose } from '../../../shared/update/compose.ts';
import { headlineChoices } from '../../../shared/update/headline.ts';
import { fileAt, workshopOf } from '../../support/workshop-from-file.ts';

const held = { ...workshopOf(fileAt('server/demo/first-online-workshop.json')), language: 'en' as const };
const pieces = freshPieces({ article: compose(held), headlines: headlineChoices(held) }, held.board, null);
const lead = pieces.find((one) => one.role === 'sentence');
const { roster } = held.state;

const warned = (words: string | null, agreed = false): readonly string[] => {
  const by = { name: 'Ada', account: null, seat: null };
  const at = instant(1_800_000_000_061);
  const told = {
    seq: 1,
    at,
    by: null,
    event: { type: 'retold', tellings: { en: { pieces, headlines: [] } } },
  } as const;
  const piece = lead?.key ?? '';
  const edit = { type: 'edit', language: 'en', piece, base: lead?.text ?? '', text: words ?? '' } as const;
  const state = draftOf([told, ...(words === null ? [] : [{ seq: 2, at, by, event: edit }])]);
  return warningsOf(state, 'en', { roster, board: held.board, isApproved: () => agreed }).map(
    ({ code, about }) => `${code} ${about}`,
  );
};

describe('of an edited sentence', () => {
  const of = (added: string): readonly string[] =>
    warned(`${lead?.text ?? ''} ${added}`, true).filter((one) => /^(?:number|nameUnknown)/.test(one));

  it('a number that no source gives is told, one of the sentence or in other digits is not', () => {
    expect(of('It had 73 guests.')).toEqual(['numberWithoutSource 73']);
    expect(of('The year was 2020.')).toEqual([]);
  });

  it('a name that the roster lacks is told, one that it has is not', () => {
    expect(of('Mr. Bao Nonesuch came.')).toEqual(['nameUnknown Bao Nonesuch']);
    expect(of('Ms. QIAN Jingjing came.')).toEqual([]);
  });
});

it('words that nobody has confirmed are told until they are, and never of text that is nobody’s', () => {
  const open = warned(null).filter((one) => one.startsWith('notConfirmed'));
  expect(open).toEqual(['notConfirmed QIAN Jingjing', 'notConfirmed WANG Zhigao']);
  expect(warned(null, true).filter((one) => one.startsWith('notConfirmed'))).toEqual([]);
});

it('each person whom the directory does not know is told once', () => {
  const unknown = warned(null).filter((one) => one.startsWith('personNotInDirectory'));
  expect(unknown).toContain('personNotInDirectory QIAN Jingjing');
  expect(new Set(unknown).size).toBe(unknown.length);
});
