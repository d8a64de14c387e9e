// The browser's composition root: language and theme at once, then the frame, which fetches the page that is asked for.
import './app/shell.ts';
import { language$, showLanguage } from './store/language.ts';
import { showTheme } from './store/theme.ts';

showLanguage(language$.get());
showTheme();
