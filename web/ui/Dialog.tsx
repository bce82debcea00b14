import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { ReactNode } from 'react';

type Props = {
  title: ReactNode;
  isOpen: boolean;
  onClose?: () => void;
  /** An answer is wanted: neither a press beside it nor Escape closes it. */
  alert?: boolean;
  /** Escape asks `onClose` all the same: it may ask before it closes. */
  hasEscape?: boolean;
  children: ReactNode;
};

/** A dialog that keeps the focus inside. Load it lazily: it brings React Aria's overlays. */
export const Dialog = ({ title, isOpen, onClose, alert = false, hasEscape = !alert, children }: Props) => (
  <ModalOverlay
    isOpen={isOpen}
    isDismissable={!alert}
    isKeyboardDismissDisabled={!hasEscape}
    onOpenChange={(open) => (open ? undefined : onClose?.())}
    className="fixed inset-0 z-40 grid place-items-center overflow-y-auto bg-[rgb(11_18_20/0.55)] p-4"
  >
    <Modal className="w-full max-w-md">
      <AriaDialog
        role={alert ? 'alertdialog' : 'dialog'}
        className="rounded-card border border-line bg-surface p-6 shadow-card outline-none"
      >
        <Heading slot="title" className="mb-2 text-2xl">
          {title}
        </Heading>
        {children}
      </AriaDialog>
    </Modal>
  </ModalOverlay>
);
