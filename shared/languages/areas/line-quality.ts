/** How a line carries, in words: to oneself and to the desk. */
import { area } from '../area.ts';

export const lineArea = area(
  {
    'own.good': 'Your line is good.',
    'own.fair': 'Your line is weak just now.',
    'own.poor': 'Your line is bad just now. Showing less picture may help.',
    'other.fair': 'weak line',
    'other.poor': 'bad line',
    figures: '{loss} % lost, {roundTrip} ms there and back, {freezes} {freezes:stop|stops} of the picture',
    figuresWithoutTime: '{loss} % lost, {freezes} {freezes:stop|stops} of the picture',
    open: 'Sound and picture',
  },
  {
    'own.good': '您的网络状况良好。',
    'own.fair': '您的网络目前较弱。',
    'own.poor': '您的网络目前很差，减少画面可能会好一些。',
    'other.fair': '网络较弱',
    'other.poor': '网络很差',
    figures: '丢包 {loss}%，往返 {roundTrip} 毫秒，画面卡顿 {freezes} 次',
    figuresWithoutTime: '丢包 {loss}%，画面卡顿 {freezes} 次',
    open: '声音与画面',
  },
);
