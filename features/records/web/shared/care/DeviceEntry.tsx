import { Trans } from '@lingui/react/macro';
import { CircleCheck, CircleHelp, CircleSlash, CircleStop, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Facts } from '../../../../../web/ui/Facts.tsx';
import { Pill, type PillTone } from '../../../../../web/ui/Pill.tsx';
import type { Device } from '../../../read/device.ts';
import { Entry } from '../list/Entry.tsx';
import { NotesText } from '../list/NotesText.tsx';
import { WhenText } from '../list/WhenText.tsx';

const states: Record<Device['state'], { tone: PillTone; icon: LucideIcon; name: ReactNode }> = {
  active: { tone: 'ok', icon: CircleCheck, name: <Trans>In use</Trans> },
  inactive: { tone: 'quiet', icon: CircleStop, name: <Trans>Not in use</Trans> },
  withdrawn: { tone: 'quiet', icon: CircleSlash, name: <Trans>Entered by mistake</Trans> },
  unknown: { tone: 'quiet', icon: CircleHelp, name: <Trans>Status not given</Trans> },
};

export const DeviceState = ({ device }: { device: Device }) => {
  const { tone, icon, name } = states[device.state];
  return (
    <Pill tone={tone} icon={icon}>
      {name}
    </Pill>
  );
};

const Code = ({ children }: { children: string }) => <bdi className="code-figures break-all">{children}</bdi>;

/** One device with the numbers that stand on its card: a recall asks for them. */
export const DeviceEntry = ({ device }: { device: Device }) => (
  <Entry
    title={device.name ? <bdi>{device.name}</bdi> : <Trans>Device without a name</Trans>}
    sub={device.concept && device.concept.text !== device.name ? <bdi>{device.concept.text}</bdi> : null}
    flags={<DeviceState device={device} />}
  >
    <Facts
      className="mt-2 text-sm"
      facts={[
        { key: 'maker', label: <Trans>Maker</Trans>, value: device.manufacturer },
        { key: 'model', label: <Trans>Model</Trans>, value: device.model },
        {
          key: 'serial',
          label: <Trans>Serial number</Trans>,
          value: device.serial ? <Code>{device.serial}</Code> : null,
        },
        { key: 'lot', label: <Trans>Lot</Trans>, value: device.lot ? <Code>{device.lot}</Code> : null },
        {
          key: 'udi',
          label: <Trans>Device number (UDI)</Trans>,
          value:
            (device.udi[0] ?? device.udiDevice[0]) ? <Code>{device.udi[0] ?? device.udiDevice[0] ?? ''}</Code> : null,
        },
        { key: 'made', label: <Trans>Made</Trans>, value: device.made ? <WhenText at={device.made} /> : null },
        {
          key: 'expires',
          label: <Trans>Use by</Trans>,
          value: device.expires ? <WhenText at={device.expires} /> : null,
        },
        {
          key: 'used',
          label: <Trans>Used since</Trans>,
          value: device.usedAt ? <WhenText at={device.usedAt} /> : null,
        },
        { key: 'why', label: <Trans>Reason</Trans>, value: device.reasons.join(', ') },
        { key: 'safety', label: <Trans>Safety</Trans>, value: device.safety.join(', ') },
      ]}
    />
    <NotesText notes={device.notes} />
  </Entry>
);
