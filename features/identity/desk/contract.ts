import * as z from 'zod/mini';
import { route, uuid } from '#platform/contract.ts';
import { languages } from '../contract.ts';

/**
 * The front desk's work with people who have no account yet: letters for a list of patients, letters as PDF, and
 * an account that is set up while the patient stands there.
 */
const timestamp = z.iso.datetime();
const language = z.enum(languages);
const email = z.email().check(z.maxLength(254));
/** A cell of the clerk's list, as it was read: what it means is judged here, so that one place says what is wrong. */
const cell = (longest: number) => z.string().check(z.maxLength(longest));
const desk = {
  audience: 'staff',
  resource: 'identity.patientInvitation',
  category: 'account',
} as const;

/** Rows of one list, and letters of one file. */
export const LIST_ROWS = 500;
export const FILE_LETTERS = 100;

/** What the portal says of a row. Only `ready`, and the two that the clerk may confirm, become letters. */
export const rowStates = [
  'ready',
  'invited',
  'teen-email',
  'has-account',
  'unknown',
  'several',
  'duplicate',
  'shared-contact',
  'others-contact',
  'bad-date',
  'bad-email',
  'incomplete',
  'child',
  'deceased',
] as const;
export type RowState = (typeof rowStates)[number];
/** States in which a letter is made only if the clerk says so for this row. */
export const toConfirm: readonly RowState[] = ['invited', 'teen-email'];

const line = z.number().check(z.int(), z.minimum(1), z.maximum(100_000));

const reviewed = z.strictObject({
  line,
  state: z.enum(rowStates),
  /** Lines of the list that have to do with it: the same person, the same e-mail. */
  others: z.array(z.number()),
  /** Who it is, as the record says; null when nobody was found, or more than one. */
  patient: z.nullable(
    z.strictObject({
      id: uuid,
      name: z.string(),
      birthDate: z.string(),
      mrn: z.nullable(z.string()),
      hasAddress: z.boolean(),
    }),
  ),
  email: z.nullable(z.string()),
  language,
  /** When the letter was made that a new one would end. */
  invitedAt: z.nullable(timestamp),
});
export type ReviewedRow = z.output<typeof reviewed>;

/**
 * Finds each row's person by record number with birth date, or by name with birth date; never by a name alone.
 * Changes nothing but the log: each person shown is an entry in that person's access log, with the reason.
 */
export const reviewInvitations = route({
  ...desk,
  id: 'identity.reviewInvitations',
  method: 'POST',
  path: '/api/invitations/patients/review',
  summary: 'What a list of patients would do, row by row, before any letter is made. At most 500 rows.',
  action: 'read',
  category: 'directory',
  reason: 'required',
  bodyLimitBytes: 1024 * 1024,
  body: z.strictObject({
    rows: z
      .array(
        z.strictObject({
          line,
          familyName: cell(200),
          givenName: cell(200),
          birthDate: cell(40),
          mrn: cell(100),
          language: cell(40),
          email: cell(254),
        }),
      )
      .check(z.minLength(1), z.maxLength(LIST_ROWS)),
    reason: z.string().check(z.trim(), z.minLength(4), z.maxLength(200), z.regex(/^\P{Cc}+$/u)),
  }),
  response: z.strictObject({ rows: z.array(reviewed) }),
});

const letter = z.strictObject({
  line,
  patientId: uuid,
  name: z.string(),
  invitationId: uuid,
  /** Given to whoever holds the batch's secret; only its hash is kept. */
  invitation: z.string(),
  suggestedName: z.string(),
  language,
  expiresAt: timestamp,
});
export type MadeLetter = z.output<typeof letter>;

/**
 * Makes the letters. `batch` is a secret of the browser: the same one gives the same letters again within the hour,
 * so a second press or a lost answer makes no second letter. It is not kept.
 */
export const invitePatients = route({
  ...desk,
  id: 'identity.invitePatients',
  method: 'POST',
  path: '/api/invitations/patients',
  summary:
    'Letters for patients of a reviewed list, each judged again. The same `batch` gives the same letters for an hour.',
  action: 'invite',
  bodyLimitBytes: 512 * 1024,
  body: z.strictObject({
    batch: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
    rows: z
      .array(z.strictObject({ line, patientId: uuid, email: z.optional(email), language, confirmed: z.boolean() }))
      .check(z.minLength(1), z.maxLength(LIST_ROWS)),
  }),
  response: z.strictObject({
    made: z.array(letter),
    refused: z.array(z.strictObject({ line, state: z.enum(rowStates) })),
  }),
});

/** The clerk's own letters of the last hour, by their codes. 503 where no PDF can be made: then the page is printed. */
export const printLetters = route({
  ...desk,
  id: 'identity.printLetters',
  method: 'POST',
  path: '/api/invitations/patients/letters',
  summary:
    'Letters as one tagged PDF, a page each, to be printed here. At most 100 at once; 503 where none can be made; 409 names, by place, those whose names our typefaces lack: ask again without them.',
  action: 'invite',
  body: z.strictObject({
    invitations: z
      .array(z.string().check(z.regex(/^[0-9A-Z]{5}(-[0-9A-Z]{5}){3}$/)))
      .check(z.minLength(1), z.maxLength(FILE_LETTERS)),
  }),
  response: 'bytes',
});

/** What the clerk saw before setting up an account at the desk: a photo ID, or two of the others. */
export const deskProofs = ['photo-id', 'insurance-card', 'address', 'known-to-staff'] as const;
export type DeskProof = (typeof deskProofs)[number];

export const startDeskSetUp = route({
  ...desk,
  id: 'identity.startDeskSetUp',
  method: 'POST',
  path: '/api/patients/:patientId/desk-set-up',
  summary:
    'A code with which the patient sets up her account here and now: ten minutes to begin, once. 409 while her account is in use, and for whom a list makes no letter either.',
  action: 'invite',
  patient: 'patientId',
  params: z.strictObject({ patientId: uuid }),
  body: z.strictObject({
    proofs: z.array(z.enum(deskProofs)).check(z.minLength(1), z.maxLength(deskProofs.length)),
    email: z.optional(email),
    /** A teen's address, which the clerk has asked for: it is the teen's own. */
    confirmed: z.optional(z.boolean()),
    language,
  }),
  response: z.strictObject({
    setUpId: uuid,
    invitation: z.string(),
    suggestedName: z.string(),
    renewal: z.boolean(),
    startBy: timestamp,
  }),
});

export const deskStages = ['waiting', 'password', 'authenticator', 'recovery', 'done', 'ended'] as const;
export type DeskStage = (typeof deskStages)[number];

/** AES-GCM under a key that only the desk's page and the patient's page know: nonce, text and tag. */
const sealed = z.string().check(z.minLength(40), z.maxLength(1000), z.regex(/^[A-Za-z0-9_-]+$/));

export const watchDeskSetUp = route({
  ...desk,
  id: 'identity.watchDeskSetUp',
  method: 'POST',
  path: '/api/desk-set-ups/:setUpId/state',
  summary: 'How far the patient has come. A recovery code sent to be printed here is handed over once.',
  action: 'invite',
  background: true,
  params: z.strictObject({ setUpId: uuid }),
  body: z.strictObject({}),
  response: z.strictObject({ stage: z.enum(deskStages), paper: z.nullable(sealed) }),
});

export const cancelDeskSetUp = route({
  ...desk,
  id: 'identity.cancelDeskSetUp',
  method: 'POST',
  path: '/api/desk-set-ups/:setUpId/cancel',
  summary: 'Ends a set-up that was begun here: its code and what was begun with it open nothing any more.',
  action: 'invite',
  params: z.strictObject({ setUpId: uuid }),
  body: z.strictObject({}),
  response: z.strictObject({ ended: z.boolean() }),
});

/** The patient's page sends the sheet with her recovery code to the desk's printer; the server cannot read it. */
export const sendToDesk = route({
  id: 'identity.sendToDesk',
  method: 'POST',
  path: '/api/set-up/desk-paper',
  summary: 'In a set-up begun at the desk: a sealed sheet for the page that waits there. 401 when it is over.',
  audience: 'public',
  resource: 'identity.signIn',
  action: 'enrol',
  category: 'sign-in',
  body: z.strictObject({ flow: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)), sealed }),
  response: z.strictObject({}),
});
