import { vi } from '../texts/vi.ts';
import type { ActionsProps } from './act.tsx';
import { Act, typedIn } from './act.tsx';
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
        <div class="field">
          <label for="colleague">{vi.report.assignColleague}</label>
          <div class="beside">
            <select id="colleague" name="colleague">
              {others.map(({ id, name }) => (
                <option key={id} value={id} selected={id === chosen}>
                  {name}
                </option>
              ))}
            </select>
            <button class="quiet" type="submit" name="to" value="colleague">
              {vi.report.give}
            </button>
          </div>
        </div>
      )}
    </Act>
  );
}
