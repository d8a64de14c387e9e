/** The heads of the tables a workshop leaves. */
import { area } from '../area.ts';

export const recordsArea = area(
  {
    by: 'By',
    name: 'Name',
    seconds: 'Seconds',
    speeches: 'Speeches',
    person: 'Person',
    organization: 'Organization',
    item: 'Agenda item',
    language: 'Language',
    en: 'English',
    'zh-Hans': 'Chinese',
    country: 'Country',
    minutes: 'Minutes present',
    planned: 'Planned (s)',
    actual: 'Actual (s)',
    pausedSeconds: 'Paused (s)',
    begun: 'Begun',
    ended: 'Ended',
    overrun: 'Overrun (s)',
  },
  {
    by: '统计方式',
    name: '名称',
    seconds: '秒',
    speeches: '发言次数',
    person: '姓名',
    organization: '机构',
    item: '议项',
    language: '语言',
    en: '英语',
    'zh-Hans': '中文',
    country: '国家',
    minutes: '在场分钟数',
    planned: '计划（秒）',
    actual: '实际（秒）',
    pausedSeconds: '暂停（秒）',
    begun: '开始',
    ended: '结束',
    overrun: '超时（秒）',
  },
);

export type RecordsPhrase = keyof (typeof recordsArea)['en'];
