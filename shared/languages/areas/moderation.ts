/** What can be done with a picture on the stage, and being asked to switch the microphone on. */
import { area } from '../area.ts';

export const moderationArea = area(
  {
    actionsOf: 'Picture of {name}: what can be done',
    pin: 'Pin for me',
    unpin: 'Unpin',
    fullScreen: 'Full screen',
    pictureInPicture: 'Picture in picture',
    mute: 'Mute',
    askToUnmute: 'Ask to unmute',
    stopVideo: 'Stop the video',
    stopScreen: 'Pause this screen',
    spotlight: 'Show large for everybody',
    endSpotlight: 'End the spotlight',
    youAreAsked: 'The chair asks you to switch your microphone on.',
    youHaveFloor: 'You have the floor. Nobody hears you yet.',
    unmute: 'Switch microphone on',
    notNow: 'Not now',
  },
  {
    actionsOf: '{name}的画面：可进行的操作',
    pin: '固定此画面（仅自己）',
    unpin: '取消固定',
    fullScreen: '全屏',
    pictureInPicture: '画中画',
    mute: '静音',
    askToUnmute: '请对方开麦',
    stopVideo: '关闭其视频',
    stopScreen: '暂停此屏幕共享',
    spotlight: '为所有人放大显示',
    endSpotlight: '取消放大显示',
    youAreAsked: '主持人请您打开麦克风。',
    youHaveFloor: '您已获得发言权，但其他人还听不到您。',
    unmute: '打开麦克风',
    notNow: '暂不',
  },
);
