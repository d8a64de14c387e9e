/**
 * What is asked of a person before their voice, name, picture or words are used, purpose by purpose. The text of each purpose is what is agreed
 * to: when one comes to mean something else, its version in workshop/consents/types.ts is raised.
 */
import { area } from '../area.ts';

export const consentsArea = area(
  {
    title: 'May we?',
    ask: 'The organizers ask you {count} {count:question|questions} on recording and publishing.',
    answer: 'Answer',
    mine: 'My consents',
    text: 'Each of these is for you to decide, and none is needed to listen. You can change your mind at any time, under “My consents”.',
    'recording.title': 'Recording',
    'recording.text':
      'The workshop may keep a recording of my voice and picture. If you say no, you take part all the same; your microphone and camera are left out of the recording.',
    'name.title': 'My name in the article',
    'name.text': 'The published program update may name me with my position and organization.',
    'portrait.title': 'My picture in the article',
    'portrait.text': 'A photo or screenshot in which I can be recognised may be published with the program update.',
    'quote.title': 'My words in the article',
    'quote.text': 'The published program update may quote what I said, with my name.',
    'transfer.title': 'Handling abroad',
    'transfer.text':
      'What I give this workshop may be handled on servers outside the country in which I live, for the purposes agreed to above.',
    'chat.title': 'What I write in the chat',
    'chat.text':
      'What I write to everyone in the chat may stand, with my name, in the copy that the organizers keep. If you say no, they keep none of it.',
    yes: 'Yes',
    no: 'No',
    required: 'Needed in order to speak in this workshop',
    obtained: 'The organizers have told you of this beforehand; it holds unless you say no.',
    save: 'Save my answers',
    later: 'Later',
    close: 'Close',
    saved: 'Your answers are saved.',
    answered: 'Answered {time}',
  },
  {
    title: '征求您的意见',
    ask: '关于录制和发布，主办方有 {count} 项征求您的意见。',
    answer: '查看并答复',
    mine: '我的授权',
    text: '以下各项由您逐一决定，不同意也可以旁听。您可以随时在“我的授权”中更改。',
    'recording.title': '录音录像',
    'recording.text': '研讨会可以留存我的声音和画面。如不同意，您仍可参会，录制时不收录您的麦克风和摄像头。',
    'name.title': '报道中具名',
    'name.text': '公开发布的报道可以写明我的姓名、职务和单位。',
    'portrait.title': '报道中使用肖像',
    'portrait.text': '公开发布的报道可以使用能够辨认出我的照片或截图。',
    'quote.title': '报道中引用发言',
    'quote.text': '公开发布的报道可以署名引用我的发言。',
    'transfer.title': '境外处理',
    'transfer.text': '为上述已同意的目的，我提供的信息可以在我居住国以外的服务器上处理。',
    'chat.title': '留存聊天内容',
    'chat.text':
      '主办方导出的聊天记录可以包含我公开发送的内容，并注明我的姓名。如不同意，导出时将略去我发送的全部内容。',
    yes: '同意',
    no: '不同意',
    required: '在本次研讨会发言须先同意此项',
    obtained: '主办方已事先告知您此项；您不表示反对即视为有效。',
    save: '保存',
    later: '以后再说',
    close: '关闭',
    saved: '已保存您的选择。',
    answered: '{time}作答',
  },
);

export type ConsentsPhrase = keyof (typeof consentsArea)['en'];
