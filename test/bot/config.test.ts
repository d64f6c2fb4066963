import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { ConfigError, readConfig } from '../../bot/config.ts';

const zalo = {
  ZALO_APP_ID: '1',
  ZALO_APP_SECRET: 's',
  ZALO_OA_ID: '2',
  ZALO_OA_SECRET_KEY: 'k',
  ZALO_ACCESS_TOKEN: 't',
};
const messenger = {
  MESSENGER_PAGE_ID: '3',
  MESSENGER_APP_SECRET: 's',
  MESSENGER_VERIFY_TOKEN: 'v',
  MESSENGER_PAGE_ACCESS_TOKEN: 't',
};
const key = Buffer.alloc(32, 7).toString('base64');

function faultsOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
}

/** The variables of `.env.example`. */
function readExample(): Record<string, string> {
  const text = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
  const lines = [...text.matchAll(/^([A-Z_]+)=(.*)$/gmu)];
  return Object.fromEntries(lines.map(([, name = '', value = '']): [string, string] => [name, value]));
}

describe('Configuration', () => {
  it('needs nothing: the sandbox is on and the database is embedded', () => {
    const config = readConfig({});
    expect(config).toMatchObject({ port: 3978, host: '127.0.0.1', sandbox: true, mongodb: { uri: null } });
  });

  it('switches the sandbox off as soon as a channel is configured', () => {
    expect(readConfig(zalo).sandbox).toBe(false);
    expect(readConfig(messenger).sandbox).toBe(false);
    expect(readConfig({ ...zalo, SANDBOX: 'on' }).sandbox).toBe(true);
  });

  it.each([
    ['a port that is none', { PORT: '99999' }, 'PORT'],
    ['a public address without http', { PUBLIC_URL: 'example.test' }, 'PUBLIC_URL'],
    ['a key of the wrong length', { DATA_KEY: 'c2hvcnQ=' }, 'DATA_KEY'],
    ['a database of one’s own without a key', { MONGODB_URI: 'mongodb://127.0.0.1' }, 'DATA_KEY'],
    ['a database’s address that is none', { MONGODB_URI: 'localhost:27017', DATA_KEY: key }, 'MONGODB_URI'],
    ['an unknown database', { EMBEDDED_DATABASE: 'sqlite' }, 'EMBEDDED_DATABASE'],
    ['half of Zalo', { ZALO_APP_ID: '1' }, 'ZALO_OA_SECRET_KEY'],
    ['Zalo without any token', { ...zalo, ZALO_ACCESS_TOKEN: '' }, 'ZALO_REFRESH_TOKEN'],
    ['a Zalo token alone', { ZALO_ACCESS_TOKEN: 't' }, 'ZALO_APP_ID'],
    ['half of Messenger', { MESSENGER_PAGE_ID: '1' }, 'MESSENGER_APP_SECRET'],
    [
      'a template that can be no id',
      { ...zalo, ZALO_NUDGE_TEMPLATE_ID: 'tin mới' },
      'ZALO_NUDGE_TEMPLATE_ID',
    ],
    ['a model without its name', { LLM_BASE_URL: 'http://127.0.0.1:1' }, 'LLM_MODEL'],
    ['a Graph version without number', { MESSENGER_GRAPH_VERSION: 'latest' }, 'MESSENGER_GRAPH_VERSION'],
  ])('refuses %s and names the variable', (_what, environment, name) => {
    expect(faultsOf(environment).join('\n')).toContain(name);
  });

  it('reports every fault at once and never a value', () => {
    const faults = faultsOf({ PORT: 'x', DATA_KEY: 'secret-value', LOG_LEVEL: 'loud' });
    expect(faults.map((fault) => fault.split(':')[0])).toEqual(
      expect.arrayContaining(['PORT', 'DATA_KEY', 'LOG_LEVEL']),
    );
    expect(faults.join()).not.toContain('secret-value');
  });

  it('reports beside a wrong value what is missing elsewhere, and nothing twice', () => {
    const faults = faultsOf({
      PORT: 'x',
      ZALO_APP_ID: '1',
      MONGODB_URI: 'mongodb://db',
      DATA_KEY: 'c2hvcnQ=',
    });
    expect(faults.map((fault) => fault.split(':')[0]).sort()).toEqual([
      'DATA_KEY',
      'PORT',
      'ZALO_APP_SECRET',
      'ZALO_OA_ID',
      'ZALO_OA_SECRET_KEY',
      'ZALO_REFRESH_TOKEN',
    ]);
  });

  it('takes an empty variable for one that is not set', () => {
    const names = Object.keys(readExample());
    expect(names.length).toBeGreaterThan(30);
    expect(readConfig(Object.fromEntries(names.map((name) => [name, ' '])))).toEqual(readConfig({}));
  });

  it('has every variable in the example, with its default', () => {
    expect(readConfig(readExample())).toEqual(readConfig({}));
  });

  it('tells nobody outside the window until a template is named', () => {
    expect(readConfig(zalo).zalo.nudgeTemplateId).toBeNull();
    expect(readConfig({ ...zalo, ZALO_NUDGE_TEMPLATE_ID: '' }).zalo.nudgeTemplateId).toBeNull();
    expect(readConfig({ ...zalo, ZALO_NUDGE_TEMPLATE_ID: '4711' }).zalo.nudgeTemplateId).toBe('4711');
  });

  it('takes a database with its key', () => {
    const config = readConfig({ MONGODB_URI: 'mongodb://127.0.0.1', DATA_KEY: key });
    expect(config.dataKey).toHaveLength(32);
  });

  it('sends duty alerts only where nobody can read along, and only signed', () => {
    const secret = { DUTY_WEBHOOK_SECRET: 'sixteen characters' };
    const to = (url: string) => ({ ...secret, DUTY_WEBHOOK_URL: url });
    expect(readConfig({}).dutyWebhook).toBeNull();
    expect(readConfig(to('https://duty.example/hook')).dutyWebhook?.url).toBe('https://duty.example/hook');
    expect(readConfig(to('http://127.0.0.1:9000/hook')).dutyWebhook).not.toBeNull();
    expect(faultsOf(to('http://duty.example/hook'))).toHaveLength(1);
    expect(faultsOf(to('not an address'))).not.toHaveLength(0);
    expect(faultsOf(secret)).toEqual(['DUTY_WEBHOOK_URL, DUTY_WEBHOOK_SECRET: set both or none']);
    expect(faultsOf({ ...to('https://duty.example'), DUTY_WEBHOOK_SECRET: 'short' })).toHaveLength(1);
  });
});
