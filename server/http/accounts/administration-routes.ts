/** Routes of the installation's administrators: accounts, and the outbox where every letter can be read. Owns paths and schemas. */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { instant } from '../../../shared/kernel/ids.ts';
import { accountId } from '../../../shared/protocol/account-schemas.ts';
import { settingsSchema, type Settings } from '../../accounts/settings.ts';
import type { AccountStore } from '../../ports/accounts.ts';
import type { Outbox, OutboxRecord } from '../../ports/mail.ts';
import { findOut } from '../asked.ts';
import { errorReply, HttpRefusal } from '../errors.ts';
import type { Visitors } from '../visitors.ts';

const nothing = z.object({});
const refused = { '4xx': errorReply, '5xx': errorReply };
const account = z.object({
  id: z.string(),
  name: z.string(),
  emails: z.array(z.string()),
  isAdministrator: z.boolean(),
  createdAt: z.number(),
});
const envelope = z.object({
  id: z.string(),
  to: z.string(),
  subject: z.string(),
  state: z.enum(['held', 'waiting', 'sending', 'sent', 'failed']),
  fault: z.string().nullable(),
  tried: z.number(),
  createdAt: z.number(),
  nextAt: z.number(),
  sentAt: z.number().nullable(),
});

const toEnvelope = (record: OutboxRecord) => ({
  id: record.id,
  to: record.to,
  subject: record.letter.subject,
  state: record.state,
  fault: record.fault,
  tried: record.tried,
  createdAt: record.createdAt,
  nextAt: record.nextAt,
  sentAt: record.sentAt,
});

export const administrationRoutes = async (
  instance: FastifyInstance,
  options: {
    readonly visitors: Visitors;
    readonly accounts: AccountStore;
    readonly outbox: Outbox;
    readonly settings: Settings;
  },
): Promise<void> => {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const { visitors, accounts, outbox, settings } = options;

  app.get(
    '/api/administration/accounts',
    { schema: { response: { 200: z.object({ accounts: z.array(account) }), ...refused } } },
    async (request) => {
      await visitors.administrator(request);
      const list = await accounts.list();
      return { accounts: list.map((one) => ({ ...one, emails: [...one.emails] })) };
    },
  );

  app.patch(
    '/api/administration/accounts/:account',
    {
      schema: {
        params: z.object({ account: accountId }),
        body: z.strictObject({ isAdministrator: z.boolean() }),
        response: { 200: nothing, ...refused },
      },
    },
    async (request) => {
      await visitors.administrator(request);
      const { isAdministrator } = request.body;
      findOut(request, { target: `${request.params.account} ${isAdministrator ? 'administrator' : 'none'}` });
      const found = await accounts.find(request.params.account);
      if (!found || found.closedAt !== null) throw new HttpRefusal(404, 'account/unknown');
      if (!(await accounts.setAdministrator(found.id, isAdministrator))) {
        throw new HttpRefusal(409, 'account/lastAdministrator');
      }
      return {};
    },
  );

  app.get(
    '/api/administration/outbox',
    {
      schema: {
        querystring: z.strictObject({ before: z.coerce.number().int().min(0).optional() }),
        response: { 200: z.object({ sends: z.boolean(), letters: z.array(envelope) }), ...refused },
      },
    },
    async (request) => {
      await visitors.administrator(request);
      const { before } = request.query;
      const list = await outbox.list(before === undefined ? undefined : instant(before));
      return { sends: outbox.sends, letters: list.map(toEnvelope) };
    },
  );

  app.get(
    '/api/administration/outbox/:letter',
    {
      schema: {
        params: z.object({ letter: z.string().max(64) }),
        response: { 200: envelope.extend({ text: z.string(), html: z.string() }), ...refused },
      },
    },
    async (request) => {
      await visitors.administrator(request);
      const found = await outbox.read(request.params.letter);
      if (!found) throw new HttpRefusal(404, 'mail/unknown');
      return { ...toEnvelope(found), text: found.letter.text, html: found.letter.html };
    },
  );

  app.post(
    '/api/administration/outbox/:letter/send',
    { schema: { params: z.object({ letter: z.string().max(64) }), response: { 202: nothing, ...refused } } },
    async (request, reply) => {
      await visitors.administrator(request);
      if (!outbox.sends) throw new HttpRefusal(409, 'mail/noServer');
      if (!(await outbox.sendAgain(request.params.letter))) throw new HttpRefusal(404, 'mail/unknown');
      return reply.code(202).send({});
    },
  );

  app.get(
    '/api/administration/settings',
    { schema: { response: { 200: settingsSchema, ...refused } } },
    async (request) => {
      await visitors.administrator(request);
      return settings.read();
    },
  );

  app.patch(
    '/api/administration/settings',
    { schema: { body: settingsSchema.partial(), response: { 200: settingsSchema, ...refused } } },
    async (request) => {
      await visitors.administrator(request);
      const changed = Object.entries(request.body).map(([name, value]) => `${name}=${value}`);
      findOut(request, { target: changed.join(' ') });
      await settings.change(request.body);
      return settings.read();
    },
  );
};
