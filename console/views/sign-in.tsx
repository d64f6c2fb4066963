import type { Visit } from '../route.ts';
import { vi } from '../texts/vi.ts';
import { Form, Notice } from './parts.tsx';

interface PasswordFormProps {
  readonly visit: Visit;
  readonly then: string;
  readonly login: string;
  readonly wrong: boolean;
  readonly done: string | null;
}

export function PasswordForm({ visit, then, login, wrong, done }: PasswordFormProps) {
  return (
    <section class="card narrow">
      <p class="step">{vi.signIn.step(1)}</p>
      <h1>{vi.signIn.title}</h1>
      <p class="muted">{vi.signIn.lead}</p>
      {done !== null && <Notice tone="plain">{done}</Notice>}
      {wrong && <Notice tone="bad">{vi.signIn.wrong}</Notice>}
      <Form visit={visit} action="/console/dang-nhap" class="stack">
        <input type="hidden" name="then" value={then} />
        <div class="field">
          <label for="login">{vi.signIn.login}</label>
          <input
            id="login"
            name="login"
            value={login}
            maxLength={64}
            autocomplete="username"
            autocapitalize="none"
            spellcheck={false}
            required
            autofocus
          />
        </div>
        <div class="field">
          <label for="password">{vi.signIn.password}</label>
          <input
            id="password"
            name="password"
            type="password"
            maxLength={128}
            autocomplete="current-password"
            required
          />
        </div>
        <button type="submit">{vi.signIn.next}</button>
      </Form>
    </section>
  );
}

export function CodeForm({ visit, wrong }: { readonly visit: Visit; readonly wrong: boolean }) {
  return (
    <section class="card narrow">
      <p class="step">{vi.signIn.step(2)}</p>
      <h1>{vi.signIn.codeTitle}</h1>
      <p class="muted">{vi.signIn.codeLead}</p>
      {wrong && <Notice tone="bad">{vi.signIn.wrongCode}</Notice>}
      <Form visit={visit} action="/console/dang-nhap/ma" class="stack">
        <div class="field">
          <label for="code">{vi.signIn.code}</label>
          <CodeInput />
          <p class="hint" id="code-note">
            {vi.signIn.codeHint}
          </p>
        </div>
        <button type="submit">{vi.signIn.finish}</button>
      </Form>
      <p>
        <a href="/console/dang-nhap">{vi.signIn.otherAccount}</a>
      </p>
    </section>
  );
}

export function CodeInput() {
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
    />
  );
}

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
        <div class="field">
          <label for="login">{text.login}</label>
          <input id="login" value={login} autocomplete="username" readOnly />
        </div>
        <h2>{text.passwordStep}</h2>
        <NewPassword id="password" label={text.password} fault={faults.password} hint={text.passwordHint} />
        <NewPassword id="again" label={text.again} fault={faults.again} />
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

function NewPassword(props: { id: string; label: string; fault: string | undefined; hint?: string }) {
  const { id, label, fault, hint } = props;
  return (
    <div class={fault === undefined ? 'field' : 'field wrong'}>
      <label for={id}>{label}</label>
      <input
        id={id}
        name={id}
        type="password"
        maxLength={128}
        autocomplete="new-password"
        aria-describedby={`${id}-note`}
        required
      />
      <p class={fault === undefined ? 'hint' : 'hint error'} id={`${id}-note`}>
        {fault ?? hint}
      </p>
    </div>
  );
}
