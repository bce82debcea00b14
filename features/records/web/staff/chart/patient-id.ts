import { useParams } from '@tanstack/react-router';

/** Whose chart the address names. */
export const usePatientId = (): string =>
  useParams({ strict: false, select: (params: { patientId?: string }) => params.patientId ?? '' });
