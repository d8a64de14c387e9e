/** What is asked before an account is closed, by its owner or by an administrator. */
import { area } from '../area.ts';

export const closingArea = area(
  {
    ownTitle: 'Close your account?',
    title: 'Close the account of {name}?',
    text: 'Name, mail addresses, every way to sign in and the memberships in organizations are lost for good. Workshops and updates stay with their organizations.',
    names: 'Also take the name out of every workshop',
    namesText:
      'In their lists, minutes and records stands “Participant” with a number from then on, and the seats there are lost. What was said and decided stays. Names that others typed, or that are published already, must be edited by hand.',
    withoutNames: 'Otherwise the name stays in the minutes and records of the workshops.',
    yes: 'Close it for good',
    no: 'Keep it',
    close: 'Close account',
    closed: 'The account is closed.',
  },
  {
    ownTitle: '要注销您的账户吗？',
    title: '要注销{name}的账户吗？',
    text: '姓名、邮箱、全部登录方式和机构成员身份将永久删除。研讨会和动态仍归所属机构。',
    names: '同时从所有研讨会中移除姓名',
    namesText:
      '此后各研讨会的名单、会议记录和留存资料中将显示“参会者”加编号，原有席位不再保留。发言内容和会议决定予以保留。他人写下或已公开发布的姓名，须手动修改。',
    withoutNames: '如不勾选，姓名仍保留在各研讨会的会议记录和留存资料中。',
    yes: '确认注销',
    no: '保留账户',
    close: '注销账户',
    closed: '账户已注销。',
  },
);

export type ClosingPhrase = keyof (typeof closingArea)['en'];
