/** The words of the letters Plenary sends: a subject, what it says, its button and a note beneath for each. Must not know how they are sent. */
import { area } from '../area.ts';

export const MAIL_TEMPLATES = ['signIn', 'memberInvitation', 'accountChanged', 'approval'] as const;
export type MailTemplate = (typeof MAIL_TEMPLATES)[number];
/** What may have changed at an account, of which its owner is told. */
export type AccountChange = 'passwordSet' | 'codesSet' | 'passkeyAdded' | 'removed';
export type MailPhrase =
  `${MailTemplate}.${'subject' | 'body' | 'action' | 'note'}` | `change.${AccountChange}` | 'footer';

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
    'accountChanged.subject': 'Your Plenary account has changed',
    'accountChanged.body': 'This has changed at your account: {change}',
    'accountChanged.action': 'Look at your account',
    'accountChanged.note':
      'If this was you, you need do nothing. If not, sign in, end all other sessions and take away what you do not know.',
    'approval.subject': 'Please look at your words before they are published: {workshop}',
    'approval.body':
      '{editor} is preparing an update on “{workshop}”. It would publish words or a portrait of you. Please read them and say whether they may appear as they stand, should be changed, or should not appear.',
    'approval.action': 'Read and answer',
    'approval.note':
      'The link is personal and works for 30 days. Nothing of yours is published before you have agreed to it.',
    'change.passwordSet': 'a password was set.',
    'change.codesSet': 'an authenticator app was set up, with new recovery codes.',
    'change.passkeyAdded': 'a passkey was added.',
    'change.removed': 'a password, passkey or authenticator app was taken away.',
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
    'accountChanged.subject': '您的 Plenary 账户有变动',
    'accountChanged.body': '您的账户发生了以下变动：{change}',
    'accountChanged.action': '查看账户',
    'accountChanged.note': '如果是您本人操作，无需处理。否则请立即登录，结束其他所有登录，并移除您不认识的登录方式。',
    'approval.subject': '请在发布前审阅您的发言：{workshop}',
    'approval.body':
      '{editor}正在编写“{workshop}”的活动报道，其中拟引用您的发言或使用您的照片。请您过目，并告知是否可以照此发布、需要修改或不同意发布。',
    'approval.action': '查看并答复',
    'approval.note': '此链接仅供您本人使用，30 天内有效。未经您同意，涉及您的内容不会发布。',
    'change.passwordSet': '设置了密码。',
    'change.codesSet': '绑定了验证器应用，并生成了新的恢复码。',
    'change.passkeyAdded': '添加了通行密钥。',
    'change.removed': '移除了一个密码、通行密钥或验证器应用。',
    footer: '由 Plenary（{site}）发送',
  },
);
