import type { Evidence, Report } from '../../reports/report.ts';
import { ReportError } from '../../reports/errors.ts';
import type { AuditEntry } from '../../reports/ports.ts';
import type { AuditAct } from '../audit-acts.ts';
import { auditEntry, recordAct, reportSubject } from '../audit-acts.ts';
import { recordContinuedLook } from '../continued-look.ts';
import type { ConsoleDependencies } from '../dependencies.ts';
import { fileEnding, isImagePreviewable, isPlayable, previewImage } from '../evidence-preview.ts';
import { pathText, queryText } from '../form.ts';
import { refuse } from '../refusals.tsx';
import type { Route, StaffVisit } from '../route.ts';
import { OFFICERS, route } from '../route.ts';
import { goTo, sendPage } from '../send-page.tsx';
import { vi } from '../texts/vi.ts';
import { DamagedEvidence, DownloadWarning } from '../views/evidence-pages.tsx';
import { evidencePath } from '../views/evidence-grid.tsx';

/** What is sent is only shown or saved: it may not run, load or reach anything. */
const SANDBOX = "default-src 'none'; sandbox";

type Found = { readonly report: Report; readonly item: Evidence };
type Original = { readonly bytes: Uint8Array; readonly mediaType: string };

/** Evidence is shown re-drawn or played; the original leaves only as a download, after a warning. Each look is in the audit first. */
export function evidenceRoutes(deps: ConsoleDependencies): Route[] {
  const path = '/bao-cao/:id/chung-cu/:evidenceId';
  return [
    route({ method: 'get', path, roles: OFFICERS, handler: (visit) => show(deps, visit) }),
    route({ method: 'get', path: `${path}/goc`, roles: OFFICERS, handler: (visit) => warn(deps, visit) }),
    route({
      method: 'post',
      path: `${path}/goc`,
      roles: OFFICERS,
      handler: (visit) => download(deps, visit),
    }),
  ];
}

async function show(deps: ConsoleDependencies, visit: StaffVisit): Promise<void> {
  const found = await findEvidence(deps, visit);
  if (found === null) return;
  const { report, item } = found;
  if (!isImagePreviewable(item.mediaType) && !isPlayable(item.mediaType)) {
    goTo(visit, `${evidencePath(report.id, item.id)}/goc`);
    return;
  }
  const { response, request } = visit;
  const range = request.get('range');
  // a player asks for the rest of what it plays already: one look
  if (range === undefined || range.startsWith('bytes=0-'))
    await record(deps, visit, found, 'evidence-viewed');
  else await recordContinuedLook(deps, entryOf(visit, found, 'evidence-viewed'));
  const original = await readOriginal(deps, visit, item);
  if (original === null) return;
  response.set('Content-Security-Policy', SANDBOX);
  if (isPlayable(item.mediaType)) {
    sendRange(visit, original.bytes, item.mediaType);
    return;
  }
  const size = queryText(request, 'nho') === '1' ? 'thumbnail' : 'page';
  const preview = await previewImage(original.bytes, size);
  if (preview === null) response.status(415).type('text/plain; charset=utf-8').send(vi.evidence.noPreview);
  else response.type('image/webp').set('Content-Disposition', 'inline').send(preview);
}

async function warn(deps: ConsoleDependencies, visit: StaffVisit): Promise<void> {
  const found = await findEvidence(deps, visit);
  if (found === null) return;
  sendPage(
    visit,
    { title: vi.evidence.warnTitle, place: 'queue' },
    <DownloadWarning visit={visit} report={found.report} item={found.item} />,
  );
}

async function download(deps: ConsoleDependencies, visit: StaffVisit): Promise<void> {
  const found = await findEvidence(deps, visit);
  if (found === null) return;
  await record(deps, visit, found, 'evidence-downloaded');
  const original = await readOriginal(deps, visit, found.item);
  if (original === null) return;
  visit.response
    .attachment(downloadName(found))
    .type('application/octet-stream')
    .set('Content-Security-Policy', SANDBOX)
    .send(Buffer.from(original.bytes));
}

/** Named after the case, never as the sender called it: a name can deceive, too. */
function downloadName({ report, item }: Found): string {
  const position = report.evidence.indexOf(item) + 1;
  return `${report.code}-chung-cu-${position}.${fileEnding(item.mediaType)}`;
}

/** The evidence, if this report has it and its file; otherwise the answer is given already. */
async function findEvidence(deps: ConsoleDependencies, visit: StaffVisit): Promise<Found | null> {
  const report = await deps.reports.byId(pathText(visit.request, 'id'));
  const evidenceId = pathText(visit.request, 'evidenceId');
  const item = report?.evidence.find(({ id }) => id === evidenceId);
  if (report !== null && item?.state === 'stored' && item.sha256 !== null) return { report, item };
  refuse(visit, 'not-found');
  return null;
}

function record(deps: ConsoleDependencies, visit: StaffVisit, found: Found, act: AuditAct): Promise<void> {
  return recordAct(deps.transact, entryOf(visit, found, act));
}

function entryOf({ staff, now }: StaffVisit, { report, item }: Found, act: AuditAct): AuditEntry {
  return auditEntry(staff, act, reportSubject(report.id), now, item.id);
}

/** The original bytes; null when they are missing or damaged, and then the answer is given already. */
async function readOriginal(
  deps: ConsoleDependencies,
  visit: StaffVisit,
  item: Evidence,
): Promise<Original | null> {
  try {
    const original = await deps.evidence.read(item.id);
    if (original === null) refuse(visit, 'not-found');
    return original;
  } catch (error) {
    if (!(error instanceof ReportError) || error.code !== 'evidence-damaged') throw error;
    deps.onError(error);
    sendPage(visit, { title: vi.evidence.damagedTitle, status: 500 }, <DamagedEvidence />);
    return null;
  }
}

/** A recording, whole or the one piece that the player asks for. */
function sendRange({ request, response }: StaffVisit, bytes: Uint8Array, mediaType: string): void {
  response.type(mediaType).set({ 'Accept-Ranges': 'bytes', 'Content-Disposition': 'inline' });
  const ranges = request.range(bytes.length);
  const range =
    Array.isArray(ranges) && ranges.type === 'bytes' && ranges.length === 1 ? ranges[0] : undefined;
  if (range === undefined) {
    response.send(Buffer.from(bytes));
    return;
  }
  const { start, end } = range;
  response
    .status(206)
    .set('Content-Range', `bytes ${start}-${end}/${bytes.length}`)
    .send(Buffer.from(bytes.subarray(start, end + 1)));
}
