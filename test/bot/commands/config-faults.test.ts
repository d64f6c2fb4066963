import { describe, expect, it } from '@jest/globals';
import { runCommand } from '../../support/run-command.ts';

describe('A command whose configuration cannot be used', () => {
  it.each([
    ['ask', ['otp là gì']],
    ['backup', ['/nowhere']],
    ['staff', ['add', '--name', 'Lê Thị B', '--login', 'le.thi.b', '--role', 'officer']],
  ])(
    '%s names the faults and ends as the program itself does',
    async (command, words) => {
      const { exitCode, printed } = await runCommand(command, words, { PORT: 'x', ZALO_APP_ID: '1' });
      expect(exitCode).toBe(78);
      expect(printed).toMatch(/PORT: .*ZALO_APP_SECRET: missing/s);
    },
    60_000,
  );
});
