import { z } from 'zod';
import { answerHandover, endHandover } from '../../reports/handover.ts';
import type { Handover } from '../../reports/handover-ports.ts';
import type { AuditEntry, Work } from '../../reports/ports.ts';
import { OFFICER_MESSAGE_MAX_CHARS } from '../../reports/write-to-resident.ts';
import type { AuditAct } from '../audit-acts.ts';
import { auditEntry, handoverSubject, recordAct } from '../audit-acts.ts';
import { recordContinuedLook } from '../continued-look.ts';
import type { ConsoleDependencies, WaitingCounts } from '../dependencies.ts';
import { paragraphs, pathText, queryText, readForm } from '../form.ts';
import { refuse } from '../refusals.tsx';
import type { Route, StaffVisit } from '../route.ts';
import { OFFICERS, route } from '../route.ts';
import { goTo, sendFragment, sendPage } from '../send-page.tsx';
import { staffNames } from '../staff-names.ts';
import { vi } from '../texts/vi.ts';
import type { TalkFault } from '../views/conversation.tsx';
import { ConversationPage, TalkMessages } from '../views/conversation.tsx';
import { talkStamp } from '../views/talk-delivery.tsx';
import { ConversationsPage, TalkList } from '../views/conversations.tsx';

const LISTED = 100;
/** Beside a talk: what the same person raised before. */
const ALERTS_SHOWN = 5;
const REPORTS_SHOWN = 5;

const answerForm = z.object({ text: paragraphs(20_000) });

type Outcome = 'done' | 'gone' | TalkFault;

/** Talks of residents with a person: who waits, one talk, writing, ending it. */
export function conversationRoutes(deps: ConsoleDependencies): Route[] {
  const path = '/tro-chuyen/:id';
  return [
    route({
      method: 'get',
      path: '/tro-chuyen',
      roles: OFFICERS,
      handler: async (visit) => {
        const handovers = await deps.handovers.list(LISTED);
        sendPage(
          visit,
          { title: vi.conversations.title, place: 'conversations' },
          <ConversationsPage now={visit.now} handovers={handovers} done={queryText(visit.request, 'xong')} />,
        );
      },
    }),
    route({
      method: 'get',
      path: '/tro-chuyen-moi',
      roles: OFFICERS,
      background: true,
      handler: async (visit) => {
        const handovers = await deps.handovers.list(LISTED);
        sendFragment(visit, <TalkList now={visit.now} handovers={handovers} />);
      },
    }),
    route({ method: 'get', path, roles: OFFICERS, handler: (visit) => showTalk(deps, visit, null, '') }),
    route({
      method: 'get',
      path: `${path}/moi`,
      roles: OFFICERS,
      background: true,
      handler: (visit) => refresh(deps, visit),
    }),
    route({ method: 'post', path, roles: OFFICERS, handler: (visit) => answer(deps, visit) }),
    route({
      method: 'post',
      path: `${path}/ket-thuc`,
      roles: OFFICERS,
      handler: (visit) => end(deps, visit),
    }),
  ];
}

async function showTalk(
  deps: ConsoleDependencies,
  visit: StaffVisit,
  fault: TalkFault | null,
  typed: string,
): Promise<void> {
  const handover = await deps.handovers.byId(pathText(visit.request, 'id'));
  if (handover === null) {
    refuse(visit, 'not-found');
    return;
  }
  await recordAct(deps.transact, lookAt(visit, handover));
  const [forecast, alerts, reports, names, waiting] = await Promise.all([
    deps.forecast.forecast(handover.address, 'officer'),
    deps.alerts.ofResident(handover.residentKey, ALERTS_SHOWN),
    deps.reports.ofReporter(handover.residentKey, REPORTS_SHOWN),
    staffNames(deps.staff),
    notArrived(deps, handover),
  ]);
  // Who reported without a name is not told by the chat they happen to write from.
  const named = reports.filter(({ reporter }) => !reporter.anonymous);
  sendPage(
    visit,
    { title: vi.conversations.title, place: 'conversations', status: fault === null ? 200 : 422 },
    <ConversationPage
      visit={visit}
      handover={handover}
      forecast={forecast}
      alerts={alerts}
      reports={named}
      staffNames={names}
      waiting={waiting}
      fault={fault}
      typed={typed}
    />,
  );
}

const lookAt = ({ staff, now }: StaffVisit, { id }: Handover): AuditEntry =>
  auditEntry(staff, 'conversation-viewed', handoverSubject(id), now);

/** Goes on with the look that is in the audit since the page was opened; an abandoned page locks itself with the session. */
async function refresh(deps: ConsoleDependencies, visit: StaffVisit): Promise<void> {
  const handover = await deps.handovers.byId(pathText(visit.request, 'id'));
  if (handover === null) {
    refuse(visit, 'not-found');
    return;
  }
  const waiting = await notArrived(deps, handover);
  if (queryText(visit.request, 'thay') === talkStamp(handover, waiting)) visit.response.status(204).end();
  else {
    await recordContinuedLook(deps, lookAt(visit, handover));
    const names = await staffNames(deps.staff);
    sendFragment(visit, <TalkMessages handover={handover} staffNames={names} waiting={waiting} />);
  }
}

/** Of the officers' words in this talk; null where they wrote none. */
async function notArrived(deps: ConsoleDependencies, handover: Handover): Promise<WaitingCounts | null> {
  const { residentKey, requestedAt, messages } = handover;
  if (!messages.some(({ from }) => from === 'officer')) return null;
  return deps.waitingMessages.toResident(residentKey, requestedAt);
}

async function answer(deps: ConsoleDependencies, visit: StaffVisit): Promise<void> {
  const form = readForm(visit.request, answerForm);
  if (form === null) {
    refuse(visit, 'bad-form');
    return;
  }
  const outcome = await act(deps, visit, 'conversation-answered', (handover, work) => {
    if (form.text.length > OFFICER_MESSAGE_MAX_CHARS) return { ok: false, reason: 'too-much' };
    const change = answerHandover(handover, { text: form.text, staffId: visit.staff.id, now: visit.now });
    if (change.ok) {
      const text = vi.conversations.toResident(form.text);
      work.outbox.queue({ address: handover.address, text, author: 'officer', report: null });
    }
    return change;
  });
  if (outcome === 'gone') refuse(visit, 'not-found');
  else if (outcome === 'done') goTo(visit, `/console/tro-chuyen/${pathText(visit.request, 'id')}`);
  else await showTalk(deps, visit, outcome, form.text);
}

async function end(deps: ConsoleDependencies, visit: StaffVisit): Promise<void> {
  const outcome = await act(deps, visit, 'conversation-ended', (handover, work) => {
    const change = endHandover(handover);
    if (change.ok) {
      const text = vi.conversations.endToResident;
      work.outbox.queue({ address: handover.address, text, author: 'system', report: null });
    }
    return change;
  });
  if (outcome === 'gone') refuse(visit, 'not-found');
  else if (outcome === 'done') goTo(visit, '/console/tro-chuyen?xong=ended');
  else await showTalk(deps, visit, outcome, '');
}

function act(
  deps: ConsoleDependencies,
  visit: StaffVisit,
  name: AuditAct,
  change: (
    handover: Handover,
    work: Work,
  ) =>
    { readonly ok: true; readonly handover: Handover } | { readonly ok: false; readonly reason: TalkFault },
): Promise<Outcome> {
  return deps.transact(async (work): Promise<Outcome> => {
    const handover = await deps.handovers.byId(pathText(visit.request, 'id'));
    if (handover === null) return 'gone';
    const changed = change(handover, work);
    if (!changed.ok) return changed.reason;
    work.handovers.save(changed.handover);
    work.audit.record(auditEntry(visit.staff, name, handoverSubject(handover.id), visit.now));
    return 'done';
  });
}
