/** The six figures of the authenticator app. */
export function CodeInput({ focused = false }: { readonly focused?: boolean }) {
  return (
    <input
      id="code"
      name="code"
      class="code-input"
      inputMode="numeric"
      autocomplete="one-time-code"
      maxLength={8}
      pattern="[0-9 ]{6,8}"
      aria-describedby="code-note"
      required
      autofocus={focused}
    />
  );
}

interface PasswordInputProps {
  readonly id: string;
  readonly complete: 'current-password' | 'new-password';
  /** Whether the field has a note that describes it. */
  readonly note?: boolean;
  /** Where typing begins. */
  readonly focused?: boolean;
}

/** Never filled in, and known to password managers for what it is. */
export function PasswordInput({ id, complete, note = false, focused = false }: PasswordInputProps) {
  return (
    <input
      id={id}
      name={id}
      type="password"
      maxLength={128}
      autocomplete={complete}
      aria-describedby={note ? `${id}-note` : undefined}
      required
      autofocus={focused}
    />
  );
}
