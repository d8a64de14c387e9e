/** Light paper, dark paper, or as the system has it: chosen and remembered. Owns the attribute on <html>; colours stand in ui/tokens.css. */
import { signal } from '@lit-labs/signals';
import type { Readable } from '../connection/signals.ts';
import { recall, remember } from './memory.ts';

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const KEY = 'plenary.theme';
const current$ = signal<Theme>(THEMES.find((theme) => theme === recall(KEY)) ?? 'auto');

export const theme$: Readable<Theme> = current$;

export const showTheme = (theme: Theme = current$.get()): void => {
  if (theme === 'auto') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
};

export const chooseTheme = (theme: Theme): void => {
  remember(KEY, theme === 'auto' ? null : theme);
  current$.set(theme);
  showTheme(theme);
};
