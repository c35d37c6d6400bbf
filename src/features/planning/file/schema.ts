import { z } from 'zod';
import { agendaItem, laidInDays, sessionDay } from './days/schema.ts';
import type { ProjectFile } from './types.ts';

const text = z.string().nullish();
const textOnly = z.string().optional();
const id = z.string().min(1);
const texts = z.array(z.string()).optional();
const flag = z.boolean().optional();
/** More than any project has, and less than the database's integers hold. */
const most = 1_000_000_000;
const count = z.int().min(0).max(most);

const organisation = z.looseObject({
  id,
  type: z.enum(['municipality', 'region', 'countyAdministrativeBoard', 'university', 'nationalAgency', 'other']),
  name: z.string().min(1),
  shortName: textOnly,
  code: text,
  emailDomain: text,
  functionMailbox: text,
  registrarMailbox: text,
  abstention: z.looseObject({ on: z.string(), saidBy: z.string() }).nullish(),
});

const personShape = {
  id,
  givenName: z.string(),
  familyName: z.string(),
  displayName: textOnly,
  title: text,
  organisationId: text,
  unit: text,
  email: z.string(),
  phone: text,
  accountType: z.enum(['member', 'guest', 'external', 'mailOnly']).optional(),
};

const registrationShape = {
  registeredAt: text,
  source: textOnly,
  commitmentAccepted: flag,
  commitmentAt: text,
  commitmentVersion: text,
  status: z.enum(['confirmed', 'waitingList', 'lateRequest', 'cancelled', 'declined']).optional(),
  waitingPosition: count.nullish(),
  cancelledAt: text,
  registrationWarnings: texts,
  sharesPhone: flag,
};

const participant = z.looseObject({ ...personShape, ...registrationShape });
const staffMember = z.looseObject({ ...personShape, registration: z.looseObject(registrationShape).optional() });

const venue = z.looseObject({
  id,
  name: z.string().min(1),
  city: text,
  ownerOrganisationId: text,
  own: flag,
  capacity: count.nullish(),
  layoutOptions: texts,
  roomMailbox: text,
  bookingContact: text,
  equipment: texts,
  stepFree: z.boolean().nullish(),
});

const mode = z.enum(['remote', 'onsite']).optional();

const speaker = z.looseObject({
  id,
  displayName: z.string().min(1),
  participantId: text,
  organisationId: text,
  title: text,
  topic: text,
  kind: text,
  mode,
  status: text,
  email: text,
  techTest: text,
  costSek: z.int().min(-most).max(most).nullish(),
  slidesConsent: z.boolean().nullish(),
  links: z.array(z.union([z.string(), z.looseObject({ url: z.string() })])).nullish(),
  ownerId: text,
  askedOn: text,
  answeredOn: text,
});

const session = z.looseObject({
  id,
  number: z.int().min(1).max(most).optional(),
  title: z.string().min(1),
  theme: text,
  date: text,
  start: text,
  end: text,
  timeZone: textOnly,
  fullDay: flag,
  format: z.enum(['onsite', 'digital', 'hybrid']).optional(),
  venueId: text,
  roomBookingStatus: text,
  preparation: text,
  agenda: z.array(agendaItem).optional(),
  layout: text,
  cancelledAt: text,
  earlierInvitation: z.looseObject({ by: z.string(), cancelledOn: text }).nullish(),
  days: z.array(sessionDay).optional(),
  dayOf: textOnly,
});

const project = z.looseObject({
  id,
  title: z.string().min(1),
  diaryNumber: text,
  subtitle: text,
  challenge: text,
  purpose: text,
  municipalNeed: text,
  targetGroups: texts,
  maxParticipantsPerOrganisation: z.record(z.string(), count).optional(),
  maxParticipantsTotal: count.nullish(),
  guidelineVersion: textOnly,
  keyDates: z.record(z.string(), z.string().nullable()).optional(),
  webPage: text,
  registrationUrl: text,
  contact: z.looseObject({ personId: text }).optional(),
  sharedCalendarMailbox: text,
  organiserMailbox: text,
  guestPolicy: z.looseObject({ substituteAllowed: flag, colleagueAllowedSessions: texts }).optional(),
  dietaryTerms: z
    .strictObject({
      legalBasis: z.enum(['explicitConsent', 'publicInterest']).nullish(),
      retentionDays: z.int().min(0).max(3650).nullish(),
      decisionReference: text,
    })
    .optional(),
});

const themeProposal = z.looseObject({
  id,
  title: z.string().min(1),
  why: text,
  proposedBy: text,
  supportMunicipalities: count.nullish(),
  supporters: texts,
  decision: z.enum(['open', 'selected', 'notSelected', 'deferred']).nullish(),
});

const consultation = z.looseObject({ forum: z.string(), date: text, summary: text, heard: texts });

const governance = z.looseObject({
  steeringGroup: texts,
  workingGroup: texts,
  planningGroup: texts,
  contentLead: text,
  deputy: text,
  processFacilitator: text,
  themeProposals: z.array(themeProposal).optional(),
  consultations: z.array(consultation).optional(),
  decision: z.looseObject({ by: text, date: text, themeProposalId: text, paragraph: text, note: text }).nullish(),
});

const answer = z.enum(['none', 'accepted', 'declined', 'tentativelyAccepted']).optional();

const milestone = z.looseObject({ name: id, at: z.string() });
const publication = z.looseObject({ channel: id, url: text, text: z.string().max(8000).nullish() });
const retention = z
  .looseObject({
    dataClass: id,
    way: z.enum(['keep', 'dispose']),
    days: z.int().min(0).max(18_262).nullish(),
    decision: z.string().max(200).nullish(),
    decidedOn: z.iso.date().nullish(),
  })
  .refine(
    ({ way, days, decision, decidedOn }) => way === 'keep' || (days != null && !!decision?.trim() && decidedOn != null),
    'days, decision, decidedOn',
  );
const override = z.looseObject({ ruleId: id, sessionId: textOnly, reason: id, by: z.string(), at: z.string() });
const attendance = z.looseObject({
  sessionId: id,
  participantId: id,
  answer,
  answeredAt: textOnly,
  ownAnswer: answer,
  ownAnswerAt: textOnly,
  attended: flag,
});
const task = z.looseObject({
  id,
  what: z.string().min(1).max(200),
  ownerId: text,
  due: text,
  source: z.enum(['tab', 'chat', 'rule']).optional(),
  ruleId: text,
  createdBy: textOnly,
  createdAt: textOnly,
  doneAt: text,
  doneBy: text,
});
const decision = z.looseObject({
  id,
  text: z.string().min(1).max(500),
  date: z.string(),
  by: textOnly,
  createdAt: textOnly,
});
const guest = z.looseObject({
  id,
  sessionId: id,
  kind: z.enum(['substitute', 'colleague']),
  hostId: id,
  givenName: z.string(),
  familyName: z.string(),
  organisationId: text,
  email: z.string(),
  createdAt: z.string(),
  cancelledAt: textOnly,
});

/** The structure of version 1. What the values mean together is checked by `rules.ts`. */
const writtenFile: z.ZodType<ProjectFile> = z.looseObject({
  schemaVersion: z.literal(1),
  language: textOnly,
  timeZone: textOnly,
  project,
  governance: governance.optional(),
  organisations: z.array(organisation).optional(),
  staff: z.array(staffMember).optional(),
  participants: z.array(participant).optional(),
  dietary: z.array(z.looseObject({ participantId: id, text: z.string() })).optional(),
  speakers: z.array(speaker).optional(),
  venues: z.array(venue).optional(),
  sessions: z.array(session).optional(),
  milestones: z.array(milestone).optional(),
  publications: z.array(publication).optional(),
  retention: z.array(retention).optional(),
  overrides: z.array(override).optional(),
  attendance: z.array(attendance).optional(),
  guests: z.array(guest).optional(),
  tasks: z.array(task).optional(),
  decisions: z.array(decision).optional(),
});

/** As the file is worked with: a session of several days is an entry for each. */
export const projectFile: z.ZodType<ProjectFile> = writtenFile.transform(laidInDays);
