import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { consoleRoutes } from '../../console/console-routes.ts';
import type { Route, StaffRoute } from '../../console/route.ts';
import { checkRoutes, RouteError } from '../../console/route.ts';
import type { Role } from '../../reports/staff.ts';
import { ROLES } from '../../reports/staff.ts';
import type { ConsoleServer } from './console-server.ts';
import { startConsole } from './console-server.ts';
import type { Visitor } from './visitor.ts';
import { createVisitor, signedIn } from './visitor.ts';

/** Nothing by these ids exists: the answer still tells who may ask. */
const pathOf = ({ path }: Route): string => `/console${path.replaceAll(/:\w+/g, 'khong-co')}`;

const isStaffRoute = (route: Route): route is StaffRoute => route.roles !== 'everyone';

describe('who may open which page', () => {
  let server: ConsoleServer;
  let staffPages: StaffRoute[];
  const visitors = new Map<Role, Visitor>();
  beforeAll(async () => {
    server = await startConsole();
    staffPages = consoleRoutes(server.deps).filter(isStaffRoute);
    for (const role of ROLES) visitors.set(role, (await signedIn(server, role)).visitor);
  });
  afterAll(() => server.close());

  const open = (visitor: Visitor, page: Route) =>
    page.method === 'get' ? visitor.get(pathOf(page)) : visitor.post(pathOf(page));

  it('pages open to everyone are those before the sign-in, and no others', () => {
    const openPages = consoleRoutes(server.deps).filter((page) => !isStaffRoute(page));
    expect(openPages.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'get /dang-nhap',
      'post /dang-nhap',
      'get /dang-nhap/ma',
      'post /dang-nhap/ma',
      'get /moi/:token',
      'post /moi/:token',
    ]);
  });

  it('without a sign-in, every page leads to it and every form is refused', async () => {
    expect(staffPages.length).toBeGreaterThan(40);
    for (const page of staffPages) {
      const answer = await open(createVisitor(server.url), page);
      const name = `${page.method} ${page.path}`;
      if (page.method === 'post') expect([name, answer.status]).toEqual([name, 401]);
      else expect([name, answer.location]).toEqual([name, expect.stringMatching(/^\/console\/dang-nhap/)]);
    }
  });

  it.each(ROLES)('a signed-in %s opens the pages of the role and is refused every other', async (role) => {
    // the sign-out comes last: it ends the visit
    const pages = [...staffPages].sort(
      (one, other) => Number(one.path === '/dang-xuat') - Number(other.path === '/dang-xuat'),
    );
    for (const page of pages) {
      const answer = await open(visitors.get(role)!, page);
      const name = `${page.method} ${page.path}`;
      const isRefused =
        answer.status === 403 ||
        answer.status === 401 ||
        answer.location?.startsWith('/console/dang-nhap?tiep') === true;
      expect([name, isRefused]).toEqual([name, !page.roles.includes(role)]);
      expect([name, answer.status >= 500]).toEqual([name, false]);
    }
    expect(server.errors).toEqual([]);
  });

  it('editors see articles and no report, officers see reports and no account', () => {
    const pathsOf = (role: Role) =>
      staffPages.filter(({ roles }) => roles.includes(role)).map(({ path }) => path);
    expect(
      pathsOf('editor').filter((path) => /bao-cao|tro-chuyen|can-bo|nhat-ky|he-thong/.test(path)),
    ).toEqual([]);
    expect(
      pathsOf('officer').filter((path) => /bai-viet|cau-hoi|can-bo|nhat-ky|he-thong/.test(path)),
    ).toEqual([]);
    expect(new Set(pathsOf('admin'))).toEqual(new Set(staffPages.map(({ path }) => path)));
  });

  it('a form without our token, or with another session’s, is refused and does nothing', async () => {
    const { visitor } = await signedIn(server, 'admin');
    const stranger = await signedIn(server, 'admin');
    for (const page of staffPages.filter(({ method }) => method === 'post')) {
      for (const csrf of [null, '', 'x', stranger.visitor.csrf()]) {
        const answer = await visitor.post(pathOf(page), {}, { csrf });
        expect([page.path, answer.status]).toEqual([page.path, 403]);
      }
    }
  });

  it('an address that does not exist leads strangers to the sign-in and tells staff that it is not there', async () => {
    const { visitor } = await signedIn(server, 'officer');
    expect((await visitor.get('/console/khong-co')).status).toBe(404);
    const stranger = await createVisitor(server.url).get('/console/bi-mat');
    expect(stranger.location).toBe('/console/dang-nhap?tiep=%2Fconsole%2Fbi-mat');
  });

  it('a page that names no role, or is there twice, stops the program at its start', () => {
    const handler = () => undefined;
    // the types refuse an empty list already; the check is for what gets past them
    const nobody = {
      method: 'get',
      path: '/x',
      roles: [] as unknown as StaffRoute['roles'],
      handler,
    } as const;
    const page = { method: 'get', path: '/x', roles: ['admin'], handler } as const;
    expect(() => checkRoutes([nobody])).toThrow(RouteError);
    expect(() => checkRoutes([page, page])).toThrow(RouteError);
  });
});
