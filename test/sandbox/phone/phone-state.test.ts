import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openPhoneWorld } from './phone-world.ts';
import type { PhoneWorld } from './phone-world.ts';

let folder: string;
let stateFile: string;
let world: PhoneWorld;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'phone-state-'));
  stateFile = path.join(folder, 'sandbox.json');
  world = await openPhoneWorld(stateFile);
});
afterEach(async () => {
  await world.close();
  await rm(folder, { recursive: true, force: true });
});

async function restart(): Promise<void> {
  await world.close();
  world = await openPhoneWorld(stateFile);
}

describe('a restart of the program', () => {
  it('keeps residents, chats and their order on both apps', async () => {
    await world.call('POST', 'residents');
    await world.call('POST', 'zalo/r2/text', { text: 'một' });
    await world.call('POST', 'zalo/r2/location', { name: 'UBND xã', latitude: 21, longitude: 105 });
    await world.call('POST', 'messenger/r1/text', { text: 'hai' });
    await world.settled();
    const before = [await world.messages('zalo', 'r2'), await world.messages('messenger')];
    await restart();
    expect([await world.messages('zalo', 'r2'), await world.messages('messenger')]).toEqual(before);
  });

  it('leaves the window open and the buttons working', async () => {
    await world.call('POST', 'zalo/r1/text', { text: 'alo' });
    await world.settled();
    const userId = world.lastWriter('zalo');
    const buttons = [{ title: 'Có', type: 'oa.query.hide', payload: 'pb:yes' }];
    await world.botSays('zalo', userId, {
      text: 'Có?',
      attachment: { type: 'template', payload: { buttons } },
    });
    await restart();
    const asked = (await world.messages('zalo')).at(-1)!;
    expect((await world.call('POST', 'zalo/r1/tap', { messageId: asked.id, index: 0 })).status).toBe(200);
    await world.settled();
    expect(world.webhooks.at(-1)?.body).toContain('"text":"pb:yes"');
    expect(await world.botSays('zalo', userId, { text: 'Cảm ơn' })).toBe(0);
  });

  it('keeps the addresses of photos good, for the page and for the bot', async () => {
    const bytes = Buffer.from('not really a photo');
    await world.upload('messenger/r1/file?name=anh.png&type=image/png', bytes);
    await world.settled();
    await restart();
    const { media } = (await world.messages('messenger'))[0]!;
    // The port is another one in this test; the path is the address.
    const response = await fetch(new URL(new URL(media!.url).pathname, world.pageUrl));
    expect(response.headers.get('content-type')).toContain('image/png');
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it('keeps the bot’s token: the one it was given before still opens the door', async () => {
    world.zalo.tokens.expireAccess();
    await restart();
    await world.call('POST', 'zalo/r1/text', { text: 'alo' });
    await world.settled();
    expect(await world.botSays('zalo', world.lastWriter('zalo'), { text: 'Chào' })).toBe(-220);
  });

  it.each(['', '{"residents":', '[]', '{"residents":[{"id":"x"}]}', '{"residents":[],"zalo":5}'])(
    'begins anew from a state file that holds %j',
    async (content) => {
      await world.close();
      await writeFile(stateFile, content);
      world = await openPhoneWorld(stateFile);
      expect(await world.messages('zalo')).toEqual([]);
      expect((await world.call('POST', 'zalo/r1/text', { text: 'alo' })).status).toBe(200);
    },
  );

  it('writes a file for its owner alone, whole or not at all, and bounded', async () => {
    for (let number = 0; number < 130; number += 1) {
      await world.call('POST', 'zalo/r1/text', { text: `tin ${number}` });
    }
    await world.settled();
    await restart();
    expect((await stat(stateFile)).mode & 0o777).toBe(0o600);
    expect((await readdir(folder)).filter((name) => name.endsWith('.new'))).toEqual([]);
    expect(JSON.parse(await readFile(stateFile, 'utf8'))).toHaveProperty('residents');
    const kept = await world.messages('zalo');
    expect(kept).toHaveLength(100);
    expect(kept.at(-1)?.text).toBe('tin 129');
  });
});
