// The product as a process, killed at random around the hour at which reminders are due: each recipient gets each reminder once. Two mails under one
// name are one letter: what was on its way when the process died is sent again as the same one. REMINDER_KILLS sets how often it is killed.
import { expect, test } from 'vitest';
import type { Instant } from '../../../shared/kernel/ids.ts';
import { HOUR } from '../../support/inviting.ts';
import { startMailServer } from '../../support/mail-server.ts';
import { post, startWorkshop } from '../../support/node-participant.ts';
import { connect } from '../../support/seat-client.ts';
import { serverProcess } from '../../support/server-process.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const KILLS = Number(process.env['REMINDER_KILLS'] ?? 2);
const PEOPLE = 5;
const LEAD_MS = 2500;
const AROUND_MS = 1500;

const waited = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

test(
  `killed ${KILLS} times around due times, each recipient gets each reminder once`,
  { timeout: 60_000 + KILLS * 30_000 },
  async () => {
    const mail = await startMailServer();
    const house = await serverProcess(temporaryFolder(), { SMTP_URL: mail.url, MAIL_FROM: 'plenary@example.org' });
    await house.start();
    const recipients: string[] = [];
    const reminders = (): readonly { readonly to: string; readonly name: string }[] =>
      mail.received
        .filter(({ raw }) => /^Subject: In an hour/m.test(raw))
        .map(({ to, raw }) => ({ to, name: /^Message-ID: (.*)$/im.exec(raw)?.[1] ?? '' }));
    try {
      for (let round = 0; round < KILLS; round += 1) {
        const founded = await startWorkshop(house.url, `Workshop ${round}`, 'Lin Xia');
        const chair = await connect(house.url, founded);
        const startsAt = Date.now() + HOUR + LEAD_MS;
        const revised = await chair.send({
          type: 'brief/revise',
          brief: { startsAt: startsAt as Instant, endsAt: (startsAt + HOUR) as Instant },
        });
        expect(revised).toMatchObject({ ok: true });
        const people = Array.from({ length: PEOPLE }, (_, n) => ({
          name: `Guest ${n}`,
          mail: `guest-${round}-${n}@example.org`,
          role: 'participant',
          language: 'en',
        }));
        await post(house.url, `/api/workshops/${founded.workshop}/invitations`, { people }, founded.seatToken);
        recipients.push(...people.map((one) => one.mail));
        chair.socket.close();
        const due = startsAt - HOUR;
        await waited(Math.max(0, due - Date.now() + (Math.random() * 2 - 1) * AROUND_MS));
        await house.kill();
        await house.start();
        while (new Set(reminders().map(({ name }) => name)).size < recipients.length) await waited(50);
      }
      // Whatever would go out a second time has time to.
      await waited(1000);
      const names = new Map(recipients.map((to) => [to, new Set<string>()]));
      for (const { to, name } of reminders()) names.get(to)?.add(name);
      expect([...names].filter(([, own]) => own.size !== 1)).toEqual([]);
      expect(names.size).toBe(KILLS * PEOPLE);
      // Under one name they are one letter to a mailbox; most are never sent twice.
      expect(reminders().length - recipients.length).toBeLessThanOrEqual(KILLS * 4);
    } finally {
      await house.stop();
    }
  },
);
