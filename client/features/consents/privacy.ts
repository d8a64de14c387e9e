/** The dialogs that few ever open, in one script fetched when the first is. Owns which one a wish opens. */
import './consent-policy.ts';
import './name-removal.ts';
import type { PrivacyAsked } from './privacy-asked.ts';

export const openPrivacy = (within: ParentNode, wish: PrivacyAsked['wish']): void => {
  if (wish === 'policy') within.querySelector('plenary-consent-policy')?.show();
  else within.querySelector('plenary-name-removal')?.show(wish.person);
};
