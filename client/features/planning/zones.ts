/**
 * Time zones as people look for them: by city in English or Chinese, by the zone's own name, by what the browser calls it in either language. Owns
 * the Chinese names of cities that browsers do not tell; must not know the screen.
 */
import type { Language } from '../../../shared/kernel/language.ts';
import { offsetText } from '../../../shared/times/both-zones.ts';
import { wallClock } from '../../../shared/times/wall-clock.ts';

const CITIES: Readonly<Record<string, string>> = {
  'Asia/Shanghai': '上海 北京 中国',
  'Asia/Urumqi': '乌鲁木齐 新疆',
  'Asia/Hong_Kong': '香港',
  'Asia/Macau': '澳门',
  'Asia/Taipei': '台北',
  'Asia/Tokyo': '东京 日本',
  'Asia/Seoul': '首尔 韩国',
  'Asia/Singapore': '新加坡',
  'Asia/Bangkok': '曼谷 泰国',
  'Asia/Jakarta': '雅加达 印度尼西亚',
  'Asia/Manila': '马尼拉 菲律宾',
  'Asia/Kuala_Lumpur': '吉隆坡 马来西亚',
  'Asia/Ho_Chi_Minh': '胡志明市 越南',
  'Asia/Kolkata': '加尔各答 新德里 孟买 印度',
  'Asia/Calcutta': '加尔各答 新德里 孟买 印度',
  'Asia/Karachi': '卡拉奇 巴基斯坦',
  'Asia/Dhaka': '达卡 孟加拉国',
  'Asia/Kathmandu': '加德满都 尼泊尔',
  'Asia/Dubai': '迪拜 阿联酋',
  'Asia/Tehran': '德黑兰 伊朗',
  'Asia/Riyadh': '利雅得 沙特',
  'Asia/Almaty': '阿拉木图 哈萨克斯坦',
  'Asia/Ulaanbaatar': '乌兰巴托 蒙古',
  'Europe/London': '伦敦 英国',
  'Europe/Paris': '巴黎 法国',
  'Europe/Berlin': '柏林 德国',
  'Europe/Madrid': '马德里 西班牙',
  'Europe/Rome': '罗马 意大利',
  'Europe/Vienna': '维也纳 奥地利',
  'Europe/Zurich': '苏黎世 日内瓦 瑞士',
  'Europe/Brussels': '布鲁塞尔 比利时',
  'Europe/Amsterdam': '阿姆斯特丹 荷兰',
  'Europe/Stockholm': '斯德哥尔摩 瑞典',
  'Europe/Oslo': '奥斯陆 挪威',
  'Europe/Copenhagen': '哥本哈根 丹麦',
  'Europe/Helsinki': '赫尔辛基 芬兰',
  'Europe/Warsaw': '华沙 波兰',
  'Europe/Athens': '雅典 希腊',
  'Europe/Istanbul': '伊斯坦布尔 土耳其',
  'Europe/Moscow': '莫斯科 俄罗斯',
  'Africa/Nairobi': '内罗毕 肯尼亚',
  'Africa/Cairo': '开罗 埃及',
  'Africa/Johannesburg': '约翰内斯堡 南非',
  'Africa/Lagos': '拉各斯 尼日利亚',
  'Africa/Addis_Ababa': '亚的斯亚贝巴 埃塞俄比亚',
  'America/New_York': '纽约 华盛顿 美国东部',
  'America/Chicago': '芝加哥 美国中部',
  'America/Denver': '丹佛 美国山地',
  'America/Los_Angeles': '洛杉矶 旧金山 美国西部',
  'America/Toronto': '多伦多 加拿大',
  'America/Vancouver': '温哥华',
  'America/Mexico_City': '墨西哥城 墨西哥',
  'America/Sao_Paulo': '圣保罗 巴西',
  'America/Argentina/Buenos_Aires': '布宜诺斯艾利斯 阿根廷',
  'America/Bogota': '波哥大 哥伦比亚',
  'America/Lima': '利马 秘鲁',
  'America/Santiago': '圣地亚哥 智利',
  'Australia/Sydney': '悉尼 澳大利亚',
  'Australia/Melbourne': '墨尔本',
  'Australia/Perth': '珀斯',
  'Pacific/Auckland': '奥克兰 新西兰',
  UTC: '协调世界时',
};

/** Cities that people look for under another zone's name. */
const ALSO: Readonly<Record<string, string>> = {
  'Asia/Shanghai': 'Beijing China Peking',
  'Asia/Kolkata': 'Delhi Mumbai India',
  'Asia/Calcutta': 'Delhi Mumbai India',
  'America/New_York': 'Washington Boston Eastern',
  'America/Los_Angeles': 'San Francisco Seattle Pacific',
  'Europe/Zurich': 'Geneva Switzerland',
  'Europe/Berlin': 'Bonn Germany',
};

const city = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

const generic = (zone: string, language: Language, at: number): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', { timeZone: zone, timeZoneName: 'longGeneric' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value ?? '';

export const zoneWords = (zone: string, language: Language, at: number): string => {
  const name = language === 'en' ? city(zone) : (CITIES[zone]?.split(' ')[0] ?? city(zone));
  return `${name} · ${generic(zone, language, at)} · ${offsetText(wallClock(at, zone).offset)}`;
};

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();

let index: readonly (readonly [string, string])[] | null = null;

const zonesWithKeys = (at: number): readonly (readonly [string, string])[] =>
  (index ??= [...new Set([...Object.keys(CITIES).filter(isKnown), ...Intl.supportedValuesOf('timeZone')])].map(
    (zone) => [
      zone,
      plain(
        [
          zone.replaceAll('_', ' '),
          CITIES[zone],
          ALSO[zone],
          generic(zone, 'en', at),
          generic(zone, 'zh-Hans', at),
        ].join(' '),
      ),
    ],
  ));

const isKnown = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

/** Those with the words at the beginning of one of theirs first; all words must be there. */
export const findZones = (typed: string, at: number, most = 8): readonly string[] => {
  const words = plain(typed)
    .split(/[\s,/]+/)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const found = zonesWithKeys(at).filter(([, keys]) => words.every((word) => keys.includes(word)));
  const first = words[0] ?? '';
  const begins = (keys: string): number => (keys.split(/[\s/]+/).some((key) => key.startsWith(first)) ? 0 : 1);
  return found
    .map(([zone, keys]) => ({ zone, rank: begins(keys) * 2 + (Object.hasOwn(CITIES, zone) ? 0 : 1) }))
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ zone }) => zone);
};
