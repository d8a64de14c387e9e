/**
 * What every region of the room is made of: the store, the language, and how a wish is sent and a refusal told.
 * Must not know any region in particular.
 */
import { SignalWatcher } from '@lit-labs/signals';
import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { Language } from '../../../shared/kernel/language.ts';
import type { WorkshopCommand, WorkshopState } from '../../../shared/workshop/workshop.ts';
import { undoOf } from '../../../shared/workshop/undo.ts';
import { offerUndo } from '../../store/undo.ts';
import type { WorkshopStore } from '../../store/workshop-store.ts';
import { tellNo } from './tell-no.ts';

export abstract class Region extends SignalWatcher(LitElement) {
  @property({ attribute: false }) store!: WorkshopStore;
  @property({ attribute: false }) language!: Language;

  /** The view with this person's hopes; null before the first welcome. */
  protected get view(): WorkshopState | null {
    return this.store.view$.get();
  }

  /** Sends a wish; a refusal is told in words. True when it was accepted. */
  protected async ask(command: WorkshopCommand): Promise<boolean> {
    const before = this.store.confirmed$.get();
    const reply = await this.store.send(command);
    if (!reply.ok) void tellNo(reply, this.language);
    const undo = reply.ok && before !== null ? undoOf(before, command) : null;
    if (undo !== null) offerUndo({ done: command.type, undo });
    return reply.ok;
  }
}
