/** Tables over HTTP: one in, shown, mended and begun; its progress and bad rows; all of a kind out. Owns paths, schemas and rights. */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { organizationsNamedIn } from '../../shared/directory/entries.ts';
import type { AccountId, DirectoryId } from '../../shared/kernel/ids.ts';
import type { LocalText } from '../../shared/kernel/language.ts';
import { errorReply, HttpRefusal } from '../http/errors.ts';
import type { Visitors } from '../http/visitors.ts';
import type { DirectoryStore } from '../ports/directory.ts';
import { cellsOf } from './csv/cells.ts';
import { ORGANIZATION_COLUMNS, PERSON_COLUMNS } from './csv/columns.ts';
import { ENCODINGS } from './csv/read-table.ts';
import { BYTE_ORDER_MARK, writeRows } from './csv/write-table.ts';
import { WHEN_KNOWN, type Import, type Importing } from './importing.ts';

const TABLE_BYTES = 8 * 1024 * 1024;
const SHOWN_ROWS = 200;
const refused = { '4xx': errorReply, '5xx': errorReply };
const tableKind = z.enum(['person', 'organization']);
const params = z.object({ id: z.string().check(z.maxLength(64)) });

const progress = z.object({
  id: z.string(),
  kind: tableKind,
  state: z.enum(['preview', 'running', 'done', 'failed']),
  encoding: z.enum(ENCODINGS),
  separator: z.string(),
  columns: z.array(z.object({ heading: z.string(), column: z.nullable(z.string()) })),
  total: z.int(),
  good: z.int(),
  known: z.int(),
  done: z.int(),
  added: z.int(),
  updated: z.int(),
  skipped: z.int(),
  /** Cells by column; the faults name their columns. */
  bad: z.array(
    z.object({
      line: z.int(),
      cells: z.record(z.string(), z.string()),
      faults: z.array(z.object({ column: z.string(), code: z.string() })),
    }),
  ),
});

const shown = (job: Import): z.input<typeof progress> => {
  const good = job.rows.filter(({ row }) => row !== null);
  return {
    id: job.id,
    kind: job.kind,
    state: job.state,
    encoding: job.encoding,
    separator: job.separator,
    columns: job.headings.map((heading, at) => ({ heading, column: job.columns[at] ?? null })),
    total: job.rows.length,
    good: good.length,
    known: good.filter(({ known, row }) => known !== null && row?.id === null).length,
    done: job.done,
    added: job.added,
    updated: job.updated,
    skipped: job.skipped,
    bad: job.rows
      .filter(({ row }) => row === null)
      .slice(0, SHOWN_ROWS)
      .map(({ line, cells, faults }) => ({
        line,
        cells: Object.fromEntries(
          job.columns.flatMap((column, at) => (column === null ? [] : [[column, cells[at] ?? '']])),
        ),
        faults: [...faults],
      })),
  };
};

export const tableRoutes = async (
  instance: FastifyInstance,
  options: { readonly store: DirectoryStore; readonly importing: Importing; readonly visitors: Visitors },
): Promise<void> => {
  const { store, importing, visitors } = options;
  // Tables come as bytes: their encoding is for the reader to tell.
  instance.addContentTypeParser('text/csv', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  const app = instance.withTypeProvider<ZodTypeProvider>();

  const jobOf = (id: string, account: AccountId, state?: Import['state']): Import => {
    const job = importing.find(id, account);
    if (!job) throw new HttpRefusal(404, 'csv/forgotten');
    if (state !== undefined && job.state !== state) throw new HttpRefusal(409, 'csv/begun');
    return job;
  };

  app.post(
    '/api/directory/imports',
    {
      bodyLimit: TABLE_BYTES,
      schema: {
        querystring: z.strictObject({ kind: tableKind }),
        response: { 201: progress, ...refused },
      },
    },
    async (request, reply) => {
      const { account } = await visitors.memberAnywhere(request, 'directory.edit');
      if (!(request.body instanceof Uint8Array)) throw new HttpRefusal(415, 'http/unsupportedType');
      const read = await importing.read(request.query.kind, request.body, account);
      if (!read.ok) throw new HttpRefusal(422, read.code, String(read.line));
      return reply.code(201).send(shown(read.job));
    },
  );

  app.get(
    '/api/directory/imports/:id',
    { schema: { params, response: { 200: progress, ...refused } } },
    async (request) => {
      const { account } = await visitors.memberAnywhere(request, 'directory.edit');
      return shown(jobOf(request.params.id, account));
    },
  );

  app.patch(
    '/api/directory/imports/:id',
    {
      schema: {
        params,
        body: z.strictObject({
          line: z.int(),
          column: z.string().check(z.maxLength(60)),
          text: z.string().check(z.maxLength(1000)),
        }),
        response: { 200: progress, ...refused },
      },
    },
    async (request) => {
      const { account } = await visitors.memberAnywhere(request, 'directory.edit');
      const job = jobOf(request.params.id, account, 'preview');
      await importing.mend(job, request.body.line, request.body.column, request.body.text);
      return shown(job);
    },
  );

  app.post(
    '/api/directory/imports/:id/start',
    {
      schema: {
        params,
        body: z.strictObject({ whenKnown: z.enum(WHEN_KNOWN) }),
        response: { 202: progress, ...refused },
      },
    },
    async (request, reply) => {
      const { account } = await visitors.memberAnywhere(request, 'directory.edit');
      const job = jobOf(request.params.id, account, 'preview');
      void importing.start(job, request.body.whenKnown);
      return reply.code(202).send(shown(job));
    },
  );

  app.get('/api/directory/imports/:id/bad-rows.csv', { schema: { params } }, async (request, reply) => {
    const { account } = await visitors.memberAnywhere(request, 'directory.edit');
    const text = importing.badRows(jobOf(request.params.id, account));
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="bad-rows.csv"')
      .header('cache-control', 'no-store')
      .send(text);
  });

  app.get(
    '/api/directory/table.csv',
    { schema: { querystring: z.strictObject({ kind: tableKind }) } },
    async (request, reply) => {
      await visitors.memberAnywhere(request, 'directory.edit');
      const { kind } = request.query;
      const parts = [BYTE_ORDER_MARK + writeRows([kind === 'person' ? PERSON_COLUMNS : ORGANIZATION_COLUMNS])];
      for (let after: DirectoryId | null = null; ;) {
        const page = await store.page(kind, after, 500);
        const named = await store.find([...new Set(page.flatMap(({ entry }) => organizationsNamedIn(entry)))]);
        const names = new Map<string, LocalText>(
          named.flatMap(({ entry }) => (entry.kind === 'organization' ? [[entry.id, entry.name]] : [])),
        );
        parts.push(writeRows(page.flatMap(({ entry }) => [cellsOf(entry, (id) => names.get(id)) ?? []])));
        after = page.at(-1)?.entry.id ?? null;
        if (after === null) break;
      }
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${kind === 'person' ? 'people' : 'organizations'}.csv"`)
        .header('cache-control', 'no-store')
        .send(parts.join(''));
    },
  );
};
