import { demoClinic } from '#features/admin/index.ts';
import type { Config } from '#platform/config.ts';
import { withClient, type Connection } from '#platform/db/embedded/connections.ts';

/** What this installation is, decided when its database was made. */
export type Installation = { readonly demo: boolean; readonly clinicName: string; readonly clinicPhone: string };

/** The clinic's zone: a demo clinic lies in Ohio, a real one lies where this machine is unless it says so. */
export const timeZoneOf = (
  config: Pick<Config, 'timeZone'>,
  { demo }: Pick<Installation, 'demo'>,
): string | undefined => config.timeZone ?? (demo ? demoClinic.timeZone : undefined);

/** The installation's row, or undefined while the database is new. */
export async function findInstallation(owner: Connection): Promise<Installation | undefined> {
  return withClient(owner, async (client) => {
    const found = await client.query<Installation>(
      'select demo, clinic_name as "clinicName", clinic_phone as "clinicPhone" from portico.installation',
    );
    return found.rows[0];
  });
}

/** Decides, once, whether this is a demo. A second call changes nothing: the first row stays. */
export async function createInstallation(owner: Connection, wanted: Installation): Promise<void> {
  await withClient(owner, async (client) => {
    await client.query('set role app_owner');
    await client.query(
      `insert into portico.installation (demo, clinic_name, clinic_phone) values ($1, $2, $3)
       on conflict (only_row) do nothing`,
      [wanted.demo, wanted.clinicName, wanted.clinicPhone],
    );
  });
}
