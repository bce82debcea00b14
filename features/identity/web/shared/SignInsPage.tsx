import { useQuery } from '@tanstack/react-query';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Check, CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ResultOf } from '#platform/contract.ts';
import { call } from '../../../../web/lib/client.ts';
import { useFormats } from '../../../../web/lib/format.ts';
import { useSession } from '../../../../web/lib/session.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import { PageHeading } from '../../../../web/ui/PageHeading.tsx';
import { Problem } from '../../../../web/ui/Problem.tsx';
import { Waiting } from '../../../../web/ui/Waiting.tsx';
import { listSignIns } from '../../contract.ts';

type SignIn = ResultOf<typeof listSignIns>['signIns'][number];

const Sentence = ({ signIn: { step, outcome } }: { signIn: SignIn }): ReactNode => {
  if (outcome === 'refused') return <Trans>A sign-in was refused after too many tries</Trans>;
  if (outcome === 'wrong') {
    if (step === 'code') return <Trans>A wrong code was entered after the right password</Trans>;
    if (step === 'recovery') return <Trans>Somebody tried to recover the account and failed</Trans>;
    if (step === 'enrolment' || step === 'renewal')
      return <Trans>A wrong birth date was entered with your letter</Trans>;
    return <Trans>A wrong password was entered</Trans>;
  }
  if (outcome === 'started')
    return <Trans>Somebody began to sign in or to set up the account, and did not finish</Trans>;
  if (step === 'password') return <Trans>Someone entered your password but not the code</Trans>;
  if (step === 'renewal') return <Trans>Your account was set up again with a new letter</Trans>;
  if (step === 'recovery') return <Trans>The account was recovered with the recovery code</Trans>;
  if (step === 'enrolment') return <Trans>The account was set up</Trans>;
  if (step === 'role') return <Trans>The role was changed</Trans>;
  return <Trans>Signed in</Trans>;
};

/** Where it came from. An address says little to most people, so it says what it is. */
const Place = ({ ip }: { ip: string }): ReactNode => {
  const address = ip.replace(/^::ffff:/, '');
  if (address === '') return null;
  return (
    <>
      {' · '}
      {address === '::1' || address.startsWith('127.') ? (
        <Trans>from the clinic's own server</Trans>
      ) : (
        <Trans>Internet address {address}</Trans>
      )}
    </>
  );
};

/** When the own account was used, failures included. */
export const SignInsPage = () => {
  const { t } = useLingui();
  const formats = useFormats();
  const { clinic } = useSession();
  const query = useQuery({ queryKey: [listSignIns.id], queryFn: () => call(listSignIns) });
  const shown = query.data?.signIns ?? [];
  return (
    <>
      <PageHeading
        title={t`My sign-ins`}
        clinic={clinic.name}
        lead={<Trans>Something here that was not you? Call us: {clinic.phone}</Trans>}
      >
        <Trans>My sign-ins</Trans>
      </PageHeading>
      {query.isPending ? <Waiting /> : null}
      {query.error ? <Problem error={query.error} retry={query.refetch} phone={clinic.phone} /> : null}
      {query.data ? (
        <Card as="div" className="max-w-3xl">
          <ul>
            {shown.map((signIn) => {
              const isFine = signIn.outcome === 'ok' && signIn.step !== 'password';
              const Icon = isFine ? Check : CircleAlert;
              return (
                <li
                  key={signIn.id}
                  className="flex gap-3 border-t border-line px-5 py-3.5 first:border-t-0 in-[.staff]:px-4 in-[.staff]:py-2"
                >
                  <Icon aria-hidden size={20} className={`mt-1 shrink-0 ${isFine ? 'text-ok' : 'text-bad'}`} />
                  <div className="min-w-0">
                    <p className="font-semibold">
                      <Sentence signIn={signIn} />
                    </p>
                    <p className="text-sm text-ink-2">
                      {formats.dateTime(signIn.at)}
                      {signIn.device ? ` · ${signIn.device}` : null}
                      <Place ip={signIn.ip} />
                    </p>
                    {signIn.times > 1 ? (
                      <p className="text-sm text-ink-2">
                        <Plural
                          value={signIn.times}
                          one="# time on this day"
                          other="# times on this day; this was the last"
                        />
                      </p>
                    ) : null}
                  </div>
                </li>
              );
            })}
          </ul>
          <p className="border-t border-line px-5 py-3 text-sm text-ink-2">
            <Trans>Up to 100 entries are shown; what failed stands here once a day and kind.</Trans>
          </p>
        </Card>
      ) : null}
    </>
  );
};
