/** Which key does what in the room. Owns the keys and when they are held back; must not know what the actions do. */
export const SHORTCUTS = {
  h: 'hand',
  m: 'microphone',
  v: 'camera',
  '[': 'agenda',
  ']': 'side',
  g: 'layout',
  F2: 'statement',
  d: 'desk',
  u: 'undo',
  '?': 'help',
} as const;

export type ShortcutKey = keyof typeof SHORTCUTS;
export type Shortcut = (typeof SHORTCUTS)[ShortcutKey];

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly isComposing: boolean;
  readonly repeat: boolean;
}

const isShortcutKey = (key: string): key is ShortcutKey => Object.hasOwn(SHORTCUTS, key);

/** A key that writes no letter may act from within a text. */
const WHILE_WRITING: ReadonlySet<Shortcut> = new Set<Shortcut>(['statement']);

/** Null while writing, composing (pinyin!), with a modifier, or with a key held down. */
export const shortcutOf = (press: KeyPress, writing: boolean): Shortcut | null => {
  if (press.isComposing || press.repeat || press.ctrlKey || press.altKey || press.metaKey) return null;
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  const shortcut = isShortcutKey(key) ? SHORTCUTS[key] : null;
  return shortcut === null || (writing && !WHILE_WRITING.has(shortcut)) ? null : shortcut;
};

/** True when the event comes from an open dialog: what lies behind it is not to change. */
export const isInDialog = (event: Event): boolean =>
  event.composedPath().some((target) => target instanceof Element && target.matches('dialog[open]'));

const WRITABLE =
  'input, textarea, select, [contenteditable=""], [contenteditable="true"], [role="textbox"], dialog[open]';

/** True when the event comes from a place where letters are text. Looks through shadow roots. */
export const isWriting = (event: Event): boolean =>
  event.composedPath().some((target) => target instanceof Element && target.matches(WRITABLE));
