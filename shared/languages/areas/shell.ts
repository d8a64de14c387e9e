/** The frame around every page. */
import { area } from '../area.ts';

export const shellArea = area(
  {
    toHome: 'Plenary, first page',
    signIn: 'Sign in',
    account: 'Your account: {name}',
    settings: 'Language and appearance',
    skip: 'Skip to the content',
    theme: 'Appearance: {theme}',
    'theme.auto': 'System',
    'theme.light': 'Light',
    'theme.dark': 'Dark',
    loading: 'Opening…',
    pageFailed: 'The page could not be fetched. Nothing is lost; check the connection and try again.',
    tryAgain: 'Try again',
    notFound: 'There is nothing at this address',
    notFoundText: 'The link may have been cut short when it was copied. Ask whoever sent it for the whole link.',
    footer: 'Plenary · online workshops that end as published articles',
  },
  {
    toHome: 'Plenary 首页',
    signIn: '登录',
    account: '我的账户：{name}',
    settings: '语言与外观',
    skip: '跳到正文',
    theme: '外观：{theme}',
    'theme.auto': '跟随系统',
    'theme.light': '浅色',
    'theme.dark': '深色',
    loading: '正在打开……',
    pageFailed: '页面没有加载成功。内容都还在，请检查网络后重试。',
    tryAgain: '重试',
    notFound: '这里什么也没有',
    notFoundText: '链接可能在复制时不完整，请向发送者索要完整的链接。',
    footer: 'Plenary · 让线上研讨会成为一篇可以发布的报道',
  },
);
