import { Writable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { createLog } from '../../bot/logging.ts';

function capture(level: string) {
  const lines: string[] = [];
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      lines.push(String(chunk));
      done();
    },
  });
  return { log: createLog(level, stream), lines };
}

describe('Logs', () => {
  it('are one JSON object a line', () => {
    const { log, lines } = capture('info');
    log.info('webhook stored', { channel: 'zalo', count: 2 });
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 'info',
      event: 'webhook stored',
      channel: 'zalo',
      count: 2,
    });
  });

  it('drop every field that is not on the list', () => {
    const { log, lines } = capture('info');
    const smuggled = { channel: 'zalo', text: 'tôi tên Lê Thị Hoa', phone: '0912345678' };
    log.info('event', smuggled);
    expect(lines.join('')).not.toMatch(/Hoa|0912345678/);
  });

  it('never carry the message of an error, which may quote what a person typed', () => {
    const { log, lines } = capture('info');
    const cause = new Error('E11000 dup key: { phone: "0912345678" }');
    log.error('failed', {
      error: new TypeError('cannot parse "tôi tên Lê Thị Hoa"', { cause }),
    });
    expect(lines.join('')).not.toMatch(/Hoa|0912345678/);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ errorName: 'TypeError', errorCause: 'Error' });
  });

  it('keep to their level', () => {
    const { log, lines } = capture('warn');
    log.info('quiet');
    expect(lines).toEqual([]);
  });
});
