import type { Role } from './people.ts';

const lead: readonly Role[] = ['contentLead', 'deputy'];
const planners: readonly Role[] = [...lead, 'processFacilitator', 'planningGroup'];
const organisers: readonly Role[] = [...planners, 'workingGroup'];
const everyone: readonly Role[] = [...organisers, 'steeringGroup', 'participant'];

/**
 * Who may what, in one readable table (ROL-01, ROL-04, ROL-05, ROL-06, THM-04).
 * The API, the bot and the tab's buttons all read it; nothing else decides.
 */
export const whoMay = {
  'project.view': everyone,
  'plan.view': [...organisers, 'steeringGroup'],
  'plan.edit': lead,
  'plan.override': lead,
  'project.activate': lead,
  'project.export': lead,
  'project.linkConversation': planners,
  'participants.view': organisers,
  // LST-01: those who take part see each other, and nobody else sees them but those who arrange.
  'participants.list': [...organisers, 'participant'],
  'participants.edit': lead,
  'participants.export': lead,
  'attendance.edit': planners,
  // ROL-01: the planning group plans the sessions and gets in touch with speakers.
  'speakers.edit': planners,
  'tasks.edit': organisers,
  'registration.close': lead,
  'rooms.view': organisers,
  'rooms.book': lead,
  'meetings.reconcile': lead,
  'notices.send': lead,
  'notices.view': planners,
  'evaluation.confirm': lead,
  'evaluation.results': [...planners, 'workingGroup', 'steeringGroup'],
  'documents.add': planners,
  'documents.share': lead,
  'kitchen.view': lead,
  'kitchen.edit': lead,
  // CST-02, CST-03: the working group agrees; the content lead keeps the budget.
  'costs.edit': [...lead, 'workingGroup'],
  'themes.edit': [...lead, 'workingGroup'],
  // THM-04: the steering group decides; the content lead only writes in what stands in its protocol.
  'theme.decide': ['steeringGroup'],
  'theme.record': lead,
  // disposing of something, and handing out what is held, is done by hand by whoever leads.
  'retention.edit': lead,
  'disclosure.export': lead,
} as const satisfies Record<string, readonly Role[]>;

export type Act = keyof typeof whoMay;

export function may(roles: readonly Role[], act: Act): boolean {
  const allowed: readonly Role[] = whoMay[act];
  return roles.some((role) => allowed.includes(role));
}
