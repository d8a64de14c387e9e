/** What the dialogs about a person's name and data, and about what a workshop asks its people, say. Loaded only with them. */
import { area } from '../area.ts';

export const privacyArea = area(
  {
    ownTitle: 'My name and what is kept of me',
    ownText:
      'You may take along a copy of what Plenary keeps of you in this workshop, or have your name taken out of it for good.',
    download: 'Download what Plenary keeps of me',
    downloadFailed: 'The copy could not be fetched. Please try again.',
    takeOwn: 'Take my name away',
    takeOwnTitle: 'Take your name out of this workshop?',
    takeOwnText:
      'You leave the workshop at once, and your link opens it no more. In the list of people, the agenda, the minutes and the records stands “Participant” with a number instead of your name and position.',
    takeTitle: 'Take the name of {name} away?',
    takeText:
      '{name} leaves the workshop at once, and personal links open it no more. In the list of people, the agenda, the minutes and the records stands “Participant” with a number instead of name and position.',
    stays:
      'What was said and decided stays, and so does the organization. Where others typed the name, in notes, chat, drafts or published updates, it must be edited by hand.',
    forGood: 'This cannot be taken back.',
    take: 'Take the name away',
    keep: 'Keep it',
    taken: 'The name is taken away.',
    policyTitle: 'What this workshop asks consent for',
    policyText:
      'Set for each purpose whether people are asked, and whether a yes is needed in order to speak or be seen. Everybody may always listen, and a no always holds. What was obtained another way is not asked and holds unless somebody says no.',
    versions:
      'Each change is a new version of the brief: the record keeps the time and who made it. Answers already given stay; whoever has not answered what is asked now is asked in the room.',
    'for.recording': 'Being recorded',
    'for.name': 'Name published',
    'for.portrait': 'Picture published',
    'for.quote': 'Words quoted',
    'for.transfer': 'Handling abroad',
    'for.chat': 'Chat kept with names',
    ask: 'Asked',
    require: 'Asked, needed to speak',
    obtained: 'Obtained another way',
    save: 'Save as a new version',
    saved: 'The new version holds from now on.',
    cancel: 'Cancel',
  },
  {
    ownTitle: '我的姓名与个人信息',
    ownText: '您可以下载 Plenary 在本次研讨会中保存的与您有关的信息，也可以要求永久移除您的姓名。',
    download: '下载我的个人信息',
    downloadFailed: '未能下载，请重试。',
    takeOwn: '移除我的姓名',
    takeOwnTitle: '要从本次研讨会中移除您的姓名吗？',
    takeOwnText:
      '您将立即退出研讨会，您的链接不再有效。参会人员名单、议程、会议记录和各项留存资料中，您的姓名和职务将改为“参会者”加编号。',
    takeTitle: '要移除{name}的姓名吗？',
    takeText:
      '{name}将立即退出研讨会，其个人链接不再有效。参会人员名单、议程、会议记录和各项留存资料中，其姓名和职务将改为“参会者”加编号。',
    stays: '发言内容、会议决定和所属单位予以保留。他人在笔记、聊天、草稿或已发布动态中写下的姓名，须手动修改。',
    forGood: '此操作无法撤销。',
    take: '移除姓名',
    keep: '暂不移除',
    taken: '姓名已移除。',
    policyTitle: '征求同意的事项',
    policyText:
      '请逐项设定是否征求参会者同意，以及是否须同意后方可发言或出镜。任何人均可旁听；表示不同意的，一律照办。已另行取得同意的事项不再征询，本人不反对即为有效。',
    versions:
      '每次更改都会形成新版本，并记录时间和更改人。已有的答复继续有效；尚未答复的参会者会在会议室中看到新增的征询事项。',
    'for.recording': '录音录像',
    'for.name': '公开姓名',
    'for.portrait': '公开肖像',
    'for.quote': '引用发言',
    'for.transfer': '境外处理',
    'for.chat': '留存聊天内容',
    ask: '征询',
    require: '征询，同意方可发言',
    obtained: '已另行取得同意',
    save: '保存为新版本',
    saved: '新版本已生效。',
    cancel: '取消',
  },
);

export type PrivacyPhrase = keyof (typeof privacyArea)['en'];
