/** Which key does what in the room. Owns the keys and when they are held back; must not know what the actions do. */
export const SHORTCUTS = {
  h: 'hand',
  m: 'microphone',
  v: 'camera',
  '[': 'agenda',
  ']': 'side',
  g: 'layout',
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

/** Null while writing, composing (pinyin!), with a modifier, or with a key held down. */
export const shortcutOf = (press: KeyPress, writing: boolean): Shortcut | null => {
  if (writing || press.isComposing || press.repeat || press.ctrlKey || press.altKey || press.metaKey) return null;
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  return isShortcutKey(key) ? SHORTCUTS[key] : null;
};

const WRITABLE =
  'input, textarea, select, [contenteditable=""], [contenteditable="true"], [role="textbox"], dialog[open]';

/** True when the event comes from a place where letters are text. Looks through shadow roots. */
export const isWriting = (event: Event): boolean =>
  event.composedPath().some((target) => target instanceof Element && target.matches(WRITABLE));
