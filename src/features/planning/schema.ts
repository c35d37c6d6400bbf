import { z } from 'zod';
import { isMailAddress, writtenAddresses, wrongAddress } from '../../domain/mail-address.ts';
import { isWebAddress } from '../../domain/web-address.ts';
import type {
  Abstention,
  Confirm,
  NewProject,
  NewSession,
  NewTime,
  Organisation,
  ProjectPatch,
  RoleAssignment,
  SessionPatch,
  Speaker,
  StaffPerson,
  Venue,
} from './types.ts';

const line = z.string().trim().max(300);
const text = z.string().trim().max(20_000);
const id = z.string().trim().min(1).max(80);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'YYYY-MM-DD');
const clock = z.string().regex(/^\d{2}:\d{2}$/, 'HH:mm');
const address = z
  .string()
  .trim()
  .max(254)
  .superRefine((value, context) => {
    if (!isMailAddress(value)) context.addIssue(addressIssue(value));
  });
/** Only what a browser opens as a page; anything else would be led to when somebody clicks. */
const webAddress = z.string().max(2000).refine(isWebAddress, 'https://…');
const ids = z.array(id).max(500);
/** More than any project has, and less than the database's integers hold. */
const count = z.int().min(0).max(1_000_000_000);

/** With words of its own, which say what to write instead of where in the input it stands. */
function addressIssue(value: string) {
  return { code: 'custom' as const, message: value, params: { words: wrongAddress, value } };
}

/** The invitation's texts by name. Two of them are addresses, several of them perhaps. */
const invitationTexts = z.record(z.string(), text).superRefine((texts, context) => {
  for (const name of ['municipalDirectorsAddress', 'targetGroupAddress'])
    for (const value of writtenAddresses(texts[name] ?? ''))
      if (!isMailAddress(value)) context.addIssue({ ...addressIssue(value), path: [name] });
});

export const copyTitle = z.strictObject({ title: line.min(1) });

export const newProject: z.ZodType<NewProject> = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{1,62}$/, 'a–z, 0–9, -')
    .optional(),
  title: line.min(1),
  sessions: z.int().min(0).max(30).optional(),
});

export const projectPatch: z.ZodType<ProjectPatch> = z.strictObject({
  title: line.min(1).optional(),
  subtitle: line.nullish(),
  challenge: text.nullish(),
  purpose: text.nullish(),
  municipalNeed: text.nullish(),
  diaryNumber: line.nullish(),
  targetGroups: z.array(line).max(50).optional(),
  maxPerOrganisation: z.record(z.string(), count).optional(),
  maxTotal: count.nullish(),
  registrationOpens: day.nullish(),
  registrationCloses: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'YYYY-MM-DDTHH:mm')
    .nullish(),
  keyDates: z.record(z.string(), z.string().max(300).nullable()).optional(),
  registrationUrl: webAddress.nullish(),
  webPage: webAddress.nullish(),
  organiserMailbox: address.nullish(),
  sharedCalendarMailbox: address.nullish(),
  guestPolicy: z
    .strictObject({
      substituteAllowed: z.boolean().optional(),
      colleagueAllowedSessions: ids.optional(),
      note: text.optional(),
    })
    .optional() as z.ZodType<ProjectPatch['guestPolicy']>, // exact optional properties: JSON has no undefined
  dietaryTerms: z
    .strictObject({
      legalBasis: z.enum(['explicitConsent', 'publicInterest']).nullable(),
      retentionDays: z.int().min(0).max(3650).nullable(),
      decisionReference: line.nullable(),
    })
    .optional(),
  invitation: invitationTexts.optional(),
});

export const roleAssignment: z.ZodType<RoleAssignment> = z.strictObject({
  contentLead: id,
  deputy: z.string().nullish(),
  processFacilitator: z.string().nullish(),
  planningGroup: ids,
  workingGroup: ids,
  steeringGroup: ids,
  people: z
    .array(
      z.strictObject({
        id,
        givenName: line.min(1),
        familyName: line,
        title: line,
        organisationId: id.nullable(),
        unit: line.nullish(),
        email: address,
        phone: line.nullish(),
        accountType: z.enum(['member', 'guest', 'external', 'mailOnly']).optional(),
      }),
    )
    .max(200)
    .optional(),
});

export const staffPerson: z.ZodType<StaffPerson> = z.strictObject({
  givenName: line.min(1),
  familyName: line,
  title: line,
  organisationId: id.nullable(),
  email: address,
  phone: line.nullable(),
});

const sessionShape = {
  title: line.min(1).optional(),
  theme: line.nullish(),
  fullDay: z.boolean().optional(),
  format: z.enum(['onsite', 'digital', 'hybrid']).optional(),
  formatReason: line.nullish(),
  setupStart: clock.nullish(),
  preparation: text.nullish(),
  agenda: z
    .array(
      z.looseObject({
        start: clock,
        end: clock,
        type: line.min(1),
        title: line,
        speakerIds: ids.optional(),
        mode: z.enum(['remote', 'onsite']).optional(),
        responsibleId: id.optional(),
      }),
    )
    .max(100)
    .optional() as z.ZodType<SessionPatch['agenda']>, // exact optional properties: JSON has no undefined
  layout: line.nullish(),
  bookedEquipment: z.array(line).max(50).optional(),
  earlierInvitation: z.strictObject({ by: line.min(1), cancelledOn: day.optional() }).nullish(),
};

export const sessionPatch: z.ZodType<SessionPatch> = z.strictObject(sessionShape);

const time = { date: day, startTime: clock, endTime: clock };

const newSessionShape = {
  ...sessionShape,
  title: line.min(1),
  date: day.optional(),
  startTime: clock.optional(),
  endTime: clock.optional(),
};

export const newSession: z.ZodType<NewSession> = z.strictObject(newSessionShape);

const confirmShape = { textVersion: z.string().min(1), recipientCount: z.int().min(0) };

/** A yes is needed once somebody would be invited. */
export const addedSession: z.ZodType<NewSession & { confirm?: Confirm | undefined }> = z.strictObject({
  ...newSessionShape,
  confirm: z.strictObject(confirmShape).optional(),
});

export const confirm: z.ZodType<Confirm> = z.strictObject(confirmShape);
export const newTime: z.ZodType<NewTime> = z.strictObject(time);
export const confirmedTime: z.ZodType<NewTime & { confirm: Confirm }> = z.strictObject({
  ...time,
  confirm: z.strictObject(confirmShape),
});

export const ruleOverride: z.ZodType<{ reason: string; sessionId?: string | undefined }> = z.strictObject({
  reason: text,
  sessionId: id.optional(),
});

export const milestone: z.ZodType<{ name: string; isDone: boolean; on?: string | undefined }> = z.strictObject({
  name: id,
  isDone: z.boolean(),
  on: day.optional(),
});

export type RegisteredOrganisation = Omit<Organisation, 'extra'>;
export type RegisteredVenue = Omit<Venue, 'extra'>;
export type RegisteredSpeaker = Omit<Speaker, 'extra' | 'askedOn' | 'answeredOn'>;

const texts = z.array(line).max(50).default([]);

export const organisation: z.ZodType<Omit<RegisteredOrganisation, 'id'>> = z.strictObject({
  type: z.enum(['municipality', 'region', 'countyAdministrativeBoard', 'university', 'nationalAgency', 'other']),
  name: line.min(1),
  shortName: line.min(1),
  code: line.nullable().default(null),
  emailDomain: line.nullable().default(null),
  functionMailbox: address.nullable().default(null),
  registrarMailbox: address.nullable().default(null),
});

export const abstention: z.ZodType<Abstention> = z.strictObject({ on: day, saidBy: line.min(1) });

export const venue: z.ZodType<Omit<RegisteredVenue, 'id'>> = z.strictObject({
  name: line.min(1),
  city: line.default(''),
  ownerOrganisationId: id.nullable().default(null),
  own: z.boolean().default(true),
  capacity: count.min(1).nullable().default(null),
  equipment: texts,
  layoutOptions: texts,
  roomMailbox: address.nullable().default(null),
  bookingContact: address.nullable().default(null),
  stepFree: z.boolean().nullable().default(null),
});

export const speaker: z.ZodType<Omit<RegisteredSpeaker, 'id'>> = z.strictObject({
  displayName: line.min(1),
  personId: id.nullable().default(null),
  organisationId: id.nullable().default(null),
  title: line.nullable().default(null),
  topic: line.nullable().default(null),
  kind: line.nullable().default(null),
  mode: z.enum(['remote', 'onsite']).default('onsite'),
  status: line.nullable().default(null),
  email: address.nullable().default(null),
  techTest: day.nullable().default(null),
  costSek: count.nullable().default(null),
  slidesConsent: z.boolean().nullable().default(null),
  links: z
    .array(z.strictObject({ url: webAddress, title: line.min(1).optional() }))
    .max(10)
    .default([]),
  ownerId: id.nullable().default(null),
});
