/** Another wording by a language model: asking for it, its difference, and why there is none. */
import type { AddedFact } from '../../drafting/added-facts.ts';
import type { RewriteRefusal } from '../../drafting/rewriting.ts';
import { area } from '../area.ts';

const refusalsEn: Record<RewriteRefusal, string> = {
  'draft/rewriteOff': 'No language model is set up here.',
  'draft/rewriteQuote': 'These words belong to somebody, or are no sentence: they are not given to a language model.',
  'draft/rewriteTimeout':
    'The language model did not answer in time. Your sentence is as it was; try again or word it yourself.',
  'draft/rewriteUnreachable': 'The language model cannot be reached. Your sentence is as it was.',
  'draft/rewriteGarbage': 'What the language model answered is no sentence. Yours is as it was.',
  'draft/rewriteDenied': 'The language model refused. Your sentence is as it was.',
};
const refusalsZh: Record<RewriteRefusal, string> = {
  'draft/rewriteOff': '本系统未设置语言模型。',
  'draft/rewriteQuote': '此处是他人的原话，或不是句子，不会交给语言模型。',
  'draft/rewriteTimeout': '语言模型未能及时回应。原句未变，可重试或自行修改。',
  'draft/rewriteUnreachable': '无法连接语言模型，原句未变。',
  'draft/rewriteGarbage': '语言模型返回的不是句子，原句未变。',
  'draft/rewriteDenied': '语言模型拒绝了请求，原句未变。',
};
const addedEn: { readonly [K in AddedFact['kind'] as `added.${K}`]: string } = {
  'added.number': 'It gives “{about}”, which stands in no source.',
  'added.name': 'It names “{about}”, which stands in no source.',
  'added.quote': 'It changes what stands between quotation marks: {about}.',
  'added.negation': 'It adds or drops a “not”.',
  'added.longer': 'It is longer than the sentence.',
  'added.other': 'It has too little in common with the sentence.',
  'added.language': 'It is not in the language of the text.',
};
const addedZh: { readonly [K in AddedFact['kind'] as `added.${K}`]: string } = {
  'added.number': '出现了没有出处的“{about}”。',
  'added.name': '提到了没有出处的“{about}”。',
  'added.quote': '改动了引号中的内容：{about}。',
  'added.negation': '增加或删去了否定词。',
  'added.longer': '比原句更长。',
  'added.other': '与原句相差太大。',
  'added.language': '与稿件语言不符。',
};

export const rewritingArea = area(
  {
    ask: 'Suggest another wording',
    askParagraph: 'Suggest for the whole paragraph',
    about: 'A language model suggests; you decide. It is sent this sentence, never anybody’s words.',
    waiting: 'Waiting for the language model…',
    suggested: 'Suggested wording',
    same: 'It suggests no change.',
    take: 'Take this wording',
    leave: 'Leave it as it is',
    refused: 'The suggestion was thrown away, because it says more than the sentence:',
    taken: 'Taken. It is an edit of yours now.',
    removed: 'removed:',
    inserted: 'inserted:',
    ...refusalsEn,
    ...addedEn,
  },
  {
    ask: '建议另一种表述',
    askParagraph: '为整段给出建议',
    about: '由语言模型给出建议，由您决定。只会发送此句，不会发送任何人的原话。',
    waiting: '正在等待语言模型…',
    suggested: '建议的表述',
    same: '模型建议不作改动。',
    take: '采用此表述',
    leave: '保留原句',
    refused: '该建议含有原句没有的内容，已被舍弃：',
    taken: '已采用，现计为您的编辑。',
    removed: '删去：',
    inserted: '加入：',
    ...refusalsZh,
    ...addedZh,
  },
);

export type RewritingPhrase = keyof (typeof rewritingArea)['en'];
