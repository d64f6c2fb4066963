import type { PasswordChangeFault } from '../accounts/change-password.ts';
import { lastUsedAt } from '../accounts/sign-in.ts';
import { IDLE_MAX_MS } from '../middleware/current-staff.ts';
import type { StaffVisit } from '../route.ts';
import { vi } from '../texts/vi.ts';
import { Field } from './field.tsx';
import { Form, Moment, Notice, Outside } from './parts.tsx';
import { CodeInput, PasswordInput } from './secret-inputs.tsx';

interface OwnAccountProps {
  readonly visit: StaffVisit;
  readonly fault: PasswordChangeFault | null;
  readonly isDone: boolean;
}

/** Who one is here, and the form for a new password. Nothing that was typed is ever filled in again. */
export function OwnAccount({ visit, fault, isDone }: OwnAccountProps) {
  const text = vi.ownAccount;
  return (
    <>
      <h1>{text.title}</h1>
      {isDone && <Notice tone="good">{text.done}</Notice>}
      {fault !== null && <Notice tone="bad">{text.fault[fault]}</Notice>}
      <div class="three own">
        <Identity visit={visit} />
        <section class="card" aria-labelledby="password-title">
          <h2 id="password-title">{text.change}</h2>
          <p class="muted">{text.changeLead}</p>
          <PasswordFields visit={visit} />
        </section>
      </div>
    </>
  );
}

function Identity({ visit }: { readonly visit: StaffVisit }) {
  const { staff } = visit;
  const text = vi.ownAccount;
  const lastUse = lastUsedAt(staff);
  return (
    <section class="card" aria-labelledby="identity">
      <h2 id="identity">
        <Outside text={staff.name} />
      </h2>
      <dl class="facts">
        <dt>{vi.accounts.login}</dt>
        <dd>{staff.login}</dd>
        <dt>{vi.accounts.role}</dt>
        <dd>{vi.accounts.roleHint[staff.role]}</dd>
        {lastUse !== null && (
          <>
            <dt>{text.lastCode}</dt>
            <dd>
              <Moment at={lastUse} />
            </dd>
          </>
        )}
      </dl>
      <p class="muted small">{text.idle(IDLE_MAX_MS[staff.role] / 60_000)}</p>
      <p class="muted small">{text.lost}</p>
    </section>
  );
}

function PasswordFields({ visit }: { readonly visit: StaffVisit }) {
  const text = vi.ownAccount;
  return (
    <Form visit={visit} action="/console/tai-khoan/mat-khau" class="stack">
      <input type="hidden" name="username" value={visit.staff.login} autocomplete="username" />
      <Field id="current" label={text.current}>
        <PasswordInput id="current" complete="current-password" />
      </Field>
      <Field id="code" label={vi.signIn.code} hint={vi.signIn.codeHint}>
        <CodeInput />
      </Field>
      <Field id="password" label={vi.invitation.password} hint={vi.invitation.passwordHint}>
        <PasswordInput id="password" complete="new-password" note />
      </Field>
      <Field id="again" label={vi.invitation.again}>
        <PasswordInput id="again" complete="new-password" />
      </Field>
      <button type="submit">{text.change}</button>
    </Form>
  );
}
