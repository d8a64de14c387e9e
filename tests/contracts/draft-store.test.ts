// What every store of working copies and approvals must do, over both engines.
import { expect, test } from 'vitest';
import type { DraftEntry } from '../../shared/drafting/commands.ts';
import { instant, type OwningOrganizationId, type PersonId, type WorkshopId } from '../../shared/kernel/ids.ts';
import type { ApprovalAnswer, ApprovalLink } from '../../server/ports/drafts.ts';
import { fresh, onBothEngines } from './stores.ts';

const entryOf = (seq: number): DraftEntry => ({
  seq,
  at: instant(1_800_000_000_000 + seq),
  by: { name: '林夏', account: null, seat: null },
  event: { type: 'askApproval', asks: true },
});

const link = (workshop: WorkshopId, person: PersonId, at: number): ApprovalLink => ({
  id: fresh(),
  workshop,
  person,
  secretHash: fresh(),
  language: 'zh-Hans',
  mail: null,
  createdAt: instant(at),
  expiresAt: instant(at + 1000),
  revokedAt: null,
  openedAt: null,
});

onBothEngines('stores of drafts and approvals', ({ open, reopen }) => {
  test('given entries, when the store is opened again, then they are there in order; a number is written once', async () => {
    let stores = await open();
    const workshop = fresh<WorkshopId>();
    for (const seq of [1, 2, 3]) await stores.drafts.append(workshop, entryOf(seq));
    await expect(stores.drafts.append(workshop, entryOf(2))).rejects.toMatchObject({ code: 'store/conflict' });
    stores = await reopen(stores);
    expect(await stores.drafts.load(workshop)).toEqual([1, 2, 3].map(entryOf));
    expect(await stores.drafts.load(fresh())).toEqual([]);
    await stores.close();
  });

  test('given an organization’s style, when another is chosen, then the last one counts', async () => {
    const stores = await open();
    const organization = fresh<OwningOrganizationId>();
    expect(await stores.drafts.styleOf(organization)).toBeNull();
    await stores.drafts.chooseStyle(organization, 'foundation');
    await stores.drafts.chooseStyle(organization, 'institute');
    expect(await stores.drafts.styleOf(organization)).toBe('institute');
    await stores.close();
  });

  test('given a second link to one person, when it is issued, then the first is withdrawn and nobody else’s', async () => {
    let stores = await open();
    const workshop = fresh<WorkshopId>();
    const [a, b] = [fresh<PersonId>(), fresh<PersonId>()];
    const [first, second, other] = [link(workshop, a, 10), link(workshop, a, 20), link(workshop, b, 15)];
    for (const one of [first, other, second]) await stores.approvals.issue(one);
    await stores.approvals.opened(second.id, instant(30));
    await stores.approvals.opened(second.id, instant(40));
    stores = await reopen(stores);
    expect(await stores.approvals.findLink(first.secretHash)).toEqual({ ...first, revokedAt: instant(20) });
    expect(await stores.approvals.links(workshop)).toEqual([
      { ...second, openedAt: instant(30) },
      other,
      { ...first, revokedAt: instant(20) },
    ]);
    expect(await stores.approvals.revoke(workshop, a, instant(50))).toBe(true);
    expect(await stores.approvals.revoke(workshop, a, instant(60))).toBe(false);
    expect(await stores.approvals.findLink(other.secretHash)).toEqual(other);
    expect(await stores.approvals.findLink('nobody’s')).toBeNull();
    await stores.close();
  });

  test('given answers of one instant, when read, then in the order in which they were given', async () => {
    let stores = await open();
    const workshop = fresh<WorkshopId>();
    const answers = (['approved', 'refused', 'changed'] as const).map((answer): ApprovalAnswer => ({
      id: fresh(),
      workshop,
      person: fresh(),
      link: fresh(),
      kind: 'quote',
      hash: 'h',
      answer,
      suggestion: answer === 'changed' ? '花园才活得下去。' : null,
      at: instant(5),
    }));
    for (const one of answers) await stores.approvals.answer(one);
    stores = await reopen(stores);
    expect(await stores.approvals.answers(workshop)).toEqual(answers);
    await stores.close();
  });
});
