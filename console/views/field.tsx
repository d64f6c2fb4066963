import type { ComponentChildren } from 'preact';

interface FieldProps {
  /** Of the input within. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly children: ComponentChildren;
}

/** One input with its label, a hint, and what is wrong with it. The input names `<id>-note` as its description. */
export function Field({ id, label, hint, error, children }: FieldProps) {
  return (
    <div class={error === undefined ? 'field' : 'field wrong'}>
      <label for={id}>{label}</label>
      {children}
      {(hint !== undefined || error !== undefined) && (
        <p id={`${id}-note`} class={error === undefined ? 'hint' : 'hint error'}>
          {error ?? hint}
        </p>
      )}
    </div>
  );
}

interface OptionsProps {
  /** Value and title of each. */
  readonly among: readonly (readonly [string, string])[];
  readonly chosen: string | null;
}

/** What a select offers. */
export function Options({ among, chosen }: OptionsProps) {
  return (
    <>
      {among.map(([value, title]) => (
        <option key={value} value={value} selected={value === chosen}>
          {title}
        </option>
      ))}
    </>
  );
}
