/** Words of the reference for programs, at /docs. What each request does is said by the words of the audit log, where they have any. */
import { area } from '../area.ts';

export const referenceArea = area(
  {
    title: 'Reference for programs',
    about:
      'Everything that Plenary does stands open to programs over HTTP. This page is made of the same schemas that check each request, so it is never out of date.',
    machine: 'The same for machines (OpenAPI)',
    contents: 'Contents',
    who: 'Who asks',
    whoToken:
      'A program speaks for an organization. An owner makes a token on the organization’s page and chooses what it may; it goes with each request in this header, and may never do more than whoever made it.',
    whoSeat:
      'In a workshop everybody has a seat. Founding a workshop, entering by a link, or taking the chair as an organizer answers a seatToken; it goes in the same header, and does what its seat’s role may.',
    faults: 'When something is refused',
    faultsText:
      'A refusal has a status from 400 on and this body. The code is stable; “fields” says what in the request does not fit. Too many requests in a minute are answered with 429: wait and ask again.',
    commands: 'Commands of a workshop',
    commandsText:
      'What happens in a workshop is said in commands: adding an agenda item, giving the floor, ending the session. Each has an id that you choose; sent twice with the same id it is done once, so it can be repeated after a broken connection.',
    webhooks: 'Webhooks',
    webhooksText:
      'An owner names an address on the organization’s page, and it is told of what happens as JSON by POST. Any answer from 200 to 299 means taken. Otherwise it is told again after 10 seconds, then after 1, 5, 30 minutes, and so on for a day and a half; after that it can be sent again by hand. Messages can come twice and out of order: “id” is the same each time.',
    signature:
      'Each message is signed as the Standard Webhooks specification says: webhook-signature is “v1,” and the base64 HMAC-SHA256 of webhook-id, webhook-timestamp and the body, joined by dots, with the secret after “whsec_” decoded from base64 as its key. Refuse what is older than five minutes.',
    parameters: 'Parameters',
    body: 'Body',
    answer: 'Answer',
    required: 'required',
    nothing: 'an empty object',
    listOf: 'list of {what}',
    oneOf: 'one of these',
    orNothing: 'or null',
    atLeast: 'at least {n}',
    atMost: 'at most {n}',
    skip: 'Skip to the content',
    home: 'Plenary',
    language: 'Language',
  },
  {
    title: '程序接口说明',
    about: 'Plenary 的全部功能都可由程序通过 HTTP 调用。本页由校验请求的同一套结构定义生成，始终与实际一致。',
    machine: '供程序读取的版本（OpenAPI）',
    contents: '目录',
    who: '身份',
    whoToken:
      '程序代表机构。由机构所有者在机构页面生成令牌并选定权限；每次请求都在下面的请求头中携带，权限不会超过生成者本人。',
    whoSeat:
      '研讨会中每个人都有席位。发起研讨会、通过链接进入，或以组织者身份担任主持时，都会得到 seatToken；用同一个请求头携带，权限以该席位的身份为准。',
    faults: '请求被拒绝时',
    faultsText:
      '状态码为 400 及以上，内容如下。code 固定不变；fields 指出请求中哪些内容不符合要求。一分钟内请求过多会得到 429，请稍候再试。',
    commands: '研讨会指令',
    commandsText:
      '研讨会中的一切都通过指令完成：添加议程事项、交出发言权、结束会议。每条指令带有您自定的 id；同一 id 重复发送只执行一次，因此断线后可以放心重发。',
    webhooks: 'Webhook',
    webhooksText:
      '机构所有者在机构页面填写地址后，所发生的事情会以 POST 方式、JSON 格式发往该地址。返回 200 至 299 即视为收到；否则在 10 秒后重发，之后依次为 1 分钟、5 分钟、30 分钟等，持续一天半，此后可手动重发。消息可能重复或乱序，但同一事件的 id 始终相同。',
    signature:
      '每条消息均按 Standard Webhooks 规范签名：webhook-signature 为“v1,”加上以 base64 表示的 HMAC-SHA256 值，签名内容为 webhook-id、webhook-timestamp 与正文，以句点相连；密钥为“whsec_”之后部分经 base64 解码所得。超过五分钟的消息请予拒绝。',
    parameters: '参数',
    body: '请求内容',
    answer: '返回内容',
    required: '必填',
    nothing: '空对象',
    listOf: '列表，元素为 {what}',
    oneOf: '以下之一',
    orNothing: '或 null',
    atLeast: '不少于 {n}',
    atMost: '不超过 {n}',
    skip: '跳到正文',
    home: 'Plenary',
    language: '语言',
  },
);
