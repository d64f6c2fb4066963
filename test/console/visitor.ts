import { randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { newStaffMember } from '../../console/accounts/invitation.ts';
import { hashPassword } from '../../console/accounts/password.ts';
import { newTotpSecret } from '../../console/accounts/totp.ts';
import type { Role, StaffMember } from '../../reports/staff.ts';
import type { ConsoleServer } from './console-server.ts';

export interface Page {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
  /** Where a redirect leads. */
  readonly location: string | null;
}

export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** A browser without a window, with an address of its own: keeps cookies and the token of the forms it was shown, follows nothing by itself. */
export interface Visitor {
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Page>;
  /** Sends a form with the token of the last page; `csrf: null` sends none. */
  post(
    path: string,
    fields?: Fields,
    options?: { readonly csrf?: string | null; readonly headers?: Readonly<Record<string, string>> },
  ): Promise<Page>;
  /** Like `post`, known from the head of the answer on; `end` resolves when all of it is there. */
  head(path: string, fields: Fields): Promise<Omit<Page, 'text'> & { readonly end: () => Promise<void> }>;
  readonly cookie: () => string;
  readonly csrf: () => string | null;
}

export function createVisitor(url: string): Visitor {
  const cookies = new Map<string, string>();
  let csrf: string | null = null;
  const address = `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`;
  const cookie = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const ask = async (path: string, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers);
    headers.set('cookie', cookie());
    headers.set('x-forwarded-for', address);
    const response = await fetch(`${url}${path}`, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  };
  const headOf = ({ status, headers }: Response): Omit<Page, 'text'> => ({
    status,
    headers,
    location: headers.get('location'),
  });
  const read = async (response: Response): Promise<Page> => {
    const text = await response.text();
    csrf = /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? csrf;
    return { ...headOf(response), text };
  };
  const formOf = (fields: Fields, token: string | null): RequestInit => {
    const body = new URLSearchParams();
    if (token !== null) body.set('_csrf', token);
    for (const [name, value] of Object.entries(fields)) {
      for (const one of typeof value === 'string' ? [value] : value) body.append(name, one);
    }
    return { method: 'POST', body };
  };
  return {
    cookie,
    csrf: () => csrf,
    get: async (path, headers = {}) => read(await ask(path, { headers })),
    post: async (path, fields = {}, options = {}) => {
      const form = formOf(fields, options.csrf === undefined ? csrf : options.csrf);
      return read(await ask(path, { ...form, headers: options.headers ?? {} }));
    },
    head: async (path, fields) => {
      const response = await ask(path, formOf(fields, csrf));
      return {
        ...headOf(response),
        end: async () => {
          await response.text();
        },
      };
    },
  };
}

export const PASSWORD = 'bốn con mèo ngủ trên mái';
const passwordHash = hashPassword(PASSWORD);
let counter = 0;

/** Where a console runs, as far as somebody who signs in there is concerned. */
export interface ConsolePlace {
  readonly url: string;
  readonly clock: { readonly now: Date };
  readonly deps: Pick<ConsoleServer['deps'], 'newId' | 'staff'>;
}

/** An account that was activated. */
export async function addStaff(
  server: ConsolePlace,
  role: Role,
  overrides: Partial<StaffMember> = {},
): Promise<StaffMember & { totpSecret: string }> {
  counter += 1;
  const now = server.clock.now;
  const secret = newTotpSecret();
  const invitation = { tokenHash: '', expiresAt: now };
  const member = {
    ...newStaffMember({
      id: server.deps.newId(),
      login: `${role}-${counter}`,
      name: `Cán bộ ${counter}`,
      role,
      invitation,
      now,
    }),
    passwordHash: await passwordHash,
    invitation: null,
    ...overrides,
    totpSecret: secret,
  };
  await server.deps.staff.add(member);
  return member;
}

/** The code that the person's phone shows now. */
export function codeOf(secret: string, now: Date): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now.getTime() });
}

/** Somebody of this role, signed in through both steps. */
export async function signedIn(
  server: ConsolePlace,
  role: Role,
): Promise<{ readonly visitor: Visitor; readonly member: StaffMember }> {
  const member = await addStaff(server, role);
  const visitor = createVisitor(server.url);
  await givePassword(visitor, member.login, PASSWORD);
  const done = await giveCode(visitor, codeOf(member.totpSecret, server.clock.now));
  if (done.location !== '/console') throw new Error(`The sign-in ended with ${done.status}: ${done.text}`);
  await visitor.get(role === 'editor' ? '/console/bai-viet' : '/console/tro-chuyen');
  return { visitor, member };
}

/** The first step of signing in. */
export async function givePassword(visitor: Visitor, login: string, password: string): Promise<Page> {
  await visitor.get('/console/dang-nhap');
  return visitor.post('/console/dang-nhap', { login, password });
}

/** The second step. */
export async function giveCode(visitor: Visitor, code: string): Promise<Page> {
  await visitor.get('/console/dang-nhap/ma');
  return visitor.post('/console/dang-nhap/ma', { code });
}
