import { expect, test } from 'vitest';
import { COMMAND_ACCESS } from '../../../shared/workshop/command-access.ts';
import { PERMISSIONS, roleMay, type Permission } from '../../../shared/workshop/permissions.ts';
import { decide } from '../../../shared/workshop/decider.ts';
import { ROLES } from '../../../shared/workshop/roles.ts';
import { instant, id } from '../../../shared/kernel/ids.ts';
import type { WorkshopCommand } from '../../../shared/workshop/workshop.ts';
import {
  by,
  clock,
  door,
  given,
  host,
  item,
  liveWorkshop,
  plan,
  present,
  seat,
  step,
} from '../../support/workshop-spec.ts';

test('[C1] each role may send exactly what the table allows', () => {
  for (const role of ROLES) {
    const { state } = given(...present('chair', 'chair'), ...present('x', role));
    for (const [type, access] of Object.entries(COMMAND_ACCESS)) {
      // Only the table speaks here, so the rest of the command need not be there when it refuses.
      const command = { type, seat: seat('nobody'), item: item('none'), person: { id: 'p-x', positions: [] } };
      const may = access === 'seated' || (access in PERMISSIONS && roleMay(role, access as Permission));
      if (may) continue;
      const decision = decide(state, command as unknown as WorkshopCommand, {
        by: by('x'),
        at: instant(0),
        cause: id('c'),
      });
      expect([role, type, decision.ok ? 'accepted' : decision.refusal.code]).toEqual([role, type, 'permission/denied']);
    }
  }
});

test('[C2] who has no seat is refused', () => {
  given(liveWorkshop).when({ type: 'floor/raiseHand' }, by('stranger')).refused('permission/notSeated');
  given(liveWorkshop, step({ type: 'participants/remove', seat: seat('ann') }))
    .when({ type: 'floor/raiseHand' }, by('ann'))
    .refused('permission/notSeated');
});

test('[C3] door and clock are for the server alone', () => {
  const workshop = given(liveWorkshop);
  workshop.when({ type: 'participants/arrive', seat: seat('ann') }, by('chair')).refused('permission/denied');
  workshop.when({ type: 'floor/giveUpWaiting', seat: seat('ann') }, by('chair')).refused('permission/denied');
  workshop.when({ type: 'session/end' }, door).refused('permission/denied');
  workshop.when({ type: 'participants/arrive', seat: seat('ann') }, clock).refused('permission/denied');
});

test('[C4] the host may do the desk’s work', () => {
  given(liveWorkshop)
    .when({ type: 'agenda/begin', item: item('one') }, host)
    .brings({ type: 'agenda/itemBegun', item: item('one') });
});

test('[C5] after the end agenda, floor and stage are closed', () => {
  const over = given(liveWorkshop, step({ type: 'session/end' }));
  over.when({ type: 'floor/raiseHand' }, by('ann')).refused('session/over');
  over.when({ type: 'agenda/add', item: item('x'), plan: plan() }, by('chair')).refused('session/over');
  over.when({ type: 'stage/silenceAll' }, by('chair')).refused('session/over');
  over
    .when({ type: 'brief/revise', brief: { title: { en: 'T' } } }, by('chair'))
    .brings({ type: 'brief/revised', brief: { title: { en: 'T' } } });
});
