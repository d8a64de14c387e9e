/** The stage's phrases: pictures, sound, names. */
import { area } from '../area.ts';

export const stageArea = area(
  {
    others: 'Others',
    you: 'you',
    speaking: 'speaking',
    muted: 'muted',
    silenced: 'muted by the chair',
    lost: 'connection lost',
    hand: 'Hand {position}',
    hasFloor: 'has the floor',
    screenOf: 'Screen of {name}',
    youShare: 'You are sharing your screen',
    turnOnSound: 'Turn on sound',
    soundBlocked: 'Your browser holds back the sound until you allow it.',
  },
  {
    others: '其他人',
    you: '您',
    speaking: '正在讲话',
    muted: '已静音',
    silenced: '被主持人静音',
    lost: '连接中断',
    hand: '举手 {position}',
    hasFloor: '正在发言',
    screenOf: '{name}的屏幕',
    youShare: '您正在共享屏幕',
    turnOnSound: '打开声音',
    soundBlocked: '浏览器暂时阻止了声音，需要您允许。',
  },
);
