import { Trans, useLingui } from '@lingui/react/macro';
import { listDevices } from '../../../contract.ts';
import { readDevice, type Device } from '../../../read/device.ts';
import { DeviceEntry, DeviceState } from '../../shared/care/DeviceEntry.tsx';
import { SimplePage } from './SimplePage.tsx';

const isInUse = ({ state }: Device): boolean => state === 'active' || state === 'unknown';

/** Implants and aids, with the numbers on their cards. */
export const DevicesPage = () => {
  const { t } = useLingui();
  return (
    <SimplePage
      title={t`Devices`}
      contract={listDevices}
      kind="devices"
      read={readDevice}
      groups={[
        { key: 'in', title: <Trans>In use</Trans>, has: isInUse },
        { key: 'out', title: <Trans>Not in use</Trans>, has: (device) => !isInUse(device) },
      ]}
      entry={(device) => <DeviceEntry key={device.id} device={device} />}
      columns={[
        { key: 'name', title: <Trans>Device</Trans>, cell: ({ name }) => name },
        {
          key: 'maker',
          title: <Trans>Maker and model</Trans>,
          cell: ({ manufacturer, model }) => [manufacturer, model].filter(Boolean).join(', ') || '–',
        },
        {
          key: 'numbers',
          title: <Trans>Numbers</Trans>,
          cell: ({ serial, lot, udi, udiDevice }) => (
            <span className="code-figures break-all">
              {[serial, lot, udi[0] ?? udiDevice[0]].filter(Boolean).join(' · ') || '–'}
            </span>
          ),
        },
        { key: 'state', title: <Trans>Status</Trans>, cell: (device) => <DeviceState device={device} /> },
      ]}
    />
  );
};
