/** A letter's words as text and as HTML, from its template. Owns the look of a letter; whatever was typed by people is escaped here. */
import { say } from '../../shared/languages/area.ts';
import { mailArea } from '../../shared/languages/areas/mail.ts';
import type { Letter, LetterWish } from '../ports/mail.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

const INK = '#1c1b19';
const QUIET = '#5c5850';
const GREEN = '#1f5c43';
const FONTS = "system-ui,-apple-system,'PingFang SC','Microsoft YaHei','Noto Sans SC',sans-serif";

export const writeLetter = (wish: Pick<LetterWish, 'template' | 'values' | 'language' | 'calendar'>): Letter => {
  const { template, values, language, calendar } = wish;
  const part = (name: 'subject' | 'body' | 'action' | 'note'): string =>
    say(mailArea, language, `${template}.${name}`, values);
  const footer = say(mailArea, language, 'footer', { site: new URL(values.url).host });
  const [body, action, note] = [part('body'), part('action'), part('note')];
  const text = [body, `${action}:\n${values.url}`, note, `-- \n${footer}`].join('\n\n');
  const paragraph = (words: string, style: string): string =>
    `<p style="margin:0 0 20px;${style}">${escape(words).replaceAll('\n', '<br>')}</p>`;
  const html = [
    `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>${escape(part('subject'))}</title>`,
    `<body style="margin:0;padding:24px;background:#fbf9f4;color:${INK};font:16px/1.6 ${FONTS}">`,
    '<div style="max-width:560px;margin:0 auto">',
    ...body.split('\n\n').map((words) => paragraph(words, '')),
    `<p style="margin:0 0 20px"><a href="${escape(values.url)}" style="display:inline-block;padding:12px 20px;`,
    `background:${GREEN};color:#fff;text-decoration:none;border-radius:6px">${escape(action)}</a></p>`,
    paragraph(values.url, `color:${QUIET};font-size:14px;word-break:break-all`),
    paragraph(note, `color:${QUIET};font-size:14px`),
    `<p style="margin:0;padding-top:16px;border-top:1px solid #e4dfd3;color:${QUIET};font-size:13px">${escape(footer)}</p>`,
    '</div></body></html>',
  ].join('');
  // A subject is one line, whatever a name brings along.
  const subject = part('subject').replace(/\s+/g, ' ');
  return { subject, text, html, ...(calendar && { calendar }) };
};
