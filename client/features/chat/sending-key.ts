/** Whether a key press sends what is written. Pure. The Enter that chooses a word while composing (pinyin!) never does. */
export interface Pressed {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly isComposing: boolean;
  /** 229 while an input method handles the key: Safari says so after `compositionend`, when `isComposing` is false already. */
  readonly keyCode: number;
}

export const isSending = ({ key, shiftKey, isComposing, keyCode }: Pressed): boolean =>
  key === 'Enter' && !shiftKey && !isComposing && keyCode !== 229;
