/** How far a workshop is, in a word or two. */
import { area } from '../area.ts';

export const phasesArea = area<'scheduled' | 'live' | 'ended'>(
  { scheduled: 'Not begun', live: 'Under way', ended: 'Held' },
  { scheduled: '尚未开始', live: '进行中', ended: '已结束' },
);
