import type { Language } from '../../../domain/words.ts';
import type { HandoverFacts } from './page.ts';
import type { RegisteredPermission } from './permissions.ts';

interface Needs extends Pick<HandoverFacts, 'clientId' | 'organiserMailbox'> {
  readonly permissions: readonly RegisteredPermission[];
}

const organiserScope = 'Larprojekt organiser';
const calendarScope = 'Larprojekt calendars';

/** The shared calendar is named per project, so whoever runs this fills in its address. */
const sharedCalendar = { sv: '<den delade kalenderns adress>', en: '<the address of the shared calendar>' } as const;
const ownAddress = { sv: '<er egen adress>', en: '<your own address>' } as const;

const comments = {
  app: {
    sv: 'Appen i Exchange. Objekt-id är företagsprogrammets, inte appregistreringens.',
    en: 'The app in Exchange. The object id is the enterprise application’s, not the app registration’s.',
  },
  mailboxes: { sv: 'Brevlådorna som appen får nå.', en: 'The mailboxes that the app may reach.' },
  roles: { sv: 'Rollerna, var och en för sitt omfång.', en: 'The roles, each for its scope.' },
  check: { sv: 'Kontrollera.', en: 'Check.' },
} as const;

function scopedRoles(permissions: readonly RegisteredPermission[]): readonly { role: string; scope: string }[] {
  return permissions
    .filter(({ granted }) => granted === 'rbac')
    .map(({ name }) => ({ role: `Application ${name}`, scope: scopeOf(name) }));
}

function scopeOf(permission: string): string {
  return permission.startsWith('Calendars.') ? calendarScope : organiserScope;
}

function assignmentName(role: string): string {
  return role.replace('Application ', 'Larprojekt ');
}

/** Gives one right that is missing, where the app and its scopes are there already; and looks at what it has then. */
export function givingRole(permission: string, mailbox: string): string {
  const role = `Application ${permission}`;
  return `$app = Get-ServicePrincipal -Identity "Larprojekt"
New-ManagementRoleAssignment -Name "${assignmentName(role)}" -App $app.ObjectId -Role "${role}" -CustomResourceScope "${scopeOf(permission)}"
${looking(mailbox)}`;
}

/** What the app may do in one mailbox. */
export function looking(mailbox: string): string {
  return `Test-ServicePrincipalAuthorization -Identity "Larprojekt" -Resource "${mailbox}" | Format-Table`;
}

/** Lets the app into a shared calendar beside the organiser's, in the scope that is there for it. */
export function wideningCalendars(mailboxes: readonly string[]): string {
  const filter = mailboxes.map((mailbox) => `PrimarySmtpAddress -eq '${mailbox}'`).join(' -or ');
  return `Set-ManagementScope -Identity "${calendarScope}" -RecipientRestrictionFilter "${filter}"
${looking(mailboxes.at(-1) ?? '')}`;
}

/**
 * The exact commands, in order. The roles come from the same list as the table of permissions. What is named in Exchange is
 * named alike in both languages, so that one half can be taken back with the other.
 */
export function narrowing({ clientId, organiserMailbox, permissions }: Needs, language: Language): string {
  const roles = scopedRoles(permissions).map(
    ({ role, scope }) =>
      `New-ManagementRoleAssignment -Name "${assignmentName(role)}" -App $app.ObjectId -Role "${role}" -CustomResourceScope "${scope}"`,
  );
  return `Install-Module ExchangeOnlineManagement -Scope CurrentUser
Install-Module Microsoft.Graph.Applications -Scope CurrentUser
Connect-ExchangeOnline
Connect-MgGraph -Scopes "Application.Read.All"

# 1. ${comments.app[language]}
$entra = Get-MgServicePrincipal -Filter "appId eq '${clientId}'"
New-ServicePrincipal -AppId "${clientId}" -ObjectId $entra.Id -DisplayName "Larprojekt"
$app = Get-ServicePrincipal -Identity "Larprojekt"

# 2. ${comments.mailboxes[language]}
$organiser = "${organiserMailbox}"
$calendar = "${sharedCalendar[language]}"
New-ManagementScope -Name "${organiserScope}" -RecipientRestrictionFilter "PrimarySmtpAddress -eq '$organiser'"
New-ManagementScope -Name "${calendarScope}" -RecipientRestrictionFilter "PrimarySmtpAddress -eq '$organiser' -or PrimarySmtpAddress -eq '$calendar'"

# 3. ${comments.roles[language]}
${roles.join('\n')}

# 4. ${comments.check[language]}
Test-ServicePrincipalAuthorization -Identity "Larprojekt" -Resource $organiser | Format-Table
Test-ServicePrincipalAuthorization -Identity "Larprojekt" -Resource "${ownAddress[language]}" | Format-Table`;
}

export function takingBack({ permissions }: Needs): string {
  const roles = scopedRoles(permissions).map(
    ({ role }) => `Remove-ManagementRoleAssignment "${assignmentName(role)}" -Confirm:$false`,
  );
  return `${roles.join('\n')}
Remove-ManagementScope "${organiserScope}" -Confirm:$false
Remove-ManagementScope "${calendarScope}" -Confirm:$false
Remove-ServicePrincipal -Identity "Larprojekt" -Confirm:$false`;
}
