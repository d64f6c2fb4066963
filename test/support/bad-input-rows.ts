import { gzipSync } from 'node:zlib';
import { APP_ID as ZALO_APP, zaloEvent } from '../adapters/zalo/zalo-wire.ts';
import { deepJson, form, json, metaCall, randomHex, zaloCall, type Sent, type Stored } from './bad-input.ts';

/** What the rows need to know of the running product. */
export interface Scene {
  readonly zaloSecret: string;
  readonly metaSecret: string;
  readonly page: string;
  readonly psid: string;
  readonly verifyToken: string;
  readonly code: string;
  readonly pin: string;
  readonly report: string;
  readonly evidence: string;
  /** Cookie and form token of a visitor who is not signed in, of an officer, and of an editor. */
  readonly nobody: Session;
  readonly officer: Session;
  readonly editor: Session;
  readonly resident: string;
}
export interface Session {
  readonly cookie: string;
  readonly csrf: string;
}

/** What is sent · what is answered (status, and words that must be there) · what is stored. */
type Row = readonly [string, (scene: Scene) => Sent, number | readonly [number, RegExp], Stored];

const NOTHING: Stored = {};
/** Kept and counted, and nobody is answered. */
const NOTED: Stored = { inbox: 1 };
const ANSWERED: Stored = { inbox: 1, outbox: 'replies' };
/** The page came back, and every view of a report is on record. */
const VIEWED: Stored = { audit: 1 };
const long = 'Tôi muốn hỏi. '.repeat(715).slice(0, 10_000);
const bomb = gzipSync(Buffer.alloc(30_000_000, 'a'));
const brokenUtf8 = Buffer.from([0x78, 0xc3, 0x28, 0xff, 0xfe, 0xed, 0xa0, 0x80]);

const said = (text: unknown, id = randomHex()): string =>
  zaloEvent('user_send_text', { message: { text, msg_id: id } });
const zalo =
  (body: string, headers: Readonly<Record<string, string>> = {}) =>
  ({ zaloSecret }: Scene): Sent =>
    zaloCall(zaloSecret, body, headers);
const meta =
  (body: (scene: Scene) => unknown, headers: Readonly<Record<string, string>> = {}) =>
  (scene: Scene): Sent => {
    const made = body(scene);
    const bytes = typeof made === 'string' || Buffer.isBuffer(made) ? made : JSON.stringify(made);
    return metaCall(scene.metaSecret, bytes, headers);
  };
const entry = ({ page }: Scene, ...messaging: readonly unknown[]): object => ({
  object: 'page',
  entry: [{ id: page, time: Date.now(), messaging }],
});
const wrote = ({ page, psid }: Scene, message: unknown): object => ({
  sender: { id: psid },
  recipient: { id: page },
  timestamp: Date.now(),
  message,
});
const get =
  (path: string | ((scene: Scene) => string), headers?: (scene: Scene) => Record<string, string>) =>
  (scene: Scene): Sent => ({
    method: 'GET',
    path: typeof path === 'string' ? path : path(scene),
    headers: headers?.(scene) ?? {},
  });
const as = (who: 'nobody' | 'officer' | 'editor') => (scene: Scene) => ({ cookie: scene[who].cookie });
/** A form that the console showed to this person, with whatever fields. */
const filled =
  (who: 'nobody' | 'officer', path: (scene: Scene) => string, fields: string, headers = {}) =>
  (scene: Scene): Sent =>
    form(path(scene), `_csrf=${scene[who].csrf}&${fields}`, { cookie: scene[who].cookie, ...headers });
/** 30 MB in 30 KB. */
const packed =
  (path: string | ((scene: Scene) => string), type: string) =>
  (scene: Scene): Sent => ({
    method: 'POST',
    path: typeof path === 'string' ? path : path(scene),
    headers: { 'content-type': type, 'content-encoding': 'gzip', cookie: scene.nobody.cookie },
    body: bomb,
  });
const FORM = 'application/x-www-form-urlencoded';
const ODD_CHARSET = { 'content-type': `${FORM}; charset=utf-7` };
const handshake = (rest: string) =>
  get(({ verifyToken }) => `/webhooks/messenger?hub.verify_token=${verifyToken}&${rest}`);
const evidenceOf =
  (rest = '') =>
  ({ report, evidence }: Scene) =>
    `/console/bao-cao/${report}/chung-cu/${evidence}${rest}`;
const text = ({ resident }: Scene) => `/sandbox/api/zalo/${resident}/text`;
const login = (): string => '/console/dang-nhap';
const statusOf = ({ report }: Scene) => `/console/bao-cao/${report}/trang-thai`;

let replayed = '';

/** Every edge of the program with what may come in there. */
// prettier-ignore
export const edges: Readonly<Record<string, readonly Row[]>> = {
  'the Zalo webhook': [
    ['a message, rightly signed', zalo((replayed = said('menu'))), [200, /^OK$/], ANSWERED],
    ['the same bytes again', zalo(replayed), 200, NOTHING],
    ['no signature', () => ({ method: 'POST', path: '/webhooks/zalo', body: said('x') }), 200, NOTHING],
    ['another key’s signature', () => zaloCall('another-key', said('x')), 200, NOTHING],
    ['a signature that is no hash', zalo(said('x'), { 'x-zevent-signature': 'mac=zz' }), 200, NOTHING],
    ['another app’s id', zalo(said('x').replaceAll(ZALO_APP, '111111111111111111')), 200, NOTHING],
    ['no body', zalo(''), 200, NOTHING],
    ['a JSON that is no object', zalo('["timestamp",1]'), 200, NOTHING],
    ['half a JSON', zalo(said('x').slice(0, -20)), 200, NOTHING],
    ['JSON 200,000 levels deep', zalo(said('x').replace('"x"', deepJson())), 200, NOTHING],
    ['a number as the event’s name', zalo(said('x').replace('"user_send_text"', '7')), 200, NOTHING],
    ['no timestamp', zalo(said('x').replace(/,"timestamp":"\d+"/, '')), 200, NOTHING],
    ['no message', zalo(zaloEvent('user_send_text', {})), 200, NOTED],
    ['a number as the text', zalo(said(42)), 200, NOTED],
    ['a number as the person', zalo(zaloEvent('user_send_text', { sender: { id: 5 } })), 200, NOTED],
    ['an event nobody knows', zalo(zaloEvent('user_sneezed', { __proto__: { a: 1 } })), 200, NOTED],
    ['a text of 10,000 characters', zalo(said(long)), 200, ANSWERED],
    ['nothing but control characters', zalo(said('\u0000\u0007\u202e ')), 200, ANSWERED],
    ['half a surrogate pair', zalo(said('\ud83d')), 200, ANSWERED],
    ['gzip, rightly signed or not', zalo('x', { 'content-encoding': 'gzip' }), 415, NOTHING],
    ['a bomb of gzip', packed('/webhooks/zalo', 'application/json'), 415, NOTHING],
    ['three megabytes', zalo(said('x'.repeat(3_000_000))), [413, /quá lớn/], NOTHING],
    ['GET', get('/webhooks/zalo'), 404, NOTHING],
    ['PUT', () => ({ method: 'PUT', path: '/webhooks/zalo', body: said('x') }), 404, NOTHING],
  ],
  'Meta’s handshake': [
    ['the right token', handshake('hub.mode=subscribe&hub.challenge=17'), [200, /^17$/], NOTHING],
    ['another token', get('/webhooks/messenger?hub.mode=subscribe&hub.verify_token=x&hub.challenge=17'), 403, NOTHING],
    ['no mode', handshake('hub.challenge=17'), 403, NOTHING],
    ['the challenge twice', handshake('hub.mode=subscribe&hub.challenge=1&hub.challenge=2'), 403, NOTHING],
    ['an endless challenge', handshake(`hub.mode=subscribe&hub.challenge=${'1'.repeat(5_000)}`), 403, NOTHING],
    ['nothing', get('/webhooks/messenger'), 403, NOTHING],
  ],
  'the Messenger webhook': [
    ['a message, rightly signed', meta((scene) => entry(scene, wrote(scene, { mid: 'm-good', text: 'menu' }))), [200, /^EVENT_RECEIVED$/], ANSWERED],
    ['the same message again', meta((scene) => entry(scene, wrote(scene, { mid: 'm-good', text: 'menu' }))), 200, NOTHING],
    ['no signature', (scene) => json('POST', '/webhooks/messenger', JSON.stringify(entry(scene))), 403, NOTHING],
    ['the old SHA-1 signature alone', (scene) => ({ ...json('POST', '/webhooks/messenger', JSON.stringify(entry(scene))), headers: { 'x-hub-signature': `sha1=${'0'.repeat(40)}` } }), 403, NOTHING],
    ['another secret’s signature', (scene) => metaCall('another', JSON.stringify(entry(scene))), 403, NOTHING],
    ['half a JSON', meta(() => '{"object":"page","entry":['), 400, NOTHING],
    ['no body', meta(() => ''), 400, NOTHING],
    ['another object than a Page', meta(() => ({ object: 'instagram', entry: [] })), 404, NOTHING],
    ['a text as the entries', meta(() => ({ object: 'page', entry: 'x' })), 400, NOTHING],
    ['no entry', meta(() => ({ object: 'page', entry: [] })), 200, NOTHING],
    ['JSON 200,000 levels deep', meta((scene) => JSON.stringify(entry(scene, { x: 1 })).replace('{"x":1}', deepJson())), 400, NOTHING],
    ['nulls and numbers as events', meta((scene) => entry(scene, null, 42, 'x', [])), 200, { inbox: 4 }],
    ['a good event between broken ones', meta((scene) => entry(scene, { message: 7 }, wrote(scene, { mid: 'm-amid', text: 'menu' }), wrote(scene, { text: 'no id' }))), 200, { inbox: 3, outbox: 'replies' }],
    ['another Page’s event', meta((scene) => entry({ ...scene, page: '9' }, wrote(scene, { mid: 'm-9', text: 'x' }))), 200, NOTED],
    ['a text of 10,000 characters', meta((scene) => entry(scene, wrote(scene, { mid: 'm-long', text: long }))), 200, ANSWERED],
    ['bytes that are no UTF-8', meta((scene) => Buffer.concat([Buffer.from(JSON.stringify(entry(scene, wrote(scene, { mid: 'm-utf8', text: '' }))).slice(0, -7)), brokenUtf8, Buffer.from('"}}]}]}')])), 200, ANSWERED],
    ['an id of 600 characters', meta((scene) => entry(scene, wrote(scene, { mid: 'm'.repeat(600), text: 'x' }))), 200, NOTED],
    ['a button that was never made', meta((scene) => entry(scene, wrote(scene, { mid: 'm-odd', text: 'x', quick_reply: { payload: '{"to":"__proto__"}'.repeat(500) } }))), 200, ANSWERED],
    ['three megabytes', meta((scene) => entry(scene, { x: 'x'.repeat(3_000_000) })), [413, /quá lớn/], NOTHING],
    ['a bomb of gzip', meta(() => bomb, { 'content-encoding': 'gzip' }), 415, NOTHING],
    ['DELETE', () => ({ method: 'DELETE', path: '/webhooks/messenger' }), 404, NOTHING],
  ],
  'the sign-in': [
    ['a form that nobody showed', () => form('/console/dang-nhap', 'login=admin&password=x'), 403, NOTHING],
    ['a form token of another session', (scene) => form('/console/dang-nhap', `_csrf=${scene.officer.csrf}&login=admin&password=x`, { cookie: scene.nobody.cookie }), 403, NOTHING],
    ['a made-up session', () => form('/console/dang-nhap', '_csrf=x&login=a&password=b', { cookie: 'console.sid=s%3Ax.y' }), 403, NOTHING],
    ['no field', filled('nobody', login, ''), 400, NOTHING],
    ['a field twice', filled('nobody', login, 'login=a&login=b&password=x'), 400, NOTHING],
    ['an operator of the database', filled('nobody', login, 'login[$ne]=x&password[$ne]=x'), 400, NOTHING],
    ['nobody’s name', filled('nobody', login, 'login=nobody&password=x'), 422, NOTHING],
    ['a name of 5,000 characters', filled('nobody', login, `login=${'a'.repeat(5_000)}&password=x`), 400, NOTHING],
    ['20,000 characters', filled('nobody', login, `login=a&password=${'x'.repeat(20_000)}`), [413, /lớn|dài/], NOTHING],
    ['300 fields', filled('nobody', login, 'a=1&'.repeat(300)), 413, NOTHING],
    ['broken percent signs', filled('nobody', login, 'login=%E0%A4%A&password=%'), 422, NOTHING],
    ['JSON', (scene) => ({ ...json('POST', '/console/dang-nhap', '{"login":{"$ne":1}}'), headers: { 'content-type': 'application/json', cookie: scene.nobody.cookie } }), 403, NOTHING],
    ['a charset nobody knows', filled('nobody', login, 'login=a', ODD_CHARSET), 400, NOTHING],
    ['a bomb of gzip', packed(login, FORM), 413, NOTHING],
    ['the second step without the first', filled('nobody', () => '/console/dang-nhap/ma', 'code=000000'), 303, NOTHING],
    ['an invitation that was never made', get('/console/moi/abcd'), 404, NOTHING],
  ],
  'the console': [
    ['a page without being signed in', get('/console/bao-cao'), [303, /dang-nhap/], NOTHING],
    ['a page that is not there', get('/console/khong-co', as('officer')), 404, NOTHING],
    ['PUT', (scene) => ({ method: 'PUT', path: '/console/bao-cao', headers: as('officer')(scene) }), 404, NOTHING],
    ['a report that is not there', get('/console/bao-cao/khong-co', as('officer')), 404, NOTHING],
    ['an operator as the report', get('/console/bao-cao/%7B%22$ne%22:1%7D', as('officer')), 404, NOTHING],
    ['broken percent signs in the address', get('/console/bao-cao/%E0%A4%A', as('officer')), 400, NOTHING],
    ['a way out of the folder', get('/console/tinh/..%2f..%2fpackage.json', as('officer')), 404, NOTHING],
    ['odd filters of the queue', get(`/console?q[$ne]=1&trang=-7&trang-thai=x&kenh=${'x'.repeat(3_000)}`, as('officer')), 200, NOTHING],
    ['a state that does not exist', filled('officer', statusOf, 'seen=new&to=__proto__'), 400, NOTHING],
    ['a state in the plural', filled('officer', statusOf, 'seen=new&to=received&to=closed'), 400, NOTHING],
    ['a step that is not allowed', filled('officer', statusOf, 'seen=new&to=closed'), 422, VIEWED],
    ['a state that was seen long ago', filled('officer', statusOf, 'seen=verifying&to=closed'), 409, VIEWED],
    ['no form token', (scene) => form(statusOf(scene), 'seen=new&to=received', as('officer')(scene)), 403, NOTHING],
    ['a note of a million characters', filled('officer', ({ report }) => `/console/bao-cao/${report}/ghi-chu`, `text=${'x'.repeat(1_100_000)}`), 413, NOTHING],
    ['an editor at a report', get(({ report }) => `/console/bao-cao/${report}`, as('editor')), 403, NOTHING],
  ],
  'the addresses of evidence': [
    ['without being signed in', get(evidenceOf()), 303, NOTHING],
    ['as an editor', get(evidenceOf(), as('editor')), 403, NOTHING],
    ['under another report', get(({ evidence }) => `/console/bao-cao/khac/chung-cu/${evidence}`, as('officer')), 404, NOTHING],
    ['an id that is not there', get(({ report }) => `/console/bao-cao/${report}/chung-cu/0`, as('officer')), 404, NOTHING],
    ['an id with a way out', get(({ report }) => `/console/bao-cao/${report}/chung-cu/..%2f..%2fx`, as('officer')), 404, NOTHING],
    ['an odd range and size', get(evidenceOf('?nho[]=1'), (scene) => ({ ...as('officer')(scene), range: 'bytes=9-1' })), 200, VIEWED],
    ['the original without its warning', (scene) => form(evidenceOf('/goc')(scene), '', as('officer')(scene)), 403, NOTHING],
  ],
  'looking a report up': [
    ['no field', () => form('/tra-cuu', ''), 422, NOTHING],
    ['the right code, a wrong PIN', ({ code }) => form('/tra-cuu', `code=${code}&pin=000000`), 422, NOTHING],
    ['an operator as the PIN', ({ code }) => form('/tra-cuu', `code=${code}&pin[$ne]=1`), 422, NOTHING],
    ['the PIN twice', ({ code, pin }) => form('/tra-cuu', `code=${code}&pin=${pin}&pin=${pin}`), 422, NOTHING],
    ['10,000 characters', () => form('/tra-cuu', `code=${'A'.repeat(10_000)}&pin=1`), 422, NOTHING],
    ['broken percent signs', () => form('/tra-cuu', 'code=%E0%A4%A&pin=%'), 422, NOTHING],
    ['JSON', ({ code, pin }) => json('POST', '/tra-cuu', JSON.stringify({ code, pin })), 422, NOTHING],
    ['a bomb of gzip', packed('/tra-cuu', FORM), 422, NOTHING],
    ['markup as the code', get('/tra-cuu?ma=%3Cscript%3Ealert(1)%3C/script%3E'), [200, /^(?!.*<script>alert)/s], NOTHING],
    ['DELETE', () => ({ method: 'DELETE', path: '/tra-cuu' }), 404, NOTHING],
  ],
  'checking a receipt': [
    ['no field', () => form('/kiem-tra-bien-nhan', ''), 422, NOTHING],
    ['lines that nobody signed', () => form('/kiem-tra-bien-nhan', 'lines=code+AAAA-BBBB%0Asignature+x'), 422, NOTHING],
    ['10,000 characters', () => form('/kiem-tra-bien-nhan', `lines=${'x'.repeat(10_000)}`), 422, NOTHING],
    ['50,000 characters', () => form('/kiem-tra-bien-nhan', `lines=${'x'.repeat(50_000)}`), 413, NOTHING],
    ['ten times the field', () => form('/kiem-tra-bien-nhan', 'lines=x&'.repeat(10)), 413, NOTHING],
    ['a charset nobody knows', () => form('/kiem-tra-bien-nhan', 'lines=x', ODD_CHARSET), 415, NOTHING],
    ['a receipt’s address that was made up', get('/bien-nhan/AAAA.BBBB'), 404, NOTHING],
    ['broken percent signs in the address', get('/bien-nhan/%E0%A4%A'), 400, NOTHING],
  ],
  'the sandbox': [
    ['half a JSON', (scene) => json('POST', text(scene), '{"text":'), 400, NOTHING],
    ['a number as the text', (scene) => json('POST', text(scene), '{"text":1}'), 400, NOTHING],
    ['nothing as the text', (scene) => json('POST', text(scene), '{"text":"  "}'), 400, NOTHING],
    ['a field too many', (scene) => json('POST', text(scene), '{"text":"x","as":"admin"}'), 400, NOTHING],
    ['JSON 20,000 levels deep', (scene) => json('POST', text(scene), deepJson(20_000)), 400, NOTHING],
    ['a megabyte', (scene) => json('POST', text(scene), JSON.stringify({ text: 'x'.repeat(1_000_000) })), 413, NOTHING],
    ['a charset nobody knows', (scene) => ({ ...json('POST', text(scene), '{}'), headers: { 'content-type': 'application/json; charset=klingon' } }), [415, /"error"/], NOTHING],
    ['a bomb of gzip', packed(text, 'application/json'), 413, NOTHING],
    ['an app that is not there', ({ resident }) => json('POST', `/sandbox/api/viber/${resident}/text`, '{"text":"x"}'), 404, NOTHING],
    ['a resident who is not there', () => json('POST', '/sandbox/api/zalo/nobody/text', '{"text":"x"}'), 404, NOTHING],
    ['a tap on nothing', ({ resident }) => json('POST', `/sandbox/api/zalo/${resident}/tap`, '{"messageId":"x","index":0}'), 409, NOTHING],
    ['an empty file', ({ resident }) => ({ method: 'POST', path: `/sandbox/api/zalo/${resident}/file?name=a.png` }), 400, NOTHING],
    ['a file of 26 MB', ({ resident }) => ({ method: 'POST', path: `/sandbox/api/zalo/${resident}/file?name=a.png`, body: Buffer.alloc(26 * 1024 * 1024 + 1) }), 413, NOTHING],
    ['a fault that does not exist', () => json('PATCH', '/sandbox/api/faults/zalo', '{"explode":true}'), 400, NOTHING],
    ['a clock beyond all measure', () => json('POST', '/sandbox/api/clock', '{"hours":1e300}'), 400, NOTHING],
    ['another site’s page', () => ({ ...json('POST', '/sandbox/api/residents', '{}'), headers: { 'sec-fetch-site': 'cross-site' } }), 403, NOTHING],
    ['the platform’s own call without a token', () => json('POST', '/sandbox/zalo/v3.0/oa/message/cs', '{}'), [200, /-216/], NOTHING],
    ['broken percent signs', get('/sandbox/api/residents/%E0%A4%A'), 400, NOTHING],
    ['an address that is not there', get('/sandbox/api/khong-co'), 404, NOTHING],
  ],
  'everything else': [
    ['an address that is not there', get('/khong-co'), [404, /Không tìm thấy/], NOTHING],
    ['a file nobody serves', get('/.env'), 404, NOTHING],
    ['a way out of the folder', get('/tinh/..%2f..%2f..%2fpackage.json'), 404, NOTHING],
    ['broken percent signs', get('/%E0%A4%A'), [404, /Không tìm thấy/], NOTHING],
    ['another site as the address', get('//evil.example/%2e%2e'), 404, NOTHING],
    ['20,000 characters of address', get(`/${'a'.repeat(20_000)}`), 431, NOTHING],
    ['PATCH', () => ({ method: 'PATCH', path: '/' }), 404, NOTHING],
    ['TRACE', () => ({ method: 'TRACE', path: '/' }), 404, NOTHING],
    ['the figures, from somewhere else', get('/metrics'), 403, NOTHING],
  ],
};
