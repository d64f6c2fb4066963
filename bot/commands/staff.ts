import { parseArgs } from 'node:util';
import { ensureIndexes } from '../../adapters/mongo/ensure-indexes.ts';
import {
  createInvitation,
  invitationLink,
  newStaffMember,
  parseLogin,
} from '../../console/accounts/invitation.ts';
import { ROLES, type Role } from '../../reports/staff.ts';
import { readConfig } from '../config.ts';
import { loadDataKey } from '../data-key.ts';
import { openDatabase } from '../database.ts';
import { createLog } from '../logging.ts';
import { openOutside } from '../outside.ts';
import { inWords, runCommand } from './run.ts';

const USAGE =
  'Cách dùng: npm run staff -- add --name "Họ tên" --login ten.dang.nhap --role admin|officer|editor';

function isRole(text: string): text is Role {
  return ROLES.some((role) => role === text);
}

/** `npm run staff -- add --name … --login … --role …`: makes an account and prints its one-time link. */
async function main(words: string[]): Promise<void> {
  const { positionals, values } = parseArgs({
    args: words,
    allowPositionals: true,
    options: { name: { type: 'string' }, login: { type: 'string' }, role: { type: 'string' } },
  });
  const login = parseLogin(values.login ?? '');
  const name = values.name?.trim() ?? '';
  const role = values.role ?? '';
  if (positionals[0] !== 'add' || login === null || name === '' || name.length > 80 || !isRole(role))
    throw new Error(USAGE);
  const config = readConfig();
  const database = await openDatabase(config, (line) => process.stderr.write(`${line}\n`));
  try {
    await database.patiently((db) => ensureIndexes(db));
    const dataKey = await loadDataKey(config);
    const { staff, clock, newId } = openOutside({
      ...database,
      config,
      dataKey,
      log: createLog('error', process.stderr),
    });
    if ((await staff.byLogin(login)) !== null) throw new Error(`Tên đăng nhập ${login} đã có người dùng`);
    const now = clock();
    const { token, invitation } = createInvitation(now);
    await staff.add(newStaffMember({ id: newId(), login, name, role, invitation, now }));
    const publicUrl = config.publicUrl ?? `http://${config.host}:${config.port}`;
    process.stdout.write(`Liên kết dùng một lần cho ${name}: ${invitationLink(publicUrl, token)}\n`);
  } finally {
    await database.close();
  }
}

runCommand(main, inWords('The account could not be made'));
