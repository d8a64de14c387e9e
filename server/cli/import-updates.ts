/** `plenary import-updates`: an archive of program updates moves in. Owns what is printed of it; the work is the installation's. */
import { resolve } from 'node:path';
import type { Language } from '../../shared/kernel/language.ts';
import { say, type Area, type Values } from '../../shared/languages/area.ts';
import { importUpdatesArea } from '../../shared/languages/areas/import-updates.ts';
import { publicationsArea } from '../../shared/languages/areas/publications.ts';
import { isoDay } from '../../shared/publication/days.ts';
import { instant } from '../../shared/kernel/ids.ts';
import type { Operations } from '../control/operations.ts';

export interface ImportUpdatesOptions {
  readonly path: string;
  readonly organization: string | null;
  readonly timeZone: string;
  readonly credit: string | null;
  readonly publish: boolean;
  readonly check: boolean;
}

/** True: everything that was found came in, or would. */
export const importUpdates = async (
  operations: Operations,
  options: ImportUpdatesOptions,
  {
    language,
    print,
    complain,
  }: { readonly language: Language; readonly print: (text: string) => void; readonly complain: (text: string) => void },
): Promise<boolean> => {
  const t = (key: keyof (typeof importUpdatesArea)['en'], values?: Values): string =>
    say(importUpdatesArea, language, key, values);
  const wordsOf = (from: Area, code: string): string =>
    Object.hasOwn(from.en, code) ? say(from, language, code) : code;
  const words = (code: string): string =>
    wordsOf(Object.hasOwn(importUpdatesArea.en, code) ? importUpdatesArea : publicationsArea, code);
  const withAbout = ({ code, about }: { readonly code: string; readonly about?: string | null }): string =>
    `${words(code)}${about ? ` (${about})` : ''}`;

  let told = 0;
  const report = await operations.importUpdates({ ...options, path: resolve(options.path) }, (phase, done, total) => {
    // A line for each tenth, however large the archive is.
    const tenth = Math.floor((done / total) * 10);
    if (done === 1) told = 0;
    if (tenth <= told) return;
    told = tenth;
    print(t(`progress.${phase}`, { done, total }));
  });
  if (report.fault) {
    complain(withAbout(report.fault));
    return false;
  }
  for (const file of report.files) {
    const day = file.publishedAt === null ? '—' : isoDay(instant(file.publishedAt), options.timeZone);
    if (options.check || file.faults.length > 0)
      (file.isTaken ? print : complain)(
        t('file', { path: file.path, language: file.language, publishedAt: day, title: file.title || '—' }),
      );
    for (const fault of file.faults) (file.isTaken ? print : complain)(`    ${withAbout(fault)}`);
  }
  for (const { title, outcome, obstacles, faults } of report.taken) {
    print(t('taken', { title, outcome: t(`outcome.${outcome}`) }));
    for (const obstacle of obstacles) print(`    ${withAbout(obstacle)}`);
    for (const fault of faults)
      if (fault.code === 'file/pictureUnreadable') print(`    ${fault.path}: ${withAbout(fault)}`);
  }
  const bad = report.files.filter((file) => !file.isTaken).length;
  print(t('sum', { files: report.files.length, updates: report.updates, bad }));
  return bad === 0 && report.taken.every(({ outcome }) => outcome !== 'refused' && outcome !== 'editedHere');
};
