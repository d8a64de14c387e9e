// Other programs that read what we write: LibreOffice opens our DOCX, poppler our PDF. Knows their command lines, nothing of documents.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const inFolder = async <Result>(use: (folder: string) => Promise<Result>): Promise<Result> => {
  const folder = await mkdtemp(join(tmpdir(), 'plenary-office-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** As LibreOffice reads it and writes it again: OpenDocument in one flat XML file. */
export const openedInLibreOffice = (docx: Buffer): Promise<string> =>
  inFolder(async (folder) => {
    await writeFile(join(folder, 'read.docx'), docx);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    await run('soffice', [
      profile,
      '--headless',
      '--convert-to',
      'fodt',
      '--outdir',
      folder,
      join(folder, 'read.docx'),
    ]);
    return readFile(join(folder, 'read.fodt'), 'utf8');
  });

export const textOfPdf = (pdf: Buffer): Promise<string> =>
  inFolder(async (folder) => {
    await writeFile(join(folder, 'read.pdf'), pdf);
    const { stdout, stderr } = await run('pdftotext', ['-raw', join(folder, 'read.pdf'), '-'], { maxBuffer: 2 ** 25 });
    // Poppler complains of broken structure there and reads on.
    if (stderr !== '') throw new Error(stderr);
    return stdout;
  });

/** What poppler says of the file, by name, such as `Tagged: yes`. */
export const factsOfPdf = (pdf: Buffer): Promise<ReadonlyMap<string, string>> =>
  inFolder(async (folder) => {
    await writeFile(join(folder, 'read.pdf'), pdf);
    const { stdout } = await run('pdfinfo', [join(folder, 'read.pdf')]);
    return new Map(
      stdout.split('\n').map((line) => [line.split(':')[0] ?? '', line.split(':').slice(1).join(':').trim()]),
    );
  });

/** Its pages as PNG at 72 dots to the inch: a point is a pixel. */
export const pagesOfPdf = (pdf: Buffer, dotsPerInch = 72): Promise<readonly Buffer[]> =>
  inFolder(async (folder) => {
    await writeFile(join(folder, 'read.pdf'), pdf);
    await run('pdftoppm', ['-r', String(dotsPerInch), '-gray', '-png', join(folder, 'read.pdf'), join(folder, 'page')]);
    const pages = Number((await factsOfPdf(pdf)).get('Pages'));
    const digits = String(pages).length;
    return Promise.all(
      Array.from({ length: pages }, (_, index) =>
        readFile(join(folder, `page-${String(index + 1).padStart(digits, '0')}.png`)),
      ),
    );
  });
