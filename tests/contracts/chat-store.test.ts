// What every store of the chat's words must do, over both engines.
import { expect, test } from 'vitest';
import { instant, type CommandId, type WorkshopId } from '../../shared/kernel/ids.ts';
import { fresh, onBothEngines } from './stores.ts';

onBothEngines('chat store', ({ open, reopen }) => {
  test('given words, when read, then those of that workshop from that time on; erased ones are gone and do not come back', async () => {
    let stores = await open();
    const [workshop, other] = [fresh<WorkshopId>(), fresh<WorkshopId>()];
    const [first, second, third] = [fresh<CommandId>(), fresh<CommandId>(), fresh<CommandId>()];
    expect(await stores.chat.keep(workshop, first, '你好 👋\n<b>', instant(1))).toBe(true);
    expect(await stores.chat.keep(workshop, first, 'something else', instant(9))).toBe(false);
    await stores.chat.keep(workshop, second, 'two', instant(2));
    await stores.chat.keep(workshop, third, 'three', instant(3));
    await stores.chat.keep(other, first, 'elsewhere', instant(1));
    stores = await reopen(stores);
    expect(Object.fromEntries(await stores.chat.read(workshop, instant(0)))).toEqual({
      [first]: '你好 👋\n<b>',
      [second]: 'two',
      [third]: 'three',
    });
    await stores.chat.erase(workshop, [first]);
    await stores.chat.forget(workshop, third);
    expect(await stores.chat.keep(workshop, first, 'again', instant(4))).toBe(false);
    expect(await stores.chat.keep(workshop, third, 'again', instant(4))).toBe(true);
    expect([...(await stores.chat.read(workshop, instant(2))).values()].toSorted()).toEqual(['again', 'two']);
    expect([...(await stores.chat.read(other, instant(0))).values()]).toEqual(['elsewhere']);
    await stores.close();
  });
});
