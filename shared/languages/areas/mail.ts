/** The words of the letters Plenary sends: a subject, what it says, its button and a note beneath for each. Must not know how they are sent. */
import { area } from '../area.ts';

export const MAIL_TEMPLATES = ['signIn', 'memberInvitation'] as const;
export type MailTemplate = (typeof MAIL_TEMPLATES)[number];
export type MailPhrase = `${MailTemplate}.${'subject' | 'body' | 'action' | 'note'}` | 'footer';

export const mailArea = area<MailPhrase>(
  {
    'signIn.subject': 'Your link to sign in to Plenary',
    'signIn.body': 'Somebody, most likely you, asked to sign in to Plenary with this address.',
    'signIn.action': 'Sign in',
    'signIn.note':
      'The link works once, for 15 minutes. If you did not ask for it, you need do nothing: without it nobody comes in.',
    'memberInvitation.subject': '{inviter} invites you to {organization} on Plenary',
    'memberInvitation.body': '{inviter} invites you to work with {organization} on Plenary, as {role}.',
    'memberInvitation.action': 'Accept the invitation',
    'memberInvitation.note':
      'The link works once, for 14 days. If you do not know the sender, simply ignore this mail.',
    footer: 'Sent by Plenary at {site}',
  },
  {
    'signIn.subject': '登录 Plenary 的链接',
    'signIn.body': '有人（很可能是您本人）请求用此邮箱登录 Plenary。',
    'signIn.action': '登录',
    'signIn.note': '链接在 15 分钟内有效，仅可使用一次。如果不是您本人的请求，无需处理：没有此链接，任何人都无法登录。',
    'memberInvitation.subject': '{inviter} 邀请您加入 Plenary 上的{organization}',
    'memberInvitation.body': '{inviter} 邀请您以{role}身份加入 Plenary 上的{organization}。',
    'memberInvitation.action': '接受邀请',
    'memberInvitation.note': '链接在 14 天内有效，仅可使用一次。如果您不认识发件人，请忽略此邮件。',
    footer: '由 Plenary（{site}）发送',
  },
);
