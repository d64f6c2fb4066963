import { createChannels } from '../compose-channels.ts';
import { readConfig } from '../config.ts';
import { loadDataKey } from '../data-key.ts';
import { openDatabase } from '../database.ts';
import { createLog } from '../logging.ts';
import { openOutside } from '../outside.ts';
import { roadCollections } from '../road/documents.ts';
import { channelStatus, printChannels } from './channels/channel-table.ts';
import { pageFace } from './channels/page-face.ts';
import { inWords, runCommand } from './run.ts';

const USAGE = 'Cách dùng: npm run channels -- setup|status';

/** `npm run channels -- setup|status`: what the Page shows and sends us is set, or how the channels do is told. */
async function main([command, ...rest]: readonly string[]): Promise<void> {
  if ((command !== 'setup' && command !== 'status') || rest.length > 0) throw new Error(USAGE);
  const config = readConfig();
  const database = await openDatabase(config, (line) => process.stderr.write(`${line}\n`));
  try {
    const dataKey = await loadDataKey(config);
    const log = createLog('error', process.stderr);
    const outer = openOutside({ ...database, config, dataKey, log });
    const channels = createChannels(outer);
    if (command === 'setup') {
      if (channels.messenger === null) throw new Error('Messenger chưa có thông tin kết nối (MESSENGER_…)');
      const face = await channels.messenger.page.setFace(pageFace(config.commune.policeName));
      if (!face.ok) throw new Error(`Meta không nhận phần hiển thị của Trang (mã ${face.code})`);
      const subscribed = await channels.messenger.page.subscribe();
      if (!subscribed.ok) throw new Error(`Meta không nhận đăng ký sự kiện (mã ${subscribed.code})`);
    }
    const table = await channelStatus({ ...channels, inbox: roadCollections(outer.db).inbox });
    process.stdout.write(`${printChannels(table)}\n`);
  } finally {
    await database.close();
  }
}

runCommand(main, inWords('The channels could not be read'));
