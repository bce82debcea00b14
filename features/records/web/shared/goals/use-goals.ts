import { useMemo } from 'react';
import { useIsPatientSide, useSession } from '../../../../../web/lib/session.ts';
import { listCarePlans } from '../../../contract.ts';
import type { Result } from '../../../observation.ts';
import type { FhirResource } from '../../../read/elements.ts';
import { goalFor, readGoal, standingAtGoal, type Goal, type TestGoal } from '../../../read/goal.ts';
import { useList } from '../list/load-list.ts';

const read = (resource: FhirResource): Goal | null => (resource.resourceType === 'Goal' ? readGoal(resource) : null);

const isGoal = (goal: Goal | null): goal is Goal => goal !== null;

/** Goals that the care team has set; none where that part of the record is not open. */
export const useGoals = (patientId: string): Goal[] => {
  const isPatientSide = useIsPatientSide();
  const { patients } = useSession();
  const patient = patients.find((one) => one.id === patientId);
  const isOpen = !isPatientSide || patient?.relationship === 'self' || patient?.viewAreas.includes('conditions');
  const { items } = useList(listCarePlans, patientId, read, isOpen === true);
  return useMemo(() => items.filter(isGoal), [items]);
};

/** A result beside the goal for its test. */
export type AtGoal = TestGoal & { standing: 'at-goal' | 'above' | 'below' };

/** Undefined without a goal for this test in this unit, and for what cannot be compared or was withdrawn. */
export const atGoal = (goals: readonly Goal[], result: Result): AtGoal | undefined => {
  if (result.withdrawn || result.value.kind !== 'quantity') return undefined;
  const found = goalFor(goals, result.loinc, result.value.unit);
  const standing = found ? standingAtGoal(found.target, result.value) : null;
  return found && standing !== null ? { ...found, standing } : undefined;
};

/** The same for a measurement; of a blood pressure the goal for its upper figure, else for its lower one. */
export const vitalAtGoal = (goals: readonly Goal[], result: Result): AtGoal | undefined =>
  [result, ...result.components].map((part) => atGoal(goals, part)).find((goal) => goal !== undefined);
