/** The command line's commands: words in, exit code out. Owns what is printed; where the operations come from is given. */
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { id, isId, type WorkshopId } from '../../shared/kernel/ids.ts';
import { textIn, type Language } from '../../shared/kernel/language.ts';
import { say, type Area, type Values } from '../../shared/languages/area.ts';
import { commandLineArea } from '../../shared/languages/areas/command-line.ts';
import { phasesArea } from '../../shared/languages/areas/phases.ts';
import { refusals } from '../../shared/languages/areas/refusals.ts';
import { retentionArea } from '../../shared/languages/areas/retention.ts';
import { rolesArea } from '../../shared/languages/areas/roles.ts';
import { workshopFileArea } from '../../shared/languages/areas/workshop-file.ts';
import type { FileFault } from '../../shared/workshop-file/faults.ts';
import { readWorkshopFile } from '../../shared/workshop-file/read.ts';
import type { Operations } from '../control/operations.ts';
import { importUpdates } from './import-updates.ts';

export interface CommandLine {
  readonly words: readonly string[];
  readonly language: Language;
  /** Opens the installation; only called by commands that need it. */
  readonly operations: () => Promise<Operations>;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
}

const DONE = 0;
const FAILED = 1;
/** As sysexits.h has them: wrong usage, wrong input, input that cannot be read. */
const USAGE = 64;
const WRONG_INPUT = 65;
const NO_INPUT = 66;

class Unreadable extends Error {}

const orUnreadable = async <T>(file: string, work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (why) {
    throw new Unreadable(file, { cause: why });
  }
};

const optionsOf = (words: readonly string[]) => {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: {
        held: { type: 'boolean' },
        again: { type: 'boolean' },
        check: { type: 'boolean' },
        publish: { type: 'boolean' },
        organization: { type: 'string' },
        'time-zone': { type: 'string' },
        credit: { type: 'string' },
      },
      allowPositionals: true,
    });
    return { values, positionals };
  } catch {
    return { values: {}, positionals: [] };
  }
};

export const runCommand = async (line: CommandLine): Promise<number> => {
  const { language, print, complain } = line;
  const phrase = (key: keyof (typeof commandLineArea)['en'], values?: Values): string =>
    say(commandLineArea, language, key, values);
  /** The words for a code; the code itself where a newer server knows more of them than we do. */
  const wordsOf = (from: Area, code: string): string =>
    Object.hasOwn(from.en, code) ? say(from, language, code) : code;
  const { values, positionals } = optionsOf(line.words);
  const [command, first, second, ...more] = positionals;

  const sayFaults = (file: string, faults: readonly FileFault[]): number => {
    complain(phrase('faults', { file, count: faults.length }));
    for (const { path, line: row, column, code } of faults) {
      complain(
        phrase('fault', { file, line: row, column, path: path || '—', why: wordsOf(workshopFileArea, code), code }),
      );
    }
    return WRONG_INPUT;
  };

  const list = async (): Promise<number> => {
    const workshops = await (await line.operations()).list();
    if (workshops.length === 0) print(phrase('none'));
    for (const { id: workshop, phase, title } of workshops) {
      print(phrase('line', { workshop, phase: wordsOf(phasesArea, phase), title: textIn(title, language) }));
    }
    return DONE;
  };

  const check = async (file: string): Promise<number> => {
    const reading = readWorkshopFile(await orUnreadable(file, readFile(file, 'utf8')));
    if (!reading.ok) return sayFaults(file, reading.faults);
    print(phrase('fine', { file }));
    return DONE;
  };

  const importFile = async (file: string): Promise<number> => {
    const text = await orUnreadable(file, readFile(file, 'utf8'));
    const imported = await (await line.operations()).importFile(text, values.again ? 'again' : 'held');
    if (!imported.ok) {
      if ('faults' in imported) return sayFaults(file, imported.faults);
      complain(phrase('refused', { ...imported.refused, why: wordsOf(refusals, imported.refused.code) }));
      return WRONG_INPUT;
    }
    print(phrase('imported', { workshop: imported.workshop }));
    for (const { role, url } of imported.links) print(phrase('link', { role: wordsOf(rolesArea, role), url }));
    return DONE;
  };

  const exportFile = async (workshop: string, file: string): Promise<number> => {
    const text = isId(workshop) ? await (await line.operations()).exportFile(id<WorkshopId>(workshop)) : null;
    if (text === null) {
      complain(phrase('unknownWorkshop', { workshop }));
      return FAILED;
    }
    await orUnreadable(file, writeFile(file, text));
    print(phrase('exported', { file }));
    return DONE;
  };

  const administratorLink = async (): Promise<number> => {
    const url = await (await line.operations()).administratorLink();
    if (url === null) {
      complain(phrase('administratorThere'));
      return FAILED;
    }
    print(phrase('administratorLink'));
    print(phrase('url', { url }));
    return DONE;
  };

  const signInLink = async (email: string): Promise<number> => {
    const url = await (await line.operations()).signInLink(email);
    if (url === null) {
      complain(phrase('unknownAddress', { email }));
      return FAILED;
    }
    print(phrase('signInLink', { email }));
    print(phrase('url', { url }));
    return DONE;
  };

  const purge = async (): Promise<number> => {
    const counts = Object.entries(await (await line.operations()).purge());
    for (const [kind, count] of counts) print(phrase('purgedKind', { kind: wordsOf(retentionArea, kind), count }));
    print(phrase('purged'));
    return DONE;
  };

  const backup = async (folder: string): Promise<number> => {
    // The server that does it may stand elsewhere in the file system.
    const to = resolve(folder);
    const { database } = await (await line.operations()).backup(to);
    print(phrase(database === 'copied' ? 'backedUp' : 'backedUpFiles', { folder: to }));
    return DONE;
  };

  const importArchive = async (path: string): Promise<number> => {
    const isDone = await importUpdates(
      await line.operations(),
      {
        path,
        organization: values.organization ?? null,
        timeZone: values['time-zone'] ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
        credit: values.credit ?? null,
        publish: values.publish ?? false,
        check: values.check ?? false,
      },
      line,
    );
    return isDone ? DONE : WRONG_INPUT;
  };

  try {
    if (more.length === 0 && !(values.held && values.again)) {
      if (command === 'list' && first === undefined) return await list();
      if (command === 'purge' && first === undefined) return await purge();
      if (command === 'backup' && first !== undefined && second === undefined) return await backup(first);
      if (command === 'administrator-link' && first === undefined) return await administratorLink();
      if (command === 'sign-in-link' && first !== undefined && second === undefined) return await signInLink(first);
      if (command === 'check' && first !== undefined && second === undefined) return await check(first);
      if (command === 'import' && first !== undefined && second === undefined) return await importFile(first);
      if (command === 'import-updates' && first !== undefined && second === undefined)
        return await importArchive(first);
      if (command === 'export' && first !== undefined && second !== undefined) return await exportFile(first, second);
    }
    complain(phrase('usage'));
    return USAGE;
  } catch (reason) {
    const why = reason instanceof Error ? (reason.cause instanceof Error ? reason.cause.message : reason.message) : '';
    if (reason instanceof Unreadable) {
      complain(phrase('unreadable', { file: reason.message, why }));
      return NO_INPUT;
    }
    complain(phrase('failed', { why }));
    return FAILED;
  }
};
