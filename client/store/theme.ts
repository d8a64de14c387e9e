/** Light paper or dark: chosen and remembered, from the system at first. Owns the attribute on <html>. */
import { signal } from '@lit-labs/signals';
import type { Readable } from '../connection/signals.ts';
import { recall, remember } from './memory.ts';

export type Theme = 'light' | 'dark';

const KEY = 'plenary.theme';
const current$ = signal<Theme>('light');

export const theme$: Readable<Theme> = current$;

const show = (theme: Theme): void => {
  current$.set(theme);
  document.documentElement.dataset['theme'] = theme;
};

export const followTheme = (): void => {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const kept = recall(KEY);
  show(kept === 'dark' || (kept !== 'light' && system.matches) ? 'dark' : 'light');
  system.addEventListener('change', () => {
    if (recall(KEY) === null) show(system.matches ? 'dark' : 'light');
  });
};

export const toggleTheme = (): void => {
  const theme = current$.get() === 'dark' ? 'light' : 'dark';
  remember(KEY, theme);
  show(theme);
};
