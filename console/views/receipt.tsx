import { vi } from '../texts/vi.ts';
import { Field } from './field.tsx';
import { Notice } from './parts.tsx';

/** Works without a script, and changes nothing: no token is needed. */
export function CheckReceipt(props: {
  readonly result: 'real' | 'forged' | null;
  readonly code: string | null;
}) {
  const text = vi.receipt;
  return (
    <section class="card narrow">
      <h1>{text.checkTitle}</h1>
      {props.result === 'real' && <Notice tone="good">{text.real(props.code ?? '')}</Notice>}
      {props.result === 'forged' && <Notice tone="bad">{text.forged}</Notice>}
      <p class="muted">{text.checkLead}</p>
      <form method="post" action="/kiem-tra-bien-nhan" class="stack">
        <Field id="lines" label={text.field}>
          <textarea id="lines" name="lines" rows={8} maxLength={8_000} spellcheck={false} required />
        </Field>
        <button type="submit">{text.check}</button>
      </form>
    </section>
  );
}

export function UnknownReceipt() {
  return (
    <section class="card narrow">
      <h1>{vi.receipt.unknown}</h1>
      <p>{vi.receipt.unknownText}</p>
    </section>
  );
}
