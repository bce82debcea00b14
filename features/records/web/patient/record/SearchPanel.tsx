import type { ReactNode } from 'react';

export const SearchPanel = ({ children }: { patientId: string; children?: ReactNode }) => children ?? null;
