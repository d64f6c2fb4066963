import type { ComponentChildren } from 'preact';
import type { Role, StaffMember } from '../../reports/staff.ts';
import { CSRF_FIELD, CSRF_HEADER } from '../middleware/csrf.ts';
import { vi } from '../texts/vi.ts';

/** Which entry of the navigation a page belongs to. */
export type Place = keyof typeof vi.nav | 'account';

const ENTRIES: readonly {
  readonly place: keyof typeof vi.nav;
  readonly path: string;
  readonly roles: readonly Role[];
}[] = [
  { place: 'queue', path: '/console', roles: ['officer', 'admin'] },
  { place: 'conversations', path: '/console/tro-chuyen', roles: ['officer', 'admin'] },
  { place: 'figures', path: '/console/thong-ke', roles: ['officer', 'admin'] },
  { place: 'articles', path: '/console/bai-viet', roles: ['editor', 'admin'] },
  { place: 'missed', path: '/console/cau-hoi', roles: ['editor', 'admin'] },
  { place: 'facts', path: '/console/du-kien', roles: ['editor', 'admin'] },
  { place: 'staff', path: '/console/can-bo', roles: ['admin'] },
  { place: 'audit', path: '/console/nhat-ky', roles: ['admin'] },
  { place: 'system', path: '/console/he-thong', roles: ['admin'] },
];

/** htmx without anything that would need a looser policy. */
const HTMX_CONFIG = JSON.stringify({
  allowEval: false,
  allowScriptTags: false,
  includeIndicatorStyles: false,
  selfRequestsOnly: true,
  historyEnabled: false,
  historyCacheSize: 0,
});

interface LayoutProps {
  readonly title: string;
  readonly place: Place | null;
  readonly bare: boolean;
  readonly staff: StaffMember | null;
  readonly csrfToken: string | null;
  readonly draftKey: string | null;
  readonly communeName: string;
  readonly children: ComponentChildren;
}

/** The frame of every page of the console. */
export function Layout(props: LayoutProps) {
  const { title, csrfToken, draftKey, communeName, children, bare } = props;
  const headers = csrfToken === null ? {} : { 'hx-headers': JSON.stringify({ [CSRF_HEADER]: csrfToken }) };
  const drafts =
    draftKey === null ? {} : { 'data-draft-key': draftKey, 'data-draft-kept': vi.common.draftKept };
  return (
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="htmx-config" content={HTMX_CONFIG} />
        <title>{`${title} · ${communeName}`}</title>
        <link rel="icon" href="/console/tinh/emblem.svg" />
        <link rel="stylesheet" href="/console/tinh/console.css" />
        <script src="/console/tinh/htmx.js" defer />
        <script src="/console/tinh/console.js" defer />
        <script src="/console/tinh/drafts.js" defer />
      </head>
      <body class={bare ? 'paper' : ''} {...headers} {...drafts}>
        <a class="skip" href="#noi-dung">
          {vi.common.skip}
        </a>
        {!bare && <Header {...props} />}
        <main id="noi-dung" tabIndex={-1}>
          {children}
        </main>
        <div id="announcer" class="sr" aria-live="polite" />
      </body>
    </html>
  );
}

function Header({ staff, communeName, place, csrfToken }: LayoutProps) {
  return (
    <header class="top">
      <div class="top-line">
        <a class="brand" href="/console">
          <img src="/console/tinh/emblem.svg" alt="" width="36" height="36" />
          <span>
            <strong>{communeName}</strong>
            <small>{vi.common.console}</small>
          </span>
        </a>
        {staff !== null && csrfToken !== null && (
          <WhoAmI staff={staff} csrfToken={csrfToken} isHere={place === 'account'} />
        )}
      </div>
      {staff !== null && <Navigation role={staff.role} place={place} />}
    </header>
  );
}

interface WhoAmIProps {
  readonly staff: StaffMember;
  readonly csrfToken: string;
  readonly isHere: boolean;
}

function WhoAmI({ staff, csrfToken, isHere }: WhoAmIProps) {
  return (
    <form class="who" method="post" action="/console/dang-xuat">
      <input type="hidden" name={CSRF_FIELD} value={csrfToken} />
      <a href="/console/tai-khoan" aria-current={isHere ? 'page' : undefined}>
        <span>{staff.name}</span> <small>{vi.role[staff.role]}</small>
      </a>
      <button class="quiet" type="submit">
        {vi.common.signOut}
      </button>
    </form>
  );
}

function Navigation({ role, place }: { readonly role: Role; readonly place: Place | null }) {
  const entries = ENTRIES.filter(({ roles }) => roles.includes(role));
  const hasQueue = entries.some((entry) => entry.place === 'queue');
  return (
    <nav class="nav" aria-label={vi.common.navigation}>
      <ul>
        {entries.map((entry) => (
          <li key={entry.place}>
            <a href={entry.path} aria-current={entry.place === place ? 'page' : undefined}>
              {vi.nav[entry.place]}
              {(entry.place === 'queue' || entry.place === 'conversations') && (
                <span id={`count-${entry.place}`} />
              )}
              {entry.place === 'queue' && <span id="count-alerts" />}
            </a>
          </li>
        ))}
      </ul>
      {hasQueue && <div hx-get="/console/dem" hx-trigger="load, every 5s" hx-swap="none" />}
    </nav>
  );
}
