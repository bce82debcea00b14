import { Eye, KeyRound, LogOut } from 'lucide-react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { MenuPopover } from '../../ui/MenuPopover.tsx';
import { TimeoutDialog } from '../../ui/TimeoutDialog.tsx';
import { useWords } from '../words.ts';

const nothing = async (): Promise<void> => {};

export const OpenMenu = () => {
  const words = useWords();
  const none = () => {};
  const entries = [
    { id: 'who', icon: Eye, text: words('Who saw my record', 'Quién vio mi expediente'), onAction: none },
    { id: 'ins', icon: KeyRound, text: words('My sign-ins', 'Mis entradas'), onAction: none },
    { id: 'out', icon: LogOut, text: words('Sign out', 'Salir'), onAction: none, apart: true },
  ];
  return (
    <div className="flex justify-end">
      <MenuPopover
        label={words('Account of Elena Marsh', 'Cuenta de Elena Marsh')}
        trigger="EM"
        triggerClass="min-h-11 rounded-full border border-line bg-surface px-3 font-semibold"
        entries={entries}
        isOpenAtFirst
      />
    </div>
  );
};

export const OpenDialog = () => {
  const words = useWords();
  return (
    <Dialog isOpen title={words('Stop taking this medicine?', '¿Dejar de tomar esta medicina?')} onClose={() => {}}>
      <p>{words('We tell your care team today.', 'Avisamos hoy a su equipo de atención.')}</p>
      <div className="mt-5 flex flex-wrap gap-3">
        <Button>{words('Yes, tell them', 'Sí, avisar')}</Button>
        <Button look="secondary">{words('No, take me back', 'No, volver')}</Button>
      </div>
    </Dialog>
  );
};

export const OpenTimeout = () => (
  <TimeoutDialog untilMs={Date.now() + 110_000} isAbsolute={false} onStay={nothing} onSignOut={nothing} />
);
