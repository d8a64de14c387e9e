/** A letter's words without the secrets of its links: what is kept of one that went out. */
import type { Letter } from '../ports/mail.ts';

export const withoutSecrets = (letter: Letter): Letter => {
  const hide = (text: string): string => text.replace(/#k=[\w-]+/g, '#k=…');
  const { calendar } = letter;
  return {
    ...letter,
    text: hide(letter.text),
    html: hide(letter.html),
    // A secret may run over a fold.
    ...(calendar && { calendar: { ...calendar, ics: hide(calendar.ics.replaceAll('\r\n ', '')) } }),
  };
};
