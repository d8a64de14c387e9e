/** What every part of the plan is made of: the region of the room it is like, and how a field of the brief is revised. Must not know any part. */
import { property } from 'lit/decorators.js';
import { say, type Values } from '../../../shared/languages/area.ts';
import { planningArea, type PlanningPhrase } from '../../../shared/languages/areas/planning.ts';
import type { BriefState, Clearable } from '../../../shared/workshop/brief/types.ts';
import { Region } from '../room/region.ts';

export type Revise = (brief: Partial<BriefState>, cleared?: readonly Clearable[]) => void;

export abstract class Part extends Region {
  @property({ attribute: false }) revise!: Revise;

  protected t(key: PlanningPhrase, values?: Values): string {
    return say(planningArea, this.language, key, values);
  }

  /** Gives the field, or clears it where nothing is given. */
  protected giveOrClear<Field extends Clearable>(field: Field, value: BriefState[Field] | null): void {
    if (value === null || value === undefined) this.revise({}, [field]);
    else this.revise({ [field]: value });
  }
}

/** A whole number within bounds from a control; null: empty; undefined: not to be taken. */
export const wholeIn = (typed: string, least: number, most: number): number | null | undefined => {
  if (typed.trim() === '') return null;
  const number = Number(typed);
  return Number.isInteger(number) && number >= least && number <= most ? number : undefined;
};
