import { useQuery } from '@tanstack/react-query';
import { Trans } from '@lingui/react/macro';
import { useEffect, useRef, type ReactNode } from 'react';
import { useFormats } from '../../../../../web/lib/format.ts';
import { useRoleNames } from '../../../../../web/lib/role-names.ts';
import { useSession } from '../../../../../web/lib/session.ts';
import { BackLink } from '../../../../../web/ui/BackLink.tsx';
import { endStaffSessions, setStaffState, withdrawRole, type StaffMember } from '../../../staff/contract.ts';
import { call } from '../../../../../web/lib/client.ts';
import { AskRole } from './AskRole.tsx';
import { ChangeWithReason } from './ChangeWithReason.tsx';
import { requestsQuery } from './load-people.ts';
import { StatePill } from './StatePill.tsx';

const Part = ({ title, children }: { title: ReactNode; children: ReactNode }) => (
  <section className="border-t border-line px-4 py-3">
    <h3 className="mb-1.5 font-sans text-sm font-semibold text-ink-2">{title}</h3>
    {children}
  </section>
);

const Roles = ({ person, mayChange }: { person: StaffMember; mayChange: boolean }) => {
  const formats = useFormats();
  const roleNames = useRoleNames();
  const waiting = useQuery(requestsQuery).data?.requests.filter(
    (one) => one.outcome === null && one.kind === 'account' && one.signInName === person.signInName,
  );
  return (
    <Part title={<Trans>Roles</Trans>}>
      {person.roles.length === 0 ? (
        <p className="text-ink-2">
          <Trans>No role: this person can not work here.</Trans>
        </p>
      ) : null}
      <ul className="space-y-1.5">
        {person.roles.map(({ role, until }) => {
          const name = roleNames[role];
          return (
            <li key={role}>
              <p>
                <span className="font-semibold">{name}</span>
                {until ? (
                  <span className="text-sm text-ink-2">
                    {' '}
                    <Trans>until {formats.shortDate(until)}</Trans>
                  </span>
                ) : null}
              </p>
              {mayChange ? (
                <ChangeWithReason
                  label={<Trans>End this role</Trans>}
                  question={
                    <Trans>
                      End the role “{name}” of <bdi>{person.name}</bdi>? Open sign-ins in this role end at once.
                    </Trans>
                  }
                  confirm={
                    <Trans>
                      End “{name}” of {person.name}
                    </Trans>
                  }
                  act={(reason) => call(withdrawRole, { params: { accountId: person.id }, body: { role, reason } })}
                />
              ) : null}
            </li>
          );
        })}
      </ul>
      {waiting?.map((one) => (
        <p key={one.id} className="mt-1.5 text-sm text-ink-2">
          <Trans>
            {roleNames[one.role]}: asked for on {formats.shortDate(one.askedAt)}, waits for a second person
          </Trans>
        </p>
      ))}
      {mayChange && person.isActive ? <AskRole person={person} /> : null}
    </Part>
  );
};

const Account = ({ person }: { person: StaffMember }) => (
  <Part title={<Trans>Account</Trans>}>
    <div className="space-y-1">
      {person.isSelf ? (
        <p className="text-ink-2">
          <Trans>This is you. Another administrator switches your account off.</Trans>
        </p>
      ) : person.isActive ? (
        <ChangeWithReason
          label={<Trans>Switch the account off</Trans>}
          question={
            <Trans>
              Switch off the account of <bdi>{person.name}</bdi>? All sign-ins end at once, and nobody can sign in with
              it.
            </Trans>
          }
          confirm={<Trans>Switch off: {person.name}</Trans>}
          act={(reason) => call(setStaffState, { params: { accountId: person.id }, body: { active: false, reason } })}
        />
      ) : (
        <ChangeWithReason
          label={<Trans>Switch the account on</Trans>}
          question={
            <Trans>
              Switch on the account of <bdi>{person.name}</bdi>? Password, codes and roles are as they were.
            </Trans>
          }
          confirm={<Trans>Switch on: {person.name}</Trans>}
          act={(reason) => call(setStaffState, { params: { accountId: person.id }, body: { active: true, reason } })}
        />
      )}
      {person.isActive ? (
        <ChangeWithReason
          label={<Trans>End all sign-ins</Trans>}
          question={
            <Trans>
              End every sign-in of <bdi>{person.name}</bdi>, for example after a lost laptop? She or he can sign in
              again.
            </Trans>
          }
          confirm={<Trans>End the sign-ins of {person.name}</Trans>}
          act={(reason) => call(endStaffSessions, { params: { accountId: person.id }, body: { reason } })}
        />
      ) : null}
    </div>
    <p className="mt-2 text-sm text-ink-2">
      <Trans>
        Password or phone lost? Only the printed recovery code makes new ones. Without it, switch this account off and
        invite the person under another sign-in name.
      </Trans>
    </p>
  </Part>
);

/** One colleague: roles, and what an administrator may change. */
export const PersonPane = ({ person }: { person: StaffMember }) => {
  const formats = useFormats();
  const { role } = useSession();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const mayChange = role === 'administrator';
  return (
    <div className="xl:sticky xl:top-4 xl:mt-[4.6rem]">
      <BackLink to="/people" className="xl:hidden">
        <Trans>All staff</Trans>
      </BackLink>
      <aside className="rounded-card border border-line bg-surface">
        <div className="px-4 py-3">
          <h2 ref={heading} tabIndex={-1} className="text-xl outline-none">
            {person.name}
          </h2>
          <p className="break-all text-sm text-ink-2">{person.signInName}</p>
          <p className="mt-1.5">
            <StatePill isActive={person.isActive} />
          </p>
          <p className="mt-1.5 text-sm text-ink-2">
            {person.lastSignInAt ? (
              <Trans>Last sign-in {formats.dateTime(person.lastSignInAt)}</Trans>
            ) : (
              <Trans>Has never signed in</Trans>
            )}
          </p>
        </div>
        <Roles person={person} mayChange={mayChange} />
        {mayChange ? <Account person={person} /> : null}
      </aside>
    </div>
  );
};
