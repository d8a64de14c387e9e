/** Words of an organization's programs: tokens and webhooks. */
import type { DeliveryState, HappeningKind, TokenScope } from '../../organization/scopes.ts';
import { area } from '../area.ts';

/** Codes by which the server refuses what owners do about programs. */
type ProgramsFault =
  | 'token/unknown'
  | 'webhook/notHttps'
  | 'webhook/notOpen'
  | 'webhook/tooMany'
  | 'webhook/unknown'
  | 'webhook/unknownDelivery';

type Phrase =
  | `scope.${TokenScope}`
  | `hears.${HappeningKind}`
  | `state.${DeliveryState}`
  | 'title'
  | 'text'
  | 'reference'
  | 'tokens'
  | 'noTokens'
  | 'name'
  | 'nameHint'
  | 'may'
  | 'days'
  | 'daysHint'
  | 'makeToken'
  | 'tokenOnce'
  | 'secretOnce'
  | 'copy'
  | 'copied'
  | 'never'
  | 'until'
  | 'used'
  | 'unused'
  | 'withdraw'
  | 'withdrawTitle'
  | 'withdrawText'
  | 'keep'
  | 'webhooks'
  | 'noWebhooks'
  | 'url'
  | 'hears'
  | 'addWebhook'
  | 'remove'
  | 'removeTitle'
  | 'removeText'
  | 'messages'
  | 'noMessages'
  | 'replay'
  | 'replayed'
  | 'answer'
  | 'again'
  | 'opening'
  | 'tryAgain'
  | 'chooseOne'
  | 'refresh'
  | ProgramsFault;

export const programsArea = area<Phrase>(
  {
    title: 'Programs',
    text: 'Let your own programs work with Plenary: a calendar that schedules workshops, a website that hears when an update is published.',
    reference: 'How programs ask: the reference',
    tokens: 'Tokens',
    noTokens: 'No program has a token yet.',
    name: 'What it is for',
    nameHint: 'Such as: our website. You will know by it which one to withdraw.',
    may: 'What it may',
    days: 'Good for how many days',
    daysHint: 'Empty: until it is withdrawn.',
    makeToken: 'Make a token',
    tokenOnce: 'Copy this token now; it is not shown again.',
    secretOnce: 'Copy this signing secret now; it is not shown again. Your program checks messages with it.',
    copy: 'Copy',
    copied: 'Copied.',
    never: 'does not run out',
    until: 'until {when}',
    used: 'last used {when}',
    unused: 'never used',
    withdraw: 'Withdraw',
    withdrawTitle: 'Withdraw “{name}”?',
    withdrawText: 'The program that uses it is refused from now on. This cannot be taken back.',
    keep: 'Keep it',
    webhooks: 'Webhooks',
    noWebhooks: 'Nobody is told of what happens yet.',
    url: 'Address to be told at',
    hears: 'Told of',
    addWebhook: 'Add a webhook',
    remove: 'Remove',
    removeTitle: 'Remove this webhook?',
    removeText: '{url} is told nothing more, and its list of messages goes.',
    messages: 'Messages',
    noMessages: 'Nothing has happened yet that it hears of.',
    replay: 'Send again',
    replayed: 'It is on its way again.',
    answer: 'answer: {answer}',
    again: 'tries again {when}',
    opening: 'Opening…',
    tryAgain: 'Try again',
    chooseOne: 'Choose at least one.',
    refresh: 'Look again',
    'token/unknown': 'This token is not known, has run out or was withdrawn.',
    'webhook/notHttps': 'Please give an address that begins with https:// and holds no password.',
    'webhook/notOpen': 'This address lies in a closed network. Webhooks go to addresses that the internet can reach.',
    'webhook/tooMany': 'There are twenty webhooks already. Remove one first.',
    'webhook/unknown': 'This webhook is not there any more.',
    'webhook/unknownDelivery': 'This message is not there any more, or is being sent right now.',
    'scope.organization.read': 'See the organization and its members',
    'scope.workshops.read': 'See workshops',
    'scope.workshops.create': 'Start workshops',
    'scope.workshops.manage': 'Take the chair, manage links',
    'scope.directory.read': 'See the directory',
    'scope.directory.edit': 'Edit the directory',
    'scope.updates.edit': 'Edit program updates',
    'scope.updates.publish': 'Publish program updates',
    'hears.workshop.started': 'A workshop began',
    'hears.item.began': 'An agenda item began',
    'hears.workshop.ended': 'A workshop ended',
    'hears.update.published': 'An update was published',
    'state.waiting': 'waiting',
    'state.sending': 'being sent',
    'state.delivered': 'delivered',
    'state.failed': 'given up',
  },
  {
    title: '程序接入',
    text: '让贵机构自己的程序与 Plenary 协作：例如由日程系统安排研讨会，或在动态发布时通知网站。',
    reference: '接口说明文档',
    tokens: '令牌',
    noTokens: '还没有程序持有令牌。',
    name: '用途',
    nameHint: '例如“机构网站”，日后据此判断收回哪一个。',
    may: '权限',
    days: '有效天数',
    daysHint: '留空则长期有效，直至收回。',
    makeToken: '生成令牌',
    tokenOnce: '请立即复制此令牌，之后不再显示。',
    secretOnce: '请立即复制此签名密钥，之后不再显示。程序用它核验消息。',
    copy: '复制',
    copied: '已复制。',
    never: '长期有效',
    until: '有效期至 {when}',
    used: '最近使用：{when}',
    unused: '尚未使用',
    withdraw: '收回',
    withdrawTitle: '收回“{name}”？',
    withdrawText: '使用它的程序将立即无法访问。此操作不可撤销。',
    keep: '保留',
    webhooks: 'Webhook',
    noWebhooks: '目前没有需要通知的地址。',
    url: '接收通知的地址',
    hears: '通知内容',
    addWebhook: '添加 Webhook',
    remove: '移除',
    removeTitle: '移除这个 Webhook？',
    removeText: '不再向 {url} 发送通知，其消息记录也一并删除。',
    messages: '消息记录',
    noMessages: '还没有发生需要通知的事情。',
    replay: '重新发送',
    replayed: '正在重新发送。',
    answer: '对方回应：{answer}',
    again: '{when} 再次尝试',
    opening: '正在打开…',
    tryAgain: '重试',
    chooseOne: '请至少选择一项。',
    refresh: '刷新',
    'token/unknown': '令牌不存在、已过期或已被收回。',
    'webhook/notHttps': '请填写以 https:// 开头且不含密码的地址。',
    'webhook/notOpen': '该地址位于内部网络。Webhook 只能发往互联网可访问的地址。',
    'webhook/tooMany': '已有二十个 Webhook，请先移除一个。',
    'webhook/unknown': '这个 Webhook 已不存在。',
    'webhook/unknownDelivery': '这条消息已不存在，或正在发送。',
    'scope.organization.read': '查看机构及成员',
    'scope.workshops.read': '查看研讨会',
    'scope.workshops.create': '发起研讨会',
    'scope.workshops.manage': '担任主持、管理链接',
    'scope.directory.read': '查看名录',
    'scope.directory.edit': '编辑名录',
    'scope.updates.edit': '编辑项目动态',
    'scope.updates.publish': '发布项目动态',
    'hears.workshop.started': '研讨会开始',
    'hears.item.began': '议程事项开始',
    'hears.workshop.ended': '研讨会结束',
    'hears.update.published': '动态已发布',
    'state.waiting': '等待发送',
    'state.sending': '正在发送',
    'state.delivered': '已送达',
    'state.failed': '已放弃',
  },
);
