// The chat without a page: what becomes a link, which key sends, what counts as new, what is said aloud.
import { describe, expect, it } from 'vitest';
import { linked } from '../../../client/features/chat/linked.ts';
import { isSending } from '../../../client/features/chat/sending-key.ts';
import { announcements } from '../../../client/features/room/announcements.ts';
import { unreadLines } from '../../../client/store/chat-seen.ts';
import { instant } from '../../../shared/kernel/ids.ts';
import type { ChatAudience } from '../../../shared/workshop/chat/types.ts';
import { by, given, liveWorkshop, seat, step } from '../../support/workshop-spec.ts';

const links = (text: string) => linked(text).flatMap(({ href }) => (href === null ? [] : [href]));

describe('links', () => {
  it('are http, https and mailto, without what ends the sentence', () => {
    expect(links('see https://example.org/a?b=1, or (http://example.com). mailto:a@example.org!')).toEqual([
      'https://example.org/a?b=1',
      'http://example.com/',
      'mailto:a@example.org',
    ]);
    expect(links('见https://example.org/报告，谢谢。')).toEqual(['https://example.org/%E6%8A%A5%E5%91%8A']);
  });
  it.each([
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'https://bank.example@evil.example/',
    'vbscript:x',
    'file:///etc/passwd',
    'http://',
    'example.org',
  ])('are not made of %s', (text) => expect(links(text)).toEqual([]));
  it('lose nothing of the text', () => {
    const text = '<b>https://example.org</b> & javascript:x https://a.example/(1)';
    expect(
      linked(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  });
});

it('sends by Enter, and never by the Enter that ends a composed word', () => {
  const press = { key: 'Enter', shiftKey: false, isComposing: false, keyCode: 13 };
  expect(isSending(press)).toBe(true);
  expect(isSending({ ...press, isComposing: true })).toBe(false);
  expect(isSending({ ...press, keyCode: 229 })).toBe(false);
  expect(isSending({ ...press, shiftKey: true })).toBe(false);
  expect(isSending({ ...press, key: 'a' })).toBe(false);
});

const says = (name: string, to: ChatAudience) => step({ type: 'chat/say', to, text: 'x' }, by(name));
const ALL: ChatAudience = { kind: 'all' };

it('counts what others wrote since the last line that was read', () => {
  const { state } = given(liveWorkshop, says('ann', ALL), says('bob', ALL), says('ann', ALL), says('bob', ALL));
  const { lines } = state.chat;
  expect(unreadLines(lines, seat('ann'), null)).toHaveLength(2);
  expect(unreadLines(lines, seat('ann'), lines[1]?.id ?? null)).toHaveLength(1);
  expect(unreadLines(lines, seat('ann'), lines[3]?.id ?? null)).toHaveLength(0);
});

it('says aloud that somebody wrote to oneself, and nothing of what is written to all', () => {
  const before = given(liveWorkshop, says('ann', ALL)).state;
  const heard = (to: ChatAudience, self: string, language: 'en' | 'zh-Hans') => {
    const rules = step({ type: 'chat/setRules', rules: { between: true } }, by('chair'));
    const after = given(liveWorkshop, says('ann', ALL), rules, says('bob', to)).state;
    return announcements(before, after, seat(self), language, instant(0));
  };
  expect(heard(ALL, 'chair', 'en')).toEqual([]);
  expect(heard({ kind: 'desk' }, 'chair', 'en')).toEqual(['bob wrote to the chairs in the chat.']);
  expect(heard({ kind: 'seat', seat: seat('ann') }, 'ann', 'zh-Hans')).toEqual(['bob在聊天中给您发来私信。']);
  expect(heard({ kind: 'seat', seat: seat('ann') }, 'bob', 'en')).toEqual([]);
});
