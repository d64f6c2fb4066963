import { auditEntry, recordAct, SYSTEM_SUBJECT } from '../audit-acts.ts';
import type { ConsentFailure, ConsoleDependencies } from '../dependencies.ts';
import { readSession, writeSession } from '../middleware/session.ts';
import { refuse } from '../refusals.tsx';
import type { Route, StaffVisit } from '../route.ts';
import { ADMINISTRATORS, route } from '../route.ts';
import { goTo, sendPage } from '../send-page.tsx';
import { vi } from '../texts/vi.ts';
import { ConsentPage } from '../views/zalo-consent.tsx';

const PATH = '/he-thong/zalo';
const CALLBACK_PATH = '/he-thong/zalo/xong';
/** Zalo's code lives 10 minutes; the person may first have to sign in there. */
const BEGUN_MAX_MS = 30 * 60_000;

/** The administrator of the Official Account grants the app its rights anew: out to Zalo, and back with a code. */
export function zaloConsentRoutes(deps: ConsoleDependencies): Route[] {
  return [
    route({ method: 'get', path: PATH, roles: ADMINISTRATORS, handler: (visit) => begin(deps, visit, null) }),
    route({
      method: 'get',
      path: CALLBACK_PATH,
      roles: ADMINISTRATORS,
      handler: (visit) => finish(deps, visit),
    }),
  ];
}

function begin(deps: ConsoleDependencies, visit: StaffVisit, failure: ConsentFailure | null): void {
  if (deps.zaloConsent === null) {
    refuse(visit, 'not-found');
    return;
  }
  const callback = `${deps.publicUrl}/console${CALLBACK_PATH}`;
  const { url, state, verifier } = deps.zaloConsent.begin(callback);
  writeSession(visit.request, {
    ...readSession(visit.request),
    zaloConsent: {
      state,
      sealedVerifier: verifier === null ? null : deps.seal(verifier),
      at: visit.now.getTime(),
    },
  });
  sendPage(
    visit,
    { title: vi.zaloConsent.title, place: 'system', status: failure === null ? 200 : 422 },
    <ConsentPage url={url} callback={callback} failure={failure} />,
  );
}

/** The way back from Zalo. Whatever did not work is said, with a fresh link beside it. */
async function finish(deps: ConsoleDependencies, visit: StaffVisit): Promise<void> {
  const { zaloConsent, ...session } = readSession(visit.request);
  if (deps.zaloConsent === null) {
    refuse(visit, 'not-found');
    return;
  }
  // a code is tried once, however often the page is loaded
  writeSession(visit.request, session);
  if (zaloConsent === undefined || visit.now.getTime() - zaloConsent.at > BEGUN_MAX_MS) {
    begin(deps, visit, 'not-begun');
    return;
  }
  const { state, sealedVerifier } = zaloConsent;
  const verifier = sealedVerifier === null ? null : deps.open(sealedVerifier);
  const outcome = await deps.zaloConsent.finish({ state, verifier }, visit.request.query);
  if (outcome.ok) {
    await recordAct(deps.transact, auditEntry(visit.staff, 'zalo-consent', SYSTEM_SUBJECT, visit.now));
    goTo(visit, '/console/he-thong?xong=consent');
  } else begin(deps, visit, outcome.reason);
}
