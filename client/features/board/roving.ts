/** Arrow keys go through a toolbar, Tab leaves it. Owns which button Tab finds. */
export const rove = (event: KeyboardEvent): void => {
  const bar = event.currentTarget;
  if (!(bar instanceof HTMLElement) || event.isComposing) return;
  const buttons = [...bar.querySelectorAll<HTMLButtonElement>('button:not(:disabled)')];
  const at = buttons.findIndex((button) => button === event.target);
  const goal = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (goal === undefined || at < 0) return;
  const next = buttons[(goal + buttons.length) % buttons.length];
  for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
  next?.focus();
  event.preventDefault();
};

/** The text keeps its focus and selection when a button is pressed with the mouse. */
export const keepFocus = (event: Event): void => event.preventDefault();
