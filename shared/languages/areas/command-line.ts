/** What the command line says. */
import { area } from '../area.ts';

export const commandLineArea = area(
  {
    usage:
      'Usage:\n  plenary list\n  plenary check FILE\n  plenary import FILE [--held | --again]\n  plenary export WORKSHOP FILE\n  plenary administrator-link\n  plenary sign-in-link ADDRESS\n  plenary purge\n  plenary backup FOLDER\n  plenary import-updates FOLDER|ZIP [--check] [--publish] [--organization NAME] [--time-zone ZONE] [--credit TEXT]',
    backedUp:
      'Everything is copied to {folder}. A server started with PLENARY_DATA set to that folder goes on from there.',
    backedUpFiles:
      'The files are copied to {folder}. The database is in PostgreSQL: copy it with pg_dump, right before the files.',
    purged: 'What is older than it is kept is gone.',
    purgedKind: '  {count}  {kind}',
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
      '用法：\n  plenary list\n  plenary check 文件\n  plenary import 文件 [--held | --again]\n  plenary export 研讨会编号 文件\n  plenary administrator-link\n  plenary sign-in-link 邮箱\n  plenary purge\n  plenary backup 文件夹\n  plenary import-updates 文件夹|ZIP [--check] [--publish] [--organization 机构] [--time-zone 时区] [--credit 图片署名]',
    backedUp: '全部数据已复制到 {folder}。将 PLENARY_DATA 设为该文件夹并启动，即可从此处继续。',
    backedUpFiles: '文件已复制到 {folder}。数据库在 PostgreSQL 中，请在复制文件之前用 pg_dump 备份。',
    purged: '超过保留期限的数据已清除。',
    purgedKind: '  {count}  {kind}',
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
