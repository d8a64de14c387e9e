/** What people said, agreed and will do, in Chinese news style. Owns the words; a note in the first person stands after a colon. */
import type { Verbs } from '../house-style.ts';
import type { Named, Phrases } from '../phrases.ts';
import { asSentence, body, bringsVerb, isWeavable, quote, withoutSpeaker } from './clauses.ts';

const turn = (verbs: readonly string[], nth: number): string => verbs[nth % verbs.length] ?? '表示';

/** 指出，… or, where the note brings its own verb, the note as it is: nobody 指出，希望…. */
const telling = (verb: string, text: string): string =>
  bringsVerb(text) ? asSentence(text.trim()) : `${verb}，${asSentence(text)}`;

const attributed = (who: Named, given: string, verb: string, record: string, names: readonly string[]): string => {
  const text = withoutSpeaker(given, names);
  return isWeavable(text) ? `${who.text}${telling(verb, text)}` : `${who.text}${record}：${asSentence(text)}`;
};

type Speech = Pick<
  Phrases,
  'figure' | 'noted' | 'said' | 'quoted' | 'asked' | 'agreed' | 'suggested' | 'decided' | 'acted' | 'nextStep'
>;

export const chineseSpeech = (verbs: Verbs): Speech => ({
  figure: (text, source) =>
    source === null ? asSentence(text) : `据${source.replace(/(的?数据|统计)?$/, '')}数据，${asSentence(text)}`,
  noted: (who, text, nth, names) =>
    who === null
      ? `会议${nth === 0 ? '' : '还'}提到，${asSentence(text)}`
      : attributed(who, text, turn(verbs.noted, nth), '的发言要点为', names),
  said: (who, text, nth, names) => attributed(who, text, turn(verbs.said, nth), '的发言记录如下', names),
  quoted: (who, text, nth) => {
    const exact = text.trim().replace(/^[“"](.*)[”"]$/s, '$1');
    const stop = /[。！？!?…]$/u.test(exact) ? '' : '。';
    return `${who.text}${turn(verbs.quoted, nth)}：${quote(exact + stop)}`;
  },
  asked: (text, { by, written }, nth) => {
    const asked = `与会者${nth === 0 ? '' : '还'}问：${quote(text.trim())}`;
    if (written !== null) return `${asked}书面答复如下：${asSentence(written)}`;
    return by === null ? asked : `${asked}${by.text}回答了这一问题。`;
  },
  agreed: (text, nth) =>
    isWeavable(text)
      ? `与会代表${nth === 0 ? '' : '还'}一致${telling('认为', text)}`
      : `与会代表${nth === 0 ? '' : '还'}达成以下共识：${asSentence(text)}`,
  suggested: (who, text, nth, names) => {
    if (who !== null) return attributed(who, text, '建议', '提出以下建议', names);
    return isWeavable(text)
      ? `会上${nth === 0 ? '有代表' : '还有代表'}${telling('建议', text)}`
      : `会上提出以下建议：${asSentence(text)}`;
  },
  decided: (text, nth) =>
    isWeavable(text)
      ? `会议${nth === 0 ? '' : '还'}决定，${asSentence(text)}`
      : `会议作出以下决定：${asSentence(text)}`,
  acted: (text, owner, due) => {
    const by = due === null ? '' : `${due}前`;
    if (owner === null)
      return by === ''
        ? `会议记录了以下工作任务：${asSentence(text)}`
        : `会议记录了以下工作任务，${by}完成：${asSentence(text)}`;
    return `以下工作由${owner.text}负责${by === '' ? '' : `，${by}完成`}：${asSentence(text)}`;
  },
  nextStep: (text, nth) => {
    const told = body(text).replace(/^(下一步|接下来|此外|今后)[，,]?/, '');
    return isWeavable(told)
      ? `${nth === 0 ? '下一步' : turn(['此外', '同时', '另外'], nth - 1)}，${asSentence(told)}`
      : `下一步工作记录如下：${asSentence(text)}`;
  },
});
