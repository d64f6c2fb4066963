import { vi } from '../texts/vi.ts';
import type { ActionsProps } from './act.tsx';
import { Act, typedIn } from './act.tsx';
import { Field, Options } from './field.tsx';
import { Outside } from './parts.tsx';

/** Who has the report, and to whom it may go. */
export function AssignForm(props: ActionsProps) {
  const { visit, view, refused } = props;
  const { assignedTo } = view.report;
  const others = view.colleagues.filter(({ id }) => id !== visit.staff.id && id !== assignedTo);
  const chosen = typedIn(refused, 'assigned', 'colleague');
  return (
    <Act {...props} name="assigned" path="giao" title={vi.report.assign} open>
      <p>
        {assignedTo === null ? (
          <span class="muted">{vi.report.nobody}</span>
        ) : (
          <Outside text={view.assigneeName ?? assignedTo} />
        )}
      </p>
      <input type="hidden" name="seen" value={assignedTo ?? ''} />
      <p class="buttons">
        {assignedTo !== visit.staff.id && (
          <button class="quiet" type="submit" name="to" value="me">
            {vi.report.assignMe}
          </button>
        )}
        {assignedTo !== null && (
          <button class="quiet" type="submit" name="to" value="nobody">
            {vi.report.release}
          </button>
        )}
      </p>
      {others.length > 0 && (
        <Field id="colleague" label={vi.report.assignColleague}>
          <div class="beside">
            <select id="colleague" name="colleague">
              <Options among={others.map(({ id, name }) => [id, name])} chosen={chosen} />
            </select>
            <button class="quiet" type="submit" name="to" value="colleague">
              {vi.report.give}
            </button>
          </div>
        </Field>
      )}
    </Act>
  );
}
