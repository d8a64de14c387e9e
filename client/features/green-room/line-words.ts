/** How a line carries, in words. Must not know where they stand. */
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { lineArea } from '../../../shared/languages/areas/line-quality.ts';
import type { LineQuality } from '../../../shared/protocol/workshop-messages.ts';
import { gradeOf } from '../../media/quality.ts';

export const figuresOf = ({ loss, roundTrip, freezes }: LineQuality, language: Language): string => {
  const values = { loss: Math.round(loss * 100), freezes };
  return roundTrip === null
    ? say(lineArea, language, 'figuresWithoutTime', values)
    : say(lineArea, language, 'figures', { ...values, roundTrip });
};

export const ownLineWords = (quality: LineQuality, language: Language): string =>
  say(lineArea, language, `own.${gradeOf(quality)}`);

/** Null while there is nothing to worry about. */
export const otherLineWords = (quality: LineQuality, language: Language): string | null => {
  const grade = gradeOf(quality);
  return grade === 'good' ? null : say(lineArea, language, `other.${grade}`);
};
