// `npm run screens`: a picture of every view at three widths, in both languages, the room also by night, for a person to look at.
import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { launchChromium } from '../support/chromium.ts';
import { openHouse } from '../support/tour/house.ts';
import { walkSignedIn, type SignedInView } from '../support/tour/signed-in.ts';
import { TOUR_LANGUAGES, walk, type View } from '../support/tour/tour.ts';
import type { Visitor } from '../support/tour/visitor.ts';

const WIDTHS = [1440, 768, 360] as const;
const out = fileURLToPath(new URL('out/', import.meta.url));
/** Words on the command line choose views: `npm run screens -- room`. */
const wanted = process.argv.slice(2);

const shoot = async (view: View | SignedInView, visitor: Visitor): Promise<void> => {
  if (wanted.length > 0 && !wanted.some((word) => view.includes(word))) return;
  const { page } = visitor;
  const picture = async (name: string): Promise<void> => {
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: width < 500 ? 740 : 900 });
      const fullPage = !view.startsWith('room');
      await page.screenshot({ path: join(out, `${view}.${name}.${width}.png`), fullPage });
    }
  };
  for (const language of TOUR_LANGUAGES) {
    await visitor.speak(language);
    await picture(language);
  }
  await visitor.speak('en');
  await page.emulateMedia({ colorScheme: 'dark' });
  await picture('dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1440, height: 900 });
  console.log(view);
  for (const fault of visitor.faults.splice(0)) console.log(`  ${fault}`);
};

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const house = await openHouse();
const browser = await launchChromium();
try {
  await walk({ browser, url: house.url, show: shoot });
  await walkSignedIn({ browser, house, show: shoot });
} finally {
  await browser.close();
  await house.close();
}
console.log(`Pictures are in ${out}`);
