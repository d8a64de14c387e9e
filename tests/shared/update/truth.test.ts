// The promises of a draft over boards that nobody wrote: nothing without a source, nothing noted that is neither used nor listed with its reason, and
// the same again from the same facts.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { id, type BlockId, type PersonId } from '../../../shared/kernel/ids.ts';
import type { Block, Board } from '../../../shared/notes/blocks.ts';
import { compose } from '../../../shared/update/compose.ts';
import { originsOf, sourcesOf } from '../../../shared/update/origins.ts';
import { HOSTILE } from '../../support/hostile.ts';
import { fileAt, workshopOf } from '../../support/workshop-from-file.ts';

const held = workshopOf(fileAt('server/demo/first-online-workshop.json'));
const people = Object.values(held.state.roster.people).map((person) => person.id);
const items = [...held.state.agenda.order, null];

const text = fc.oneof(
  fc.constantFrom(
    'cities should learn from one another',
    'We plant trees.',
    '居民愿意参与',
    '共享出行减少了排放。',
    '60% of growth',
    'a“b”c',
    '…',
    '👋',
  ),
  fc.constantFrom(...HOSTILE),
);
const person = fc.option(fc.constantFrom(...people));
const aBlock = fc.record({
  kind: fc.constantFrom(
    'keyPoint',
    'statement',
    'quote',
    'decision',
    'consensus',
    'suggestion',
    'action',
    'nextStep',
    'figure',
  ),
  item: fc.constantFrom(...items),
  text,
  person,
  source: fc.constantFrom(null, 'the Bureau of Statistics'),
  due: fc.constantFrom(null, '2020-06-01'),
});
const aBoard = fc.array(aBlock, { maxLength: 14 }).map((all): Board => ({
  blocks: all.map(({ kind, item, text: words, person: who, source, due }, at) => {
    const block = { id: id<BlockId>(`b${at}`), kind, item, text: words };
    switch (kind) {
      case 'figure':
        return { ...block, source } as Block;
      case 'action':
        return { ...block, owner: who, due, done: false, carried: null } as Block;
      case 'keyPoint':
      case 'statement':
      case 'quote':
      case 'suggestion':
        return { ...block, person: who } as Block;
      default:
        return block as Block;
    }
  }),
}));
const consents = fc.dictionary(fc.constantFrom(...(people as readonly string[])), fc.boolean(), { maxKeys: 4 });

it.each(['en', 'zh-Hans'] as const)('a draft in %s keeps them', (language) => {
  fc.assert(
    fc.property(aBoard, consents, fc.constantFrom('hosts', 'event', 'outcome'), (board, given, lead) => {
      const answers = Object.fromEntries(
        Object.entries(given).map(([one, yes]) => [one as PersonId, { quote: { given: yes, version: 1, at: 1 } }]),
      );
      const state = { ...held.state, consents: { answers } } as unknown as typeof held.state;
      const material = { ...held, state, board, language, lead: lead as 'hosts' };
      const article = compose(material);
      const sentences = article.parts.flatMap((part) => (part.kind === 'paragraph' ? part.sentences : []));
      expect(sentences.filter((one) => one.sources.length === 0 || one.text.trim() === '')).toEqual([]);
      const origins = originsOf(article, material);
      expect(sourcesOf(article).filter((source) => origins[source] === undefined)).toEqual([]);
      const told = new Set<string>(sentences.flatMap(({ sources }) => sources));
      for (const { source, reason } of article.leftOut) {
        expect(reason).not.toBe('');
        told.add(source);
      }
      expect(board.blocks.filter((block) => !told.has(`block:${block.id}`))).toEqual([]);
      expect(compose(material)).toEqual(article);
    }),
    { numRuns: 60 },
  );
});
