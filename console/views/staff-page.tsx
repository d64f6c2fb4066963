import type { Role, StaffMember } from '../../reports/staff.ts';
import { ROLES } from '../../reports/staff.ts';
import { isLocked, isUnused, lastUsedAt } from '../accounts/sign-in.ts';
import type { StaffVisit } from '../route.ts';
import { vi } from '../texts/vi.ts';
import { CopyButton } from './copy-button.tsx';
import { Field } from './field.tsx';
import { Age, Form, Notice, Outside } from './parts.tsx';

/** What was typed for an account that could not be made. */
export interface NewAccount {
  readonly name: string;
  readonly login: string;
  readonly role: Role;
  readonly fault: keyof typeof vi.accounts.fault;
}

interface StaffPageProps {
  readonly visit: StaffVisit;
  readonly members: readonly StaffMember[];
  readonly refused: NewAccount | null;
  readonly done: string | null;
}

export function StaffPage({ visit, members, refused, done }: StaffPageProps) {
  const text = vi.accounts;
  return (
    <>
      <h1>{text.title}</h1>
      <p class="muted">{text.lead}</p>
      {done !== null && <Notice tone="good">{done}</Notice>}
      {refused !== null && <Notice tone="bad">{text.fault[refused.fault]}</Notice>}
      <ul class="plain">
        {members.map((member) => (
          <li key={member.id} class="card account">
            <Account visit={visit} member={member} />
          </li>
        ))}
      </ul>
      <section class="card" aria-labelledby="add">
        <h2 id="add">{text.add}</h2>
        <Form visit={visit} action="/console/can-bo" class="stack">
          <Field id="name" label={text.name} hint={text.nameHint}>
            <input
              id="name"
              name="name"
              maxLength={80}
              value={refused?.name ?? ''}
              aria-describedby="name-note"
              required
            />
          </Field>
          <Field id="login" label={text.login} hint={text.loginHint}>
            <input
              id="login"
              name="login"
              maxLength={32}
              value={refused?.login ?? ''}
              autocapitalize="none"
              autocomplete="off"
              aria-describedby="login-note"
              required
            />
          </Field>
          <fieldset>
            <legend>{text.role}</legend>
            {[...ROLES].reverse().map((role) => (
              <label key={role} class="choice">
                <input
                  type="radio"
                  name="role"
                  value={role}
                  checked={role === (refused?.role ?? 'officer')}
                  required
                />
                <span>{text.roleHint[role]}</span>
              </label>
            ))}
          </fieldset>
          <button type="submit">{text.create}</button>
        </Form>
      </section>
    </>
  );
}

type State = keyof typeof vi.accounts.state;

function stateOf(member: StaffMember, now: Date): State {
  if (member.disabled) return 'disabled';
  if (member.passwordHash === null) {
    return member.invitation !== null && member.invitation.expiresAt > now ? 'invited' : 'expired';
  }
  if (isLocked(member, now)) return 'locked';
  return isUnused(member, now) ? 'unused' : 'active';
}

function Account({ visit, member }: { readonly visit: StaffVisit; readonly member: StaffMember }) {
  const text = vi.accounts;
  const path = `/console/can-bo/${member.id}`;
  const lastUse = lastUsedAt(member);
  const state = stateOf(member, visit.now);
  const isYou = member.id === visit.staff.id;
  return (
    <>
      <p>
        <strong>
          <Outside text={member.name} />
        </strong>{' '}
        <span class="muted">
          {member.login} · {vi.role[member.role]}
          {isYou && ` · ${text.you}`}
        </span>
        <br />
        <span class={`tag account-${state}`}>{text.state[state]}</span>{' '}
        <span class="muted small">
          {text.lastUsed}: {lastUse === null ? text.neverUsed : <Age at={lastUse} now={visit.now} />}
        </span>
      </p>
      {!isYou && (
        <div class="buttons">
          <Form visit={visit} action={`${path}/${member.disabled ? 'mo' : 'khoa'}`}>
            <button
              class="quiet"
              type="submit"
              aria-label={`${member.disabled ? text.enable : text.disable} ${member.login}`}
            >
              {member.disabled ? text.enable : text.disable}
            </button>
          </Form>
          <details class="sure">
            <summary aria-label={`${text.reset} ${member.login}`}>{text.reset}</summary>
            <Form visit={visit} action={`${path}/cap-lai`} class="stack">
              <p class="hint">
                <Outside text={text.resetSure(member.name)} />
              </p>
              <button type="submit">{text.resetNow}</button>
            </Form>
          </details>
        </div>
      )}
    </>
  );
}

export function InvitationLinkPage({ name, link }: { readonly name: string; readonly link: string }) {
  const text = vi.accounts;
  return (
    <section class="card narrow">
      <h1>{text.linkTitle}</h1>
      <p>
        <Outside text={text.linkLead(name)} />
      </p>
      <p>
        <code class="link" data-invitation={link}>
          {link}
        </code>{' '}
        <CopyButton text={link} what={text.linkTitle} />
      </p>
      <p>
        <a href="/console/can-bo">{text.linkNext}</a>
      </p>
    </section>
  );
}
