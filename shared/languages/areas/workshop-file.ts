/** What is wrong with a workshop file, in words; where it is wrong is said by line and column beside it. */
import type { FileFaultCode } from '../../workshop-file/faults.ts';
import { area } from '../area.ts';

export const workshopFileArea = area<FileFaultCode>(
  {
    'file/tooLarge': 'The file is larger than a workshop file may be.',
    'file/notJson': 'This is not JSON: a comma, a quotation mark or a bracket is missing or one too many.',
    'file/tooDeep': 'The file is nested too deeply.',
    'file/reservedKey': 'This name may not be used.',
    'file/duplicateKey': 'This name stands here twice.',
    'file/otherFormat': 'This is not a workshop file.',
    'file/unknownVersion': 'This file is of a version that this server does not read.',
    'file/unknownKey': 'A workshop file has nothing of this name here.',
    'file/missing': 'Something required is missing here.',
    'file/wrongValue': 'This value does not fit here.',
    'file/duplicateId': 'This id is used twice.',
    'file/unknownReference': 'This refers to something that the file does not contain.',
    'file/badTime': 'This is not a date and time.',
    'file/badZone': 'This is not the name of a time zone, such as Asia/Shanghai.',
    'file/badOrder': 'This ends before it begins, or stands out of order.',
    'file/speakerWithoutVisit': 'This person speaks, but was not here at that time.',
  },
  {
    'file/tooLarge': '文件超过了研讨会文件的大小上限。',
    'file/notJson': '不是有效的 JSON：可能缺少或多出逗号、引号或括号。',
    'file/tooDeep': '文件嵌套层次过深。',
    'file/reservedKey': '不能使用这个名称。',
    'file/duplicateKey': '这个名称在此处重复出现。',
    'file/otherFormat': '这不是研讨会文件。',
    'file/unknownVersion': '本服务器不能读取这个版本的文件。',
    'file/unknownKey': '研讨会文件的此处没有这个名称。',
    'file/missing': '此处缺少必填内容。',
    'file/wrongValue': '此处的值不合要求。',
    'file/duplicateId': '编号重复。',
    'file/unknownReference': '引用的内容在文件中不存在。',
    'file/badTime': '这不是日期和时间。',
    'file/badZone': '这不是时区名称（例如 Asia/Shanghai）。',
    'file/badOrder': '结束早于开始，或顺序不对。',
    'file/speakerWithoutVisit': '此人在发言，但当时并不在场。',
  },
);
