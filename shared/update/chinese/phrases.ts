/** The article in Chinese, composed by its own conventions: date and zone, hosts, full event name; titles before names. Owns the words. */
import { listNames } from '../../directory/names.ts';
import type { Verbs } from '../house-style.ts';
import type { Cast, EventFacts, Named, Phrases } from '../phrases.ts';
import { asSentence, body, isWeavable, quote } from './clauses.ts';
import { CHINESE_HEADLINES } from './headlines.ts';
import { chineseSpeech } from './speech.ts';

const NAMES_ITS_KIND = /(研讨会|论坛|会议|座谈会|对话会|对话|峰会|培训|讲座|沙龙|交流会|工作坊|年会|圆桌|大会|交流汇)$/;
const MODE: Readonly<Record<EventFacts['mode'], string>> = { online: '线上', hybrid: '线上线下' };

const DIGITS = '零一二三四五六七八九';
const numeral = (n: number): string => {
  if (n >= 100) return String(n);
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  return `${tens === 0 ? '' : `${tens === 1 ? '' : DIGITS.charAt(tens)}十`}${ones === 0 ? '' : DIGITS.charAt(ones)}`;
};
const ordinal = (n: number): string => (n === 1 ? '首场' : `第${numeral(n)}场`);

const kindOf = (title: string, mode: EventFacts['mode']): string =>
  NAMES_ITS_KIND.test(title) ? '' : `${MODE[mode]}研讨会`;
const sameAs = (title: string, series: string): boolean => title.includes(series) || series.includes(title);

const eventName = ({ title, series, ordinal: n, mode }: EventFacts): string => {
  if (series === null) return `${quote(title)}${kindOf(title, mode)}`;
  if (sameAs(title, series)) return `${ordinal(n)}${quote(series)}${MODE[mode]}研讨会`;
  return `${quote(series)}系列${ordinal(n)}${MODE[mode]}研讨会——${quote(title)}`;
};

const people = (named: readonly Named[]): string => named.map((who) => who.text).join('，');
const castText = ({ people: who, organizations }: Cast): string => {
  const named =
    who.some((one) => one.titled) && who.length > 1
      ? people(who)
      : listNames(
          who.map((one) => one.text),
          'zh-Hans',
        );
  const members = organizations.length === 0 ? '' : `${listNames(organizations, 'zh-Hans')}的代表`;
  return named !== '' && members !== '' ? `${named}，以及${members}` : named + members;
};
/** A long subject takes 分别 only when several act. */
const each = (cast: Cast): string => (cast.people.length + cast.organizations.length > 1 ? '分别' : '');

export const chinese = (verbs: Verbs, headlineLimit: number | null): Phrases => ({
  ...chineseSpeech(verbs),
  ...CHINESE_HEADLINES,
  headlines: (event, begun) => {
    const { title, series, ordinal: n, mode } = event;
    const end = begun ? '举办' : '将举办';
    const theme = series !== null && sameAs(title, series) ? series : title;
    const nth = series !== null && sameAs(title, series) ? ordinal(n) : '';
    const kind = kindOf(theme, mode);
    return [
      `${nth}${quote(theme)}${kind}${end}`,
      `${nth}${theme}${kind}${end}`,
      `${nth}${theme}${kind === '' ? '' : '研讨会'}${end}`,
      `${theme}${kind === '' ? '' : '研讨会'}${end}`,
      `${theme}${kind === '' ? '' : '研讨会'}`,
      theme,
    ];
  },
  headlineLimit,
  lead: ({ day, hosts, coHosts, convener, event, begun }) => {
    const by = [
      hosts.length === 0 ? '' : `${listNames(hosts, 'zh-Hans')}主办`,
      coHosts.length === 0 ? '' : `${listNames(coHosts, 'zh-Hans')}协办`,
      convener === null ? '' : `${convener}召集`,
    ].filter((part) => part !== '');
    const held = begun ? '举办' : '将举办';
    const online =
      NAMES_ITS_KIND.test(event.title) &&
      event.series === null &&
      event.mode === 'online' &&
      !/线上|在线|网络|云/.test(event.title)
        ? `在线${held}`
        : NAMES_ITS_KIND.test(event.title) && event.series === null && event.mode === 'hybrid'
          ? `${begun ? '' : '将'}以线上线下相结合的方式举办`
          : held;
    const who = by.length === 0 ? '' : `由${by.join('、')}的`;
    return `${day === null ? '' : `${day}，`}${who}${eventName(event)}${online}。`;
  },
  leadWithEvent: ({ day, hosts, coHosts, convener, event, begun }) => {
    const by = [
      hosts.length === 0 ? '' : `由${listNames(hosts, 'zh-Hans')}主办`,
      coHosts.length === 0 ? '' : `${listNames(coHosts, 'zh-Hans')}协办`,
      convener === null ? '' : `${convener}召集`,
    ].filter((part) => part !== '');
    const who = by.length === 0 ? '' : `会议${by.join('，')}。`;
    return `${eventName(event)}${day === null ? '' : `${begun ? '' : '将'}于${day}`}${day === null && !begun ? '将举办' : '举办'}。${who}`;
  },
  attended: (organizations, begun) => {
    const last = organizations.at(-1) ?? '';
    const before = organizations.slice(0, -1);
    const names =
      before.length > 1 && /\d/.test(last) ? `${before.join('、')}以及${last}` : listNames(organizations, 'zh-Hans');
    return begun ? `${names}的代表参加了会议。` : `${names}的代表将参加会议。`;
  },
  counted: (count, organizations, countries) => {
    const where = countries > 1 ? `${countries}个国家` : '';
    return organizations > 1
      ? `来自${where}${organizations}家机构的${count}人参加了会议。`
      : `共有${count}人参加了会议。`;
  },
  supported: (by) => `会议得到${listNames(by, 'zh-Hans')}的支持。`,
  chaired: (by) => `会议由${castText({ people: by, organizations: [] })}主持。`,
  chairedOpening: (by) => `${castText({ people: by, organizations: [] })}主持开幕式。`,
  group: (count, members, of, named) => {
    const whose = `${of}${named.length === 0 ? '' : `（含${listNames(named, 'zh-Hans')}）`}`;
    return `${whose}${/[A-Za-z]$/.test(whose) ? '的' : ''}${count}${/^[家个名位所]/.test(members) ? '' : '家'}${members}`;
  },
  purpose: (text) => {
    if (text.startsWith('旨在')) return asSentence(`会议${text}`);
    const question = /如何|怎样|是否|哪些/.test(text) && !/会议|研讨会|活动|旨在|探讨|讨论/.test(text);
    return question && isWeavable(text) && !body(text).includes('。')
      ? asSentence(`会议聚焦${text}`)
      : asSentence(text);
  },
  plain: asSentence,
  opened: (cast) => `${castText(cast)}${each(cast)}致开幕辞。`,
  closed: (cast) => `${castText(cast)}${each(cast)}作总结发言。`,
  presented: (cast, topic, title) =>
    `${castText(cast)}${each(cast)}${topic === null ? `以${quote(title)}为题作了报告` : `就${topic}作了介绍`}。`,
  gaveOpinions: (cast, topic) => `${castText(cast)}${topic === null ? '' : `就${topic}`}发表了意见。`,
  discussed: (cast, topic, title, nth) => {
    if (cast.people.length + cast.organizations.length > 0)
      return `${castText(cast)}参加了关于${topic ?? quote(title)}的讨论。`;
    return `与会代表${nth === 0 ? '' : '还'}围绕${topic ?? quote(title)}展开讨论。`;
  },
  onDays: (days, length, sentence) => {
    if (days.length > 1 && days.length === length)
      return `在${length === 2 ? '两' : numeral(length)}天的会议中，${sentence}`;
    const named = days.map((day) => `第${numeral(day)}天`);
    return `会议${listNames(named, 'zh-Hans')}，${sentence}`;
  },
  credit: (text) => `摄影：${text.replace(/^(摄影|图片来源|图|供图|photo by)\s*[：:/]?\s*/i, '')}`,
  person: (name, positions) => ({
    text: `${positions.join('、')}${/[A-Za-z]$/.test(positions.at(-1) ?? '') ? ' ' : ''}${name}`,
    titled: positions.length > 0,
  }),
});
