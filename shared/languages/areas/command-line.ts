/** What the command line says. */
import { area } from '../area.ts';

export const commandLineArea = area(
  {
    usage:
      'Usage:\n  plenary list\n  plenary check FILE\n  plenary import FILE [--held | --again]\n  plenary export WORKSHOP FILE\n  plenary administrator-link\n  plenary sign-in-link ADDRESS',
    administratorLink: 'Whoever opens this link first becomes the administrator (once, within 24 hours):',
    administratorThere: 'This installation has an administrator already. `plenary sign-in-link ADDRESS` signs one in.',
    signInLink: 'This link signs {email} in (once, within 15 minutes):',
    unknownAddress: 'No account here has the address {email}.',
    url: '  {url}',
    imported: 'Imported as workshop {workshop}.',
    link: '  {role}: {url}',
    refused: 'The file is well formed but could not be carried out: {command} was refused. {why} ({code})',
    faults: '{file}: {count:one fault|several faults} ({count})',
    fault: '  {file}:{line}:{column}  {path}  {why} ({code})',
    fine: '{file} is in order.',
    exported: 'Written to {file}.',
    unknownWorkshop: 'There is no workshop {workshop}.',
    unreadable: '{file} cannot be read or written: {why}',
    none: 'No workshops yet.',
    line: '{workshop}  {phase}  {title}',
    failed: 'That did not work: {why}',
  },
  {
    usage:
      '用法：\n  plenary list\n  plenary check 文件\n  plenary import 文件 [--held | --again]\n  plenary export 研讨会编号 文件\n  plenary administrator-link\n  plenary sign-in-link 邮箱',
    administratorLink: '最先打开此链接的人将成为管理员（24 小时内有效，仅可使用一次）：',
    administratorThere: '本系统已有管理员。可用 `plenary sign-in-link 邮箱` 为其生成登录链接。',
    signInLink: '此链接用于 {email} 登录（15 分钟内有效，仅可使用一次）：',
    unknownAddress: '没有使用邮箱 {email} 的账户。',
    url: '  {url}',
    imported: '已导入，研讨会编号为 {workshop}。',
    link: '  {role}：{url}',
    refused: '文件格式无误，但内容无法执行：{command} 被拒绝。{why}（{code}）',
    faults: '{file} 有 {count} 处错误',
    fault: '  {file}:{line}:{column}  {path}  {why} ({code})',
    fine: '{file} 没有问题。',
    exported: '已写入 {file}。',
    unknownWorkshop: '没有编号为 {workshop} 的研讨会。',
    unreadable: '{file} 无法读写：{why}',
    none: '还没有研讨会。',
    line: '{workshop}  {phase}  {title}',
    failed: '操作没有成功：{why}',
  },
);
