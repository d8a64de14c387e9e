// What is promised to editors, over thousands of ways in which facts and edits can follow one another.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideDraft } from '../../../shared/drafting/decide.ts';
import { draftOf, evolveDraft } from '../../../shared/drafting/evolve.ts';
import type { DraftCommand, DraftEntry } from '../../../shared/drafting/commands.ts';
import { mergeText } from '../../../shared/drafting/merge-text.ts';
import {
  EMPTY_COPY,
  isOvertaken,
  pieceOf,
  type Fresh,
  type Piece,
  type WorkingCopy,
} from '../../../shared/drafting/working-copy.ts';
import { instant } from '../../../shared/kernel/ids.ts';

const around = { styles: [], isPerson: () => true };
const by = { name: 'Lin Xia', account: null, seat: null };

/** Facts numbered as a list numbers them: one put in front moves all keys, as in a brief's background. */
const facts = fc
  .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 6 })
  .chain((names) =>
    fc.record({
      names: fc.constant(names),
      byNumber: fc.boolean(),
      changed: fc.subarray(names),
    }),
  )
  .map(({ names, byNumber, changed }): readonly Fresh[] => [
    fresh('headline', 'headline', 'The headline'),
    ...names.map((name, at) =>
      fresh(
        byNumber ? `sentence fact:brief/background/${at}` : `sentence block:${name}`,
        'sentence',
        `Fact ${name}${changed.includes(name) ? ' as it is known now' : ''}.`,
      ),
    ),
  ]);

const fresh = (key: string, role: Fresh['role'], text: string): Fresh => ({
  key,
  role,
  section: 'background',
  opens: true,
  text,
  sources: [`fact:${key.length}`],
  voice: null,
  file: null,
});

const steps = fc.array(
  fc.oneof(
    facts.map((pieces) => ({ kind: 'facts' as const, pieces })),
    fc.record({ kind: fc.constant('edit' as const), at: fc.nat(9), text: fc.stringMatching(/^[a-z ]{1,12}$/) }),
    fc.record({ kind: fc.constantFrom('delete' as const, 'restore' as const, 'insert' as const), at: fc.nat(9) }),
    fc.record({ kind: fc.constantFrom('keepOwn' as const, 'move' as const), at: fc.nat(9) }),
  ),
  { maxLength: 25 },
);

const commandOf = (
  state: WorkingCopy,
  step: { readonly kind: string; readonly at: number; readonly text?: string },
) => {
  const pieces = state.copies.en?.pieces ?? [];
  const piece = pieces[step.at % Math.max(1, pieces.length)];
  if (piece === undefined) return null;
  const of = { language: 'en', piece: piece.id } as const;
  switch (step.kind) {
    case 'edit':
      return { ...of, type: 'edit', base: piece.text, text: step.text ?? '' } as const;
    case 'insert':
      return {
        type: 'insert',
        language: 'en',
        id: `w${state.seq}`,
        after: piece.id,
        opens: false,
        text: 'Own words.',
      } as const;
    case 'move':
      return { ...of, type: 'move', way: 'down' } as const;
    default:
      return { ...of, type: step.kind as 'delete' | 'restore' | 'keepOwn' } as const;
  }
};

type Step = typeof steps extends fc.Arbitrary<readonly (infer S)[]> ? S : never;

/** The log that these steps leave; after each one, `look` sees what was and what is. */
const run = (all: readonly Step[], look: (before: WorkingCopy, entry: DraftEntry, after: WorkingCopy) => void) => {
  let state = EMPTY_COPY;
  const entries: DraftEntry[] = [];
  const take = (event: DraftEntry['event']): void => {
    const entry: DraftEntry = { seq: state.seq + 1, at: instant(state.seq), by, event };
    const after = evolveDraft(state, entry);
    look(state, entry, after);
    entries.push(entry);
    state = after;
  };
  for (const step of all) {
    if (step.kind === 'facts') {
      take({ type: 'retold', tellings: { en: { pieces: step.pieces, headlines: [] } } });
      continue;
    }
    const command: DraftCommand | null = commandOf(state, step);
    const decision = command && decideDraft(state, command, around);
    if (decision?.ok) decision.events.forEach(take);
  }
  return { state, entries };
};

const piecesOf = (state: WorkingCopy): readonly Piece[] => state.copies.en?.pieces ?? [];

describe('facts told anew', () => {
  it('never lose an edit, a deletion or an insertion, and never leave what follows them behind', () => {
    fc.assert(
      fc.property(steps, (all) => {
        run(all, (before, { event }, after) => {
          if (event.type !== 'retold') return;
          const now = new Map(piecesOf(after).map((piece) => [piece.id, piece]));
          for (const piece of piecesOf(before)) {
            const then = now.get(piece.id);
            if (piece.state === 'edited') expect(then).toMatchObject({ text: piece.text, state: 'edited' });
            if (piece.state === 'deleted') expect(then?.state).toBe('deleted');
            if (piece.state === 'deleted' && piece.text !== piece.given) expect(then?.text).toBe(piece.text);
          }
          const given = event.tellings.en?.pieces ?? [];
          const follow = piecesOf(after).filter((piece) => piece.state === 'follows');
          for (const piece of follow) expect(given.map((one) => one.text)).toContain(piece.text);
          for (const piece of piecesOf(after)) if (piece.origin === 'facts') expect(piece.sources).not.toEqual([]);
          // Every fact stands somewhere: followed, edited over or deleted by a person; none of them twice.
          const standing = piecesOf(after).flatMap((piece) => piece.given ?? []);
          expect([...standing].sort()).toEqual(given.map((one) => one.text).sort());
          expect(now.size).toBe(piecesOf(after).length);
        });
      }),
      { numRuns: 600 },
    );
  });

  it('mark an edited sentence exactly when what it was made from has changed, and keep the order without an editor’s', () => {
    fc.assert(
      fc.property(steps, (all) => {
        run(all, (before, { event }, after) => {
          if (event.type !== 'retold') return;
          for (const piece of piecesOf(after)) {
            const was = pieceOf(before, 'en', piece.id);
            if (was?.state !== 'edited' || was.origin === 'written') continue;
            if (!isOvertaken(was) && piece.given === was.given) expect(isOvertaken(piece)).toBe(false);
            if (piece.given !== was.seen && piece.given !== piece.text) expect(isOvertaken(piece)).toBe(true);
          }
          if (after.copies.en?.ordered === 'byEditor') return;
          const told = piecesOf(after).flatMap((piece) => piece.given ?? []);
          expect(told).toEqual((event.tellings.en?.pieces ?? []).map((one) => one.text));
        });
      }),
      { numRuns: 400 },
    );
  });

  it('give the same copy from the same log, in whatever process it is read', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const { state, entries } = run(all, () => undefined);
        const again = JSON.parse(JSON.stringify(entries)) as readonly DraftEntry[];
        expect(draftOf(again)).toEqual(state);
      }),
      { numRuns: 150 },
    );
  });
});

describe('two people in one sentence', () => {
  it('are brought together where they do not touch', () => {
    expect(mergeText('The cat sat.', 'The black cat sat.', 'The cat sat down.')).toBe('The black cat sat down.');
    expect(mergeText('会议讨论了水价。', '会议深入讨论了水价。', '会议讨论了水价改革。')).toBe(
      '会议深入讨论了水价改革。',
    );
  });
  it('must choose where they do', () => {
    expect(mergeText('The cat sat.', 'The dog sat.', 'The cow sat.')).toBeNull();
  });
  it('never lose a letter either of them added', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', '好', '😀', ' '), maxLength: 12 });
    fc.assert(
      fc.property(letters, fc.nat(12), fc.nat(12), (base, one, other) => {
        const put = (at: number, mark: string): string => {
          const all = [...base];
          all.splice(Math.min(at, all.length), 0, mark);
          return all.join('');
        };
        const merged = mergeText(base, put(one, 'X'), put(other, 'Y'));
        if (merged === null) return;
        expect(merged).toContain('X');
        expect(merged).toContain('Y');
        expect(merged.replace(/[XY]/g, '')).toBe(base);
      }),
    );
  });
});
