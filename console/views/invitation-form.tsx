import type { Visit } from '../route.ts';
import { vi } from '../texts/vi.ts';
import { Field } from './field.tsx';
import { Form } from './parts.tsx';
import { CodeInput, PasswordInput } from './secret-inputs.tsx';

export interface InvitationFaults {
  readonly password?: string;
  readonly again?: string;
  readonly code?: string;
}

interface InvitationFormProps {
  readonly visit: Visit;
  readonly action: string;
  readonly name: string;
  readonly login: string;
  readonly qrCode: string;
  readonly secret: string;
  readonly faults: InvitationFaults;
}

/** One page for password and second factor: there is nothing half set up. */
export function InvitationForm(props: InvitationFormProps) {
  const { visit, action, name, login, qrCode, secret, faults } = props;
  const text = vi.invitation;
  return (
    <section class="card narrow">
      <h1>{text.title}</h1>
      <p>{text.lead(name)}</p>
      <Form visit={visit} action={action} class="stack">
        <Field id="login" label={text.login}>
          <input id="login" value={login} autocomplete="username" readOnly />
        </Field>
        <h2>{text.passwordStep}</h2>
        <Field id="password" label={text.password} hint={text.passwordHint} error={faults.password}>
          <PasswordInput id="password" complete="new-password" note />
        </Field>
        <Field id="again" label={text.again} error={faults.again}>
          <PasswordInput id="again" complete="new-password" note={faults.again !== undefined} />
        </Field>
        <h2>{text.appStep}</h2>
        <p>{text.appLead}</p>
        <img class="qr" src={qrCode} alt={text.qrAlt} width="220" height="220" />
        <p>
          {text.secretLabel} <code class="secret">{(secret.match(/.{1,4}/g) ?? []).join(' ')}</code>
        </p>
        <div class={faults.code === undefined ? 'field' : 'field wrong'}>
          <label for="code">{text.code}</label>
          <CodeInput />
          {faults.code !== undefined && (
            <p class="hint error" id="code-note" role="alert">
              {faults.code}
            </p>
          )}
        </div>
        <button type="submit">{text.finish}</button>
      </Form>
    </section>
  );
}
