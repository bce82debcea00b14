import { time } from '../../../panel.ts';
import type { Immunization } from '../../../read/immunization.ts';

/** Shots of one vaccine, newest first. */
export type ShotGroup = { key: string; lead: Immunization; shots: Immunization[] };

/** Shots together by what people call the vaccine; the vaccine with the newest shot first. */
export const groupShots = (shots: readonly Immunization[], nameOf: (shot: Immunization) => string): ShotGroup[] => {
  const groups = new Map<string, Immunization[]>();
  for (const shot of shots) {
    const key = nameOf(shot).toLowerCase() || (shot.id ?? '');
    groups.set(key, [...(groups.get(key) ?? []), shot]);
  }
  return [...groups]
    .map(([key, members]) => {
      const ordered = members.toSorted((a, b) => time(b.at) - time(a.at));
      return { key, lead: ordered[0]!, shots: ordered };
    })
    .toSorted((a, b) => time(b.lead.at) - time(a.lead.at));
};
