import { vi } from '../texts/vi.ts';
import { Field, Options } from './field.tsx';

interface ChoiceProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
}

/** The new value of something that has a few. */
export function Choice({ id, label, value, options }: ChoiceProps) {
  return (
    <Field id={id} label={label}>
      <select id={id} name="to">
        <Options among={options} chosen={value} />
      </select>
    </Field>
  );
}

/** Why; required or not is the act's own rule. */
export function Reason({ id, typed, hint }: { id: string; typed: string | null; hint?: string }) {
  return (
    <Field id={id} label={vi.report.reason} hint={hint}>
      <textarea
        id={id}
        name="note"
        data-keep
        rows={2}
        maxLength={2_000}
        aria-describedby={hint && `${id}-note`}
      >
        {typed ?? ''}
      </textarea>
    </Field>
  );
}
