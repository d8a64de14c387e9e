/** What can go wrong between the browser and the server, in words. Keys are the codes themselves. */
import { area } from '../area.ts';

export const connectionArea = area(
  {
    'http/unreachable': 'The server cannot be reached. Nothing was changed; check your connection and try again.',
    'http/unavailable': 'The server cannot do this just now. Nothing was changed; try again in a moment.',
    'http/fault':
      'Something went wrong on the server. Nothing was changed; try again, or tell whoever runs this server.',
    'http/malformed': 'The server and this page do not understand each other. Reload the page.',
    'http/invalid': 'Something in the form needs another look.',
    'http/tooFast': 'Too many tries in a short time. Wait a minute and try again.',
    'http/tooLarge': 'This file is larger than the server takes.',
    'http/unsupportedType': 'The server does not take this kind of file.',
    'http/notFound': 'The server does not know this address.',
    'workshop/unknown': 'There is no such workshop on this server.',
    'access/badLink':
      'This link does not open anything. It may be incomplete, or the chair has replaced it; ask for a new one.',
    'access/noSeat': 'Your seat in this workshop is not known any more. Open your link again.',
    'access/denied': 'Your role in this workshop does not allow this.',
    'lobby/turnedAway': 'The chair has not let you in. If this is a mistake, write to whoever invited you.',
    'lobby/alreadyKnown': 'You are already waiting at the door.',
    'session/over': 'The workshop has ended; nobody new can enter.',
    'roster/full': 'The roster of this workshop is full.',
    'field/too_small': 'Please fill this in.',
    'field/too_big': 'This is too long.',
    'field/invalid': 'Please look at this again.',
    unforeseen: 'This did not work ({code}). Nothing was changed; try again, or tell whoever runs this server.',
  },
  {
    'http/unreachable': '无法连接服务器。没有任何改动，请检查网络后重试。',
    'http/unavailable': '服务器暂时无法完成这一步。没有任何改动，请稍后再试。',
    'http/fault': '服务器出了问题。没有任何改动，请重试，或告知本服务器的管理者。',
    'http/malformed': '页面与服务器版本不一致，请刷新页面。',
    'http/invalid': '表单中有些内容需要再看一下。',
    'http/tooFast': '短时间内尝试次数过多，请一分钟后再试。',
    'http/tooLarge': '文件过大，服务器无法接收。',
    'http/unsupportedType': '服务器不接受这种文件。',
    'http/notFound': '服务器上没有这个地址。',
    'workshop/unknown': '本服务器上没有这场研讨会。',
    'access/badLink': '这个链接打不开。可能不完整，也可能已被主持人更换，请索要新的链接。',
    'access/noSeat': '您在这场研讨会的席位已失效，请重新打开您的链接。',
    'access/denied': '您在这场研讨会中的身份不能进行这项操作。',
    'lobby/turnedAway': '主持人没有让您入场。如有误会，请联系邀请您的人。',
    'lobby/alreadyKnown': '您已经在门外等候。',
    'session/over': '研讨会已经结束，不再接纳新的参会者。',
    'roster/full': '这场研讨会的名册已满。',
    'field/too_small': '请填写此项。',
    'field/too_big': '内容过长。',
    'field/invalid': '请再检查一下此项。',
    unforeseen: '操作没有成功（{code}）。没有任何改动，请重试，或告知本服务器的管理者。',
  },
);

export type ConnectionPhrase = keyof (typeof connectionArea)['en'];
