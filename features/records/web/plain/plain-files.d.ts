// What web/build/plain-words.ts makes of a file of plain words: one language of it.
declare module '*/labs.ts?words=en' {
  import type { LabText } from './load-plain.ts';

  export const entries: readonly LabText[];
}
declare module '*/labs.ts?words=es' {
  import type { LabText } from './load-plain.ts';

  export const entries: readonly LabText[];
}
declare module '*/vitals.ts?words=en' {
  import type { LabText } from './load-plain.ts';

  export const entries: readonly LabText[];
}
declare module '*/vitals.ts?words=es' {
  import type { LabText } from './load-plain.ts';

  export const entries: readonly LabText[];
}
declare module '*/vaccines.ts?words=en' {
  import type { VaccineText } from './load-plain.ts';

  export const entries: readonly VaccineText[];
}
declare module '*/vaccines.ts?words=es' {
  import type { VaccineText } from './load-plain.ts';

  export const entries: readonly VaccineText[];
}
declare module '*/conditions.ts?words=en' {
  import type { ConditionText } from './load-plain.ts';

  export const entries: readonly ConditionText[];
}
declare module '*/conditions.ts?words=es' {
  import type { ConditionText } from './load-plain.ts';

  export const entries: readonly ConditionText[];
}
