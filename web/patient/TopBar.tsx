import { rememberPatient, type CurrentPatient } from '../lib/current-patient.ts';
import type { Session } from '../lib/session.ts';
import { Brand } from '../ui/frame/Brand.tsx';
import { LanguageSwitch } from '../ui/frame/LanguageSwitch.tsx';
import { AccountMenu } from './AccountMenu.tsx';
import { Tabs } from './Tabs.tsx';

type Props = { session: Session; patient: CurrentPatient | undefined; choose: (patient: CurrentPatient) => void };

/** The clinic, the language, the account and where one can go. */
export const TopBar = ({ session, patient, choose }: Props) => (
  <header className="screen-only border-b border-line bg-surface">
    <div className="mx-auto flex min-h-16 max-w-page items-center justify-between gap-2 px-4 md:px-6">
      <Brand name={session.clinic.name} />
      <div className="flex shrink-0 items-center gap-1 md:gap-4">
        <LanguageSwitch />
        <AccountMenu
          current={patient}
          onChoosePatient={(next) => {
            rememberPatient(next.id);
            choose(next);
          }}
        />
      </div>
    </div>
    <Tabs patient={patient} />
  </header>
);
