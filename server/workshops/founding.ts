/** How a workshop comes to be: started from a title, or written from commands with their own times. Owns the first entries of a log. */
import {
  id,
  instant,
  type AgendaItemId,
  type CommandId,
  type Instant,
  type WorkshopId,
} from '../../shared/kernel/ids.ts';
import type { Language, LocalText } from '../../shared/kernel/language.ts';
import { say } from '../../shared/languages/area.ts';
import { usualAgendaArea } from '../../shared/languages/areas/usual-agenda.ts';
import type { Actor } from '../../shared/workshop/actor.ts';
import { decide, evolveEntry, initialState } from '../../shared/workshop/decider.ts';
import { LOG_VERSION, type Entry, type WorkshopCommand } from '../../shared/workshop/workshop.ts';
import type { Clock, FactStore, Mint, WorkshopOwner, WorkshopSummary } from '../ports.ts';
import { summaryOf } from './summary.ts';

export interface FirstCommand {
  readonly command: WorkshopCommand;
  readonly at: Instant;
  readonly by: Actor;
}

export type Founding =
  | { readonly ok: true; readonly workshop: WorkshopId }
  | { readonly ok: false; readonly code: string; readonly command: string };

const HOST: Actor = { kind: 'host' };
const HOUR_MS = 3_600_000;

/** The agenda a workshop starts with when nobody has made one; the chair changes it at will. */
const USUAL_AGENDA = [
  { kind: 'opening', minutes: 5 },
  { kind: 'presentation', minutes: 30 },
  { kind: 'discussion', minutes: 20 },
  { kind: 'closing', minutes: 5 },
] as const;

export interface Founder {
  /**
   * Writes a new workshop's log by deciding each command in turn; nothing is stored when one is refused. `prepare` runs just before: what it
   * stores belongs to nobody should the log not be written.
   */
  found(
    origin: WorkshopSummary['origin'],
    commands: readonly FirstCommand[],
    prepare?: (workshop: WorkshopId) => Promise<void>,
    owner?: WorkshopOwner,
  ): Promise<Founding>;
  /** "Start a workshop now": the title, a usual agenda, beginning now. */
  start(
    wish: { readonly title: LocalText; readonly language: Language; readonly timeZone: string },
    owner?: WorkshopOwner,
  ): Promise<Founding>;
}

export const createFounder = (facts: FactStore, clock: Clock, mint: Mint): Founder => {
  const found: Founder['found'] = async (origin, commands, prepare, owner) => {
    const workshop = id<WorkshopId>(mint.id());
    const entries: Entry[] = [];
    let state = initialState;
    for (const { command, at, by } of commands) {
      const cause = id<CommandId>(mint.id());
      const decision = decide(state, command, { by, at, cause });
      if (!decision.ok) return { ok: false, code: decision.refusal.code, command: command.type };
      if (decision.events.length === 0) continue;
      const entry: Entry = { seq: entries.length + 1, at, by, cause, v: LOG_VERSION, events: decision.events };
      state = evolveEntry(state, entry);
      entries.push(entry);
    }
    await prepare?.(workshop);
    await facts.create(summaryOf(workshop, state, { createdAt: clock.now(), origin }), entries, owner);
    return { ok: true, workshop };
  };

  return {
    found,
    start({ title, language, timeZone }, owner) {
      const at = clock.now();
      const minutes = USUAL_AGENDA.reduce((sum, item) => sum + item.minutes, 0);
      const commands: WorkshopCommand[] = [
        {
          type: 'brief/revise',
          brief: {
            title,
            language,
            timeZone,
            startsAt: at,
            endsAt: instant(at + Math.max(HOUR_MS, minutes * 60_000)),
          },
        },
        ...USUAL_AGENDA.map((item): WorkshopCommand => ({
          type: 'agenda/add',
          item: id<AgendaItemId>(mint.id()),
          plan: {
            kind: item.kind,
            title: { en: say(usualAgendaArea, 'en', item.kind), 'zh-Hans': say(usualAgendaArea, 'zh-Hans', item.kind) },
            minutes: item.minutes,
            presenters: [],
            offTheRecord: false,
          },
        })),
      ];
      return found(
        'started',
        commands.map((command) => ({ command, at, by: HOST })),
        undefined,
        owner,
      );
    },
  };
};
