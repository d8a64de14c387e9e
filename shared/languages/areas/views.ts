/** The ways of looking at the stage. */
import { area } from '../area.ts';

export const viewsArea = area(
  {
    view: 'View',
    speaker: 'Speaker view',
    grid: 'Grid view',
    slides: 'Slides and speaker',
    unpin: 'Unpin',
    fullScreen: 'Full screen',
    earlierPage: 'Earlier page',
    laterPage: 'Later page',
    pageOf: '{page} of {pages}',
  },
  {
    view: '视图',
    speaker: '主讲视图',
    grid: '网格视图',
    slides: '幻灯片与发言人',
    unpin: '取消固定',
    fullScreen: '全屏',
    earlierPage: '上一页',
    laterPage: '下一页',
    pageOf: '{page} / {pages}',
  },
);
