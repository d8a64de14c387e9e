/** What an invitation tells, in letters, calendars and on the page behind the personal link. Times come in ready made. */
import { area } from '../area.ts';

export const invitationArea = area(
  {
    when: 'When: {when}',
    whenThere: 'Where you are: {when}',
    whenSame: 'Your clock reads the same.',
    whenUnknown: 'In your own time zone: on the page behind your link.',
    hosts: 'Hosted by {hosts}',
    bothHours: '{event} (where you are {there})',
    part: 'Your part: {title}',
    partAt: 'Your part: {title}, {hours}',
    agenda: 'Agenda',
    agendaLine: '{hours}  {title}',
    agendaLineBy: '{hours}  {title} – {by}',
    enterBy: 'Come in by your own link: {url}',
    action: '• {text}',
    actionDue: '• {text} (by {due})',
  },
  {
    when: '时间：{when}',
    whenThere: '您当地时间：{when}',
    whenSame: '与您当地时间相同。',
    whenUnknown: '您当地的时间，请见您个人链接中的页面。',
    hosts: '主办：{hosts}',
    bothHours: '{event}（您当地 {there}）',
    part: '您的环节：{title}',
    partAt: '您的环节：{title}，{hours}',
    agenda: '议程',
    agendaLine: '{hours}  {title}',
    agendaLineBy: '{hours}  {title}（{by}）',
    enterBy: '请用您的个人链接入场：{url}',
    action: '• {text}',
    actionDue: '• {text}（{due}前）',
  },
);
