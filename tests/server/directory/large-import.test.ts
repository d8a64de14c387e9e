// 5,000 people in one table, over HTTP as a member brings them: every good row is in, every bad one is in the report, and progress is told.
import { expect, test } from 'vitest';
import { signUp } from '../../support/account-client.ts';
import { tableOfPeople } from '../../support/directory-table.ts';
import { startServer } from '../../support/server.ts';

interface Job {
  readonly id: string;
  readonly state: string;
  readonly total: number;
  readonly good: number;
  readonly done: number;
  readonly added: number;
  readonly skipped: number;
  readonly bad: readonly { readonly line: number }[];
}

test(
  '5,000 people are brought in whole, with a report of the rows that could not be',
  { timeout: 120_000 },
  async () => {
    const server = await startServer();
    const { client } = await signUp(server, { email: 'owner@example.org', organizationRole: 'owner' });
    const headers = { origin: client.url, cookie: client.cookie, 'content-type': 'text/csv' };
    const brought = await fetch(`${client.url}/api/directory/imports?kind=person`, {
      method: 'POST',
      headers,
      body: tableOfPeople(5000),
    });
    const job = (await brought.json()) as Job;
    expect(job).toMatchObject({ state: 'preview', total: 5000, good: 4900 });
    expect(job.bad.map(({ line }) => line)).toEqual(Array.from({ length: 100 }, (_, at) => at * 50 + 51));

    await client.post(`/api/directory/imports/${job.id}/start`, { whenKnown: 'skip' });
    const told = new Set<number>();
    let now: Job;
    do {
      now = await client.get<Job>(`/api/directory/imports/${job.id}`);
      told.add(now.done);
    } while (now.state === 'running');
    expect(now).toMatchObject({ state: 'done', done: 5000, added: 4900, skipped: 100 });
    expect([...told]).toEqual([...told].sort((a, b) => a - b));
    expect(told.size).toBeGreaterThan(2);

    const count = async (kind: string, q = ''): Promise<number> =>
      (await client.get<{ total: number }>(`/api/directory/entries?kind=${kind}&q=${q}`)).total;
    expect([await count('person'), await count('organization')]).toEqual([4900, 216]);
    expect(await count('person', 'development%20199')).toBe(0);
    expect(await count('person', 'development%20198')).toBe(25);

    const report = await fetch(`${client.url}/api/directory/imports/${job.id}/bad-rows.csv`, { headers });
    const lines = (await report.text()).trim().split('\r\n');
    expect(lines).toHaveLength(101);
    expect(lines.slice(1).every((line) => line.includes('csv/badEmail'))).toBe(true);
  },
);
