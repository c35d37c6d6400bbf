import { momentText, sessionTimes } from '../rules.ts';
import type { ProjectHeadRow } from '../reading/store.ts';
import type { ProjectRow, Row } from '../store.ts';
import type { Organisation, Person, Project, ProjectHead, Session, Speaker, Venue } from '../types.ts';

export function projectFromRow(row: ProjectRow): Project {
  return { ...headFromRow(row), blocks: row.blocks };
}

/** Without the file's own blocks. */
export function headFromRow(row: ProjectHeadRow): ProjectHead {
  return {
    tenantId: row.tenant_id,
    projectId: row.id,
    title: row.title,
    subtitle: row.subtitle,
    challenge: row.challenge,
    purpose: row.purpose,
    municipalNeed: row.municipal_need,
    diaryNumber: row.diary_number,
    targetGroups: row.target_groups,
    maxPerOrganisation: row.max_per_organisation,
    maxTotal: row.max_total,
    guidelineVersion: row.guideline_version,
    language: row.language,
    timeZone: row.time_zone,
    keyDates: row.key_dates,
    registrationOpens: row.registration_opens,
    registrationCloses: row.registration_closes === null ? null : momentText(row.registration_closes, row.time_zone),
    registrationUrl: row.registration_url,
    webPage: row.web_page,
    contactPersonId: row.contact_person_id,
    organiserMailbox: row.organiser_mailbox,
    sharedCalendarMailbox: row.shared_calendar_mailbox,
    guestPolicy: row.guest_policy,
    dietaryTerms: {
      legalBasis: row.dietary_legal_basis,
      retentionDays: row.dietary_retention_days,
      decisionReference: row.dietary_decision,
    },
    state: row.state,
    createdAt: row.created_at.toISOString(),
    delivery: row.delivery,
    revision: row.revision,
  };
}

/** Without the day of a session of several, which only its other days tell. */
export function sessionFromRow(row: Row<'session'>, zone: string): Omit<Session, 'day'> {
  const own = { date: row.date, startTime: row.start_time, endTime: row.end_time };
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    theme: row.theme,
    ...own,
    ...sessionTimes(own, zone),
    fullDay: row.full_day,
    format: row.format,
    venueId: row.venue_id,
    preparation: row.preparation,
    agenda: row.agenda,
    layout: row.layout,
    importedRoomStatus: row.imported_room_status,
    cancelled: row.cancelled_at !== null,
    extra: row.extra,
  };
}

export function personFromRow(row: Row<'person'>): Person {
  return {
    id: row.id,
    kind: row.kind,
    givenName: row.given_name,
    familyName: row.family_name,
    displayName: row.display_name,
    title: row.title,
    organisationId: row.organisation_id,
    unit: row.unit,
    email: row.email,
    emailKey: row.email_key,
    phone: row.phone,
    accountType: row.account_type,
    oid: row.oid,
    extra: row.extra,
  };
}

export function organisationFromRow(row: Row<'organisation'>): Organisation {
  return {
    id: row.id,
    type: row.type,
    name: row.name,
    shortName: row.short_name,
    code: row.code,
    emailDomain: row.email_domain,
    functionMailbox: row.function_mailbox,
    registrarMailbox: row.registrar_mailbox,
    extra: row.extra,
  };
}

export function venueFromRow(row: Row<'venue'>): Venue {
  return {
    id: row.id,
    name: row.name,
    city: row.city,
    ownerOrganisationId: row.owner_organisation_id,
    own: row.own,
    capacity: row.capacity,
    equipment: row.equipment,
    layoutOptions: row.layout_options,
    roomMailbox: row.room_mailbox,
    bookingContact: row.booking_contact,
    stepFree: row.step_free,
    extra: row.extra,
  };
}

export function speakerFromRow(row: Row<'speaker'>): Speaker {
  return {
    id: row.id,
    displayName: row.display_name,
    personId: row.person_id,
    organisationId: row.organisation_id,
    title: row.title,
    topic: row.topic,
    kind: row.kind,
    mode: row.mode,
    status: row.status,
    email: row.email,
    techTest: row.tech_test,
    costSek: row.cost_sek,
    slidesConsent: row.slides_consent,
    links: row.links,
    ownerId: row.owner_person_id,
    askedOn: row.asked_on,
    answeredOn: row.answered_on,
    extra: row.extra,
  };
}
