import { z } from 'zod';
import type { Classification } from '../../reports/report.ts';
import { CATEGORIES, CLASSIFICATIONS, STATUSES, URGENCIES } from '../../reports/report.ts';
import type { ReportAct } from '../act-on-report.ts';
import { actOnReport } from '../act-on-report.ts';
import { takesReports } from '../colleagues.ts';
import type { ConsoleDependencies } from '../dependencies.ts';
import { paragraphs, pathText, readForm, token } from '../form.ts';
import { refuse } from '../refusals.tsx';
import {
  assignAct,
  categoryAct,
  classifyAct,
  eraseContactAct,
  messageAct,
  noteAct,
  receiveAct,
  refusedAssignment,
  statusAct,
  urgencyAct,
} from '../report-acts.ts';
import type { Route, StaffVisit } from '../route.ts';
import { OFFICERS, route } from '../route.ts';
import { goTo } from '../send-page.tsx';
import { showReport } from './report.tsx';

/** More than any rule allows, so that a text a little too long comes back with what is wrong instead of an error page. */
const TYPED_MAX_CHARS = 20_000;

const reason = paragraphs(2_000).default('');
const statusForm = z.object({
  seen: z.enum(STATUSES),
  to: z.enum(STATUSES),
  note: reason,
  tell: z.literal('yes').optional(),
});
const urgencyForm = z.object({ seen: z.enum(URGENCIES), to: z.enum(URGENCIES), note: reason });
const categoryForm = z.object({ seen: z.enum(CATEGORIES), to: z.enum(CATEGORIES), note: reason });
const kind = z
  .enum([...CLASSIFICATIONS, ''])
  .transform((value): Classification | null => (value === '' ? null : value));
const classifyForm = z.object({ seen: kind, to: kind, note: reason });
const assignForm = z.object({
  seen: token,
  to: z.enum(['me', 'nobody', 'colleague']),
  colleague: token.default(''),
});
const noteForm = z.object({ text: paragraphs(TYPED_MAX_CHARS) });
const eraseForm = z.object({ note: reason });
const messageForm = z.object({
  messageId: z.string().regex(/^[0-9a-zA-Z-]{1,40}$/),
  text: paragraphs(TYPED_MAX_CHARS),
});

/** Each form of the report's page. A refused one comes back with what was typed; a good one leads to the page anew. */
export function reportActRoutes(deps: ConsoleDependencies): Route[] {
  const act = <Fields>(
    path: string,
    schema: z.ZodType<Fields>,
    toAct: (visit: StaffVisit, form: Fields) => Promise<ReportAct> | ReportAct,
  ): Route =>
    route({
      method: 'post',
      path: `/bao-cao/:id/${path}`,
      roles: OFFICERS,
      handler: async (visit) => {
        const form = readForm(visit.request, schema);
        if (form === null) refuse(visit, 'bad-form');
        else await perform(deps, visit, await toAct(visit, form));
      },
    });

  return [
    act('tiep-nhan', z.object({}), (visit) => receiveAct(visit)),
    act('trang-thai', statusForm, (visit, form) => statusAct(visit, form, form.tell === 'yes')),
    act('muc', urgencyForm, urgencyAct),
    act('nhom', categoryForm, categoryAct),
    act('phan-loai', classifyForm, classifyAct),
    act('giao', assignForm, async (visit, form) => {
      const seen = form.seen === '' ? null : form.seen;
      const from = seen === null ? null : await deps.staff.byId(seen);
      const colleague = form.to === 'colleague' ? await deps.staff.byId(form.colleague) : null;
      if (form.to === 'colleague' && (colleague === null || !takesReports(colleague)))
        return refusedAssignment;
      const to = form.to === 'me' ? visit.staff : colleague;
      return assignAct(visit, seen, to, from?.name ?? null);
    }),
    act('ghi-chu', noteForm, (visit, form) => noteAct(visit, form.text)),
    act('xoa-lien-he', eraseForm, (visit, form) => eraseContactAct(visit, form.note)),
    act('nhan', messageForm, (visit, form) => messageAct(visit, form.messageId, form.text)),
  ];
}

/** Where what was done can be seen, when it is not at the top. */
const PLACE: Readonly<Partial<Record<ReportAct['name'], string>>> = { 'resident-written': '#thread' };

async function perform(deps: ConsoleDependencies, visit: StaffVisit, act: ReportAct): Promise<void> {
  const id = pathText(visit.request, 'id');
  const outcome = await actOnReport(deps, visit, id, act);
  switch (outcome.kind) {
    case 'done':
      goTo(
        visit,
        `/console/bao-cao/${encodeURIComponent(id)}?xong=${act.done ?? act.name}${PLACE[act.name] ?? ''}`,
      );
      return;
    case 'gone':
      refuse(visit, 'not-found');
      return;
    case 'fault':
      await showReport(deps, visit, {
        form: act.name,
        fault: outcome.fault,
        typed: typedTexts(visit.request.body),
      });
  }
}

/** The form's fields as they were typed. */
function typedTexts(body: unknown): Readonly<Record<string, string>> {
  const parsed = z.record(z.string(), z.unknown()).safeParse(body);
  const fields = parsed.success ? Object.entries(parsed.data) : [];
  return Object.fromEntries(
    fields.filter((field): field is [string, string] => typeof field[1] === 'string'),
  );
}
