import { CATEGORY_INFO } from '../../reports/categories.ts';
import { CLASSIFICATION_NAMES } from '../../reports/classify.ts';
import { CATEGORIES, CLASSIFICATIONS, URGENCIES } from '../../reports/report.ts';
import { nextStatuses, STATUS_WORDS } from '../../reports/status-rules.ts';
import { vi } from '../texts/vi.ts';
import type { ActionsProps } from './act.tsx';
import { Act, typedIn } from './act.tsx';
import { Choice, Reason } from './act-fields.tsx';
import { AssignForm } from './assign-form.tsx';
import { Field } from './field.tsx';

/** What an officer may do with the report now; one red button at most. */
export function ReportActions(props: ActionsProps) {
  return (
    <>
      <h2 id="actions">{vi.report.act}</h2>
      <StatusForm {...props} />
      <AssignForm {...props} />
      <UrgencyForm {...props} />
      <CategoryForm {...props} />
      <ClassifyForm {...props} />
      <NoteForm {...props} />
      <EraseContactForm {...props} />
    </>
  );
}

function StatusForm(props: ActionsProps) {
  const { view, refused } = props;
  const rules = nextStatuses(view.report.status, 'staff');
  // while nobody has received it, that is the next step, and its button stands above
  const isNew = view.report.status === 'new';
  const typedTo = typedIn(refused, 'status-changed', 'to');
  return (
    <Act {...props} name="status-changed" path="trang-thai" title={vi.report.changeStatus} open={!isNew}>
      {rules.length === 0 && <p class="muted">{vi.report.noNext}</p>}
      <input type="hidden" name="seen" value={view.report.status} />
      <fieldset>
        <legend>{vi.report.to}</legend>
        {rules.map(({ to, needsNote }) => (
          <label key={to} class="choice">
            <input type="radio" name="to" value={to} checked={to === typedTo} required />
            <span>
              {STATUS_WORDS[to].label} {needsNote && <small class="muted">({vi.report.needsNote})</small>}
            </span>
          </label>
        ))}
      </fieldset>
      <Reason
        id="status-note"
        typed={typedIn(refused, 'status-changed', 'note')}
        hint={vi.report.reasonHint}
      />
      <label class="choice">
        <input type="checkbox" name="tell" value="yes" checked />
        <span>
          {vi.report.tell}
          <br />
          <small class="muted">{vi.report.forecast[view.statusForecast]}</small>
        </span>
      </label>
      <button class={isNew ? 'quiet' : ''} type="submit">
        {vi.report.change}
      </button>
    </Act>
  );
}

function UrgencyForm(props: ActionsProps) {
  const { view, refused } = props;
  const { urgency } = view.report;
  return (
    <Act
      {...props}
      name="urgency-changed"
      path="muc"
      title={`${vi.report.changeUrgency}: ${urgency} ${vi.urgency[urgency]}`}
    >
      <input type="hidden" name="seen" value={urgency} />
      <Choice
        id="urgency-to"
        label={vi.report.to}
        value={typedIn(refused, 'urgency-changed', 'to') ?? urgency}
        options={URGENCIES.map((one) => [one, `${one} ${vi.urgency[one]}`])}
      />
      <Reason
        id="urgency-note"
        typed={typedIn(refused, 'urgency-changed', 'note')}
        hint={vi.report.urgencyHint}
      />
      <button class="quiet" type="submit">
        {vi.report.change}
      </button>
    </Act>
  );
}

function CategoryForm(props: ActionsProps) {
  const { view, refused } = props;
  const { category } = view.report;
  return (
    <Act
      {...props}
      name="category-changed"
      path="nhom"
      title={`${vi.report.changeCategory}: ${category} ${CATEGORY_INFO[category].shortName}`}
    >
      <input type="hidden" name="seen" value={category} />
      <Choice
        id="category-to"
        label={vi.report.to}
        value={typedIn(refused, 'category-changed', 'to') ?? category}
        options={CATEGORIES.map((one) => [one, `${one} ${CATEGORY_INFO[one].shortName}`])}
      />
      <Reason id="category-note" typed={typedIn(refused, 'category-changed', 'note')} />
      <button class="quiet" type="submit">
        {vi.report.change}
      </button>
    </Act>
  );
}

function ClassifyForm(props: ActionsProps) {
  const { view, refused } = props;
  const now = view.report.classification;
  const name = now === null ? vi.report.unclassified : CLASSIFICATION_NAMES[now];
  return (
    <Act {...props} name="classified" path="phan-loai" title={`${vi.report.classify}: ${name}`}>
      <input type="hidden" name="seen" value={now ?? ''} />
      <Choice
        id="classify-to"
        label={vi.report.to}
        value={typedIn(refused, 'classified', 'to') ?? now ?? ''}
        options={[
          ['', vi.report.unclassified],
          ...CLASSIFICATIONS.map((one) => [one, CLASSIFICATION_NAMES[one]] as const),
        ]}
      />
      <Reason id="classify-note" typed={typedIn(refused, 'classified', 'note')} />
      <button class="quiet" type="submit">
        {vi.report.change}
      </button>
    </Act>
  );
}

/** Only while there is a name or a number to delete. */
function EraseContactForm(props: ActionsProps) {
  const { name, phone } = props.view.report.reporter;
  if (name === null && phone === null) return null;
  return (
    <Act {...props} name="contact-erased" path="xoa-lien-he" title={vi.report.eraseContact}>
      <Reason
        id="erase-note"
        typed={typedIn(props.refused, 'contact-erased', 'note')}
        hint={vi.report.eraseContactHint}
      />
      <button class="quiet" type="submit">
        {vi.report.eraseContactNow}
      </button>
    </Act>
  );
}

function NoteForm(props: ActionsProps) {
  return (
    <Act {...props} name="noted" path="ghi-chu" title={vi.report.note}>
      <Field id="note" label={vi.report.note} hint={vi.report.noteHint}>
        <textarea id="note" name="text" data-keep rows={3} aria-describedby="note-note" required>
          {typedIn(props.refused, 'noted', 'text') ?? ''}
        </textarea>
      </Field>
      <button class="quiet" type="submit">
        {vi.report.addNote}
      </button>
    </Act>
  );
}
