/** Letters to the mail server. Owns the connection and which answers are final; must not know where letters come from. */
import { createTransport } from 'nodemailer';
import type { Mail } from '../ports/mail.ts';

const TIMEOUT_MS = 30_000;
/** How much of the mail server's words is kept for administrators. */
const FAULT_CHARACTERS = 300;

export const createSmtp = (options: {
  readonly server: string;
  readonly from: string;
  readonly site: () => string;
}): Mail => {
  const transport = createTransport({
    url: options.server,
    pool: true,
    maxConnections: 2,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    // Nothing of a letter may name a file or an address to be fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ id, to, letter }) {
      const { subject, text, html, calendar } = letter;
      try {
        await transport.sendMail({
          from: options.from,
          to: { name: '', address: to },
          subject,
          text,
          html,
          // The same at each try, so that a mail server that took it before its answer was lost can tell.
          messageId: `<${id}@${new URL(options.site()).hostname}>`,
          headers: { 'auto-submitted': 'auto-generated' },
          ...(calendar && { icalEvent: { method: calendar.method, content: calendar.ics } }),
        });
        return { ok: true };
      } catch (reason) {
        const fault = (reason instanceof Error ? reason.message : String(reason)).slice(0, FAULT_CHARACTERS);
        const code = reason instanceof Error && 'responseCode' in reason ? Number(reason.responseCode) : 0;
        // A wrong password for the mail server answers 5xx too, and is put right by whoever runs it.
        const isLogin = reason instanceof Error && 'code' in reason && reason.code === 'EAUTH';
        return { ok: false, isFinal: code >= 500 && !isLogin, fault };
      }
    },
    close: () => transport.close(),
  };
};
