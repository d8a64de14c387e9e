/** What has changed in minutes from one version to another. */
import { area } from '../area.ts';

export const minutesChangesArea = area(
  {
    title: 'What has changed',
    loading: 'Fetching the versions…',
    failed: 'The versions could not be fetched.',
    tryAgain: 'Try again',
    none: 'There is no earlier version yet: one is kept when the review opens, and one when the minutes are approved.',
    from: 'From',
    to: 'To',
    'version.review': 'as sent out for corrections, {when}',
    'version.approved': 'as approved, {when}',
    'version.now': 'as they are now',
    unchanged: 'Between these two nothing has changed.',
    count: '{count} {count:line|lines} changed.',
    whole: 'Also show what stayed the same',
    in: 'Added',
    out: 'Removed',
    changed: 'Changed',
    removed: 'removed:',
    inserted: 'added:',
  },
  {
    title: '改动对照',
    loading: '正在读取各版本…',
    failed: '未能读取各版本。',
    tryAgain: '重试',
    none: '暂无可对照的版本：开始征求更正意见时和确认时各留存一份。',
    from: '旧版本',
    to: '新版本',
    'version.review': '征求意见稿 {when}',
    'version.approved': '确认稿 {when}',
    'version.now': '当前内容',
    unchanged: '两个版本之间没有改动。',
    count: '共 {count} 处改动。',
    whole: '同时显示未改动的内容',
    in: '新增',
    out: '删除',
    changed: '修改',
    removed: '删去：',
    inserted: '加入：',
  },
);

export type MinutesChangesPhrase = keyof (typeof minutesChangesArea)['en'];
