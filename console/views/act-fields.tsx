import { vi } from '../texts/vi.ts';

interface ChoiceProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
}

/** The new value of something that has a few. */
export function Choice({ id, label, value, options }: ChoiceProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} name="to">
        {options.map(([option, title]) => (
          <option key={option} value={option} selected={option === value}>
            {title}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Why; required or not is the act's own rule. */
export function Reason({ id, typed, hint }: { id: string; typed: string | null; hint?: string }) {
  return (
    <div class="field">
      <label for={id}>{vi.report.reason}</label>
      <textarea id={id} name="note" rows={2} maxLength={2_000} aria-describedby={hint && `${id}-hint`}>
        {typed ?? ''}
      </textarea>
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
