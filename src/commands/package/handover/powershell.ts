import type { HandoverFacts } from './page.ts';
import type { Permission } from './permissions.ts';

type Needs = Pick<HandoverFacts, 'clientId' | 'organiserMailbox' | 'permissions'>;

const organiserScope = 'Larprojekt organisator';
const calendarScope = 'Larprojekt kalendrar';

/** The shared calendar is named per project, so whoever runs this fills in its address. */
const sharedCalendar = '<den delade kalenderns adress>';

function scopedRoles(permissions: readonly Permission[]): readonly { role: string; scope: string }[] {
  return permissions
    .filter(({ granted }) => granted === 'rbac')
    .map(({ name }) => ({
      role: `Application ${name}`,
      scope: name.startsWith('Calendars.') ? calendarScope : organiserScope,
    }));
}

function assignmentName(role: string): string {
  return role.replace('Application ', 'Larprojekt ');
}

/** The exact commands, in order. The roles come from the same list as the table of permissions. */
export function narrowing({ clientId, organiserMailbox, permissions }: Needs): string {
  const roles = scopedRoles(permissions).map(
    ({ role, scope }) =>
      `New-ManagementRoleAssignment -Name "${assignmentName(role)}" -App $app.ObjectId -Role "${role}" -CustomResourceScope "${scope}"`,
  );
  return `Install-Module ExchangeOnlineManagement -Scope CurrentUser
Install-Module Microsoft.Graph.Applications -Scope CurrentUser
Connect-ExchangeOnline
Connect-MgGraph -Scopes "Application.Read.All"

# 1. Appen i Exchange. Objekt-id är företagsprogrammets, inte appregistreringens.
#    The app in Exchange. The object id is the enterprise application's, not the registration's.
$entra = Get-MgServicePrincipal -Filter "appId eq '${clientId}'"
New-ServicePrincipal -AppId "${clientId}" -ObjectId $entra.Id -DisplayName "Larprojekt"
$app = Get-ServicePrincipal -Identity "Larprojekt"

# 2. Brevlådorna som appen får nå. / The mailboxes that the app may reach.
$organisator = "${organiserMailbox}"
$kalender = "${sharedCalendar}"
New-ManagementScope -Name "${organiserScope}" -RecipientRestrictionFilter "PrimarySmtpAddress -eq '$organisator'"
New-ManagementScope -Name "${calendarScope}" -RecipientRestrictionFilter "PrimarySmtpAddress -eq '$organisator' -or PrimarySmtpAddress -eq '$kalender'"

# 3. Rollerna, var och en för sitt omfång. / The roles, each for its scope.
${roles.join('\n')}

# 4. Kontrollera. / Check.
Test-ServicePrincipalAuthorization -Identity "Larprojekt" -Resource $organisator | Format-Table
Test-ServicePrincipalAuthorization -Identity "Larprojekt" -Resource "<er egen adress>" | Format-Table`;
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
