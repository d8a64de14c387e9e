/** Every No about a workshop's planning and its door: brief, stages, roster, lobby. A part of refusals.ts. */
import type { BriefRefusal } from '../../workshop/brief/types.ts';
import type { LobbyRefusal } from '../../workshop/lobby/types.ts';
import type { PlanningRefusal } from '../../workshop/planning/types.ts';
import type { RosterRefusal } from '../../workshop/roster/types.ts';
import { area } from '../area.ts';

export const doorRefusals = area<BriefRefusal | PlanningRefusal | RosterRefusal | LobbyRefusal>(
  {
    'brief/noTitle': 'Give the workshop a title.',
    'brief/unknownOrganization': 'This organization is not in the roster yet. Add it there first.',
    'planning/noTime': 'Set its beginning and end first.',
    'planning/begun': 'The workshop has already begun.',
    'planning/cancelled': 'This workshop was cancelled.',
    'planning/live': 'The workshop is running now.',
    'lobby/notYetOpen': 'The doors of this workshop are not open yet.',
    'brief/endsBeforeStart': 'The workshop must end after it starts.',
    'roster/unknownOrganization': 'This organization is not in the roster yet. Add it first.',
    'roster/unknownGroup': 'This group is not in the roster.',
    'roster/unknownPerson': 'This person is not in the roster.',
    'roster/full': 'The roster is full.',
    'roster/notYourEntry': 'You can correct only your own entry.',
    'roster/alreadyConfirmed': 'You have confirmed your entry already.',
    'lobby/notWaiting': 'This person is no longer waiting.',
    'lobby/alreadyKnown': 'This person has already knocked or is already inside.',
    'lobby/nobodyWaiting': 'Nobody is waiting.',
    'lobby/nobodyOnRoster': 'Nobody who waits is on the roster by that name.',
    'lobby/turnedAway': 'You were not admitted to this workshop.',
    'lobby/closed': 'The door of this workshop has closed; nobody new can enter.',
    'lobby/alreadyBanned': 'This person is barred already.',
    'lobby/notBanned': 'This person is not barred.',
  },
  {
    'brief/noTitle': '请填写研讨会名称。',
    'brief/unknownOrganization': '名册中还没有该机构，请先添加。',
    'planning/noTime': '请先定下起止时间。',
    'planning/begun': '研讨会已经开始。',
    'planning/cancelled': '研讨会已取消。',
    'planning/live': '研讨会正在进行。',
    'lobby/notYetOpen': '还没到入场时间。',
    'brief/endsBeforeStart': '结束时间必须晚于开始时间。',
    'roster/unknownOrganization': '名册中还没有该机构，请先添加。',
    'roster/unknownGroup': '名册中没有该团体。',
    'roster/unknownPerson': '名册中没有此人。',
    'roster/full': '名册已满。',
    'roster/notYourEntry': '您只能更正自己的信息。',
    'roster/alreadyConfirmed': '您已经确认过自己的信息。',
    'lobby/notWaiting': '此人已不在等候。',
    'lobby/alreadyKnown': '此人已申请进入或已在会中。',
    'lobby/nobodyWaiting': '当前无人等候。',
    'lobby/nobodyOnRoster': '等候者中没有名册上的人。',
    'lobby/turnedAway': '您未获准进入本次研讨会。',
    'lobby/closed': '研讨会已停止入场。',
    'lobby/alreadyBanned': '已禁止此人入场。',
    'lobby/notBanned': '此人并未被禁止入场。',
  },
);
