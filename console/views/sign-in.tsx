import type { Visit } from '../route.ts';
import { vi } from '../texts/vi.ts';
import { Field } from './field.tsx';
import { Form, Notice } from './parts.tsx';
import { CodeInput, PasswordInput } from './secret-inputs.tsx';

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
        <Field id="login" label={vi.signIn.login}>
          <input
            id="login"
            name="login"
            value={login}
            maxLength={64}
            autocomplete="username"
            autocapitalize="none"
            spellcheck={false}
            required
            autofocus={login === ''}
          />
        </Field>
        <Field id="password" label={vi.signIn.password}>
          <PasswordInput id="password" complete="current-password" focused={login !== ''} />
        </Field>
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
        <Field id="code" label={vi.signIn.code} hint={vi.signIn.codeHint}>
          <CodeInput focused />
        </Field>
        <button type="submit">{vi.signIn.finish}</button>
      </Form>
      <p>
        <a href="/console/dang-nhap">{vi.signIn.otherAccount}</a>
      </p>
    </section>
  );
}
