import type { RegisteredPermission } from '../../package/handover/permissions.ts';
import type { Bench } from '../bench.ts';
import { fault, fine, warning, words, type Check, type Finding } from '../types.ts';

/** Graph's own application in every tenant. */
const graphAppId = '00000003-0000-0000-c000-000000000000';

/** One check for each permission that the product registers, so that what needs one of them waits for that alone. */
export function consentChecks(permissions: readonly RegisteredPermission[], bench: () => Bench): readonly Check[] {
  const each = permissions.map((permission): Check => ({
    id: `consent:${permission.name}`,
    title: words(`Behörighet ${permission.name}`, `Permission ${permission.name}`),
    needs: ['signIn'],
    run: async () => {
      const { roles, setup } = bench();
      return [consent(permission, (await roles()).includes(permission.name), setup.clientId)];
    },
  }));
  const others: Check = {
    id: 'consent:others',
    title: words('Inget samtycke för mycket', 'No consent too many'),
    needs: ['signIn'],
    run: async () => {
      const { roles, setup } = bench();
      return tooMany(
        await roles(),
        permissions.map(({ name }) => name),
        setup.clientId,
      );
    },
  };
  return [...each, others];
}

function consent({ name, id, granted, use }: RegisteredPermission, isConsented: boolean, clientId: string): Finding {
  if (granted === 'rbac')
    return isConsented
      ? warning({
          what: words(`${name} är godkänd för alla brevlådor.`, `${name} is consented for every mailbox.`),
          why: words(
            'Samtycke i Entra och roller i Exchange läggs ihop. Därför når appen alla brevlådor, också när Exchange bara nämner två.',
            'Consent in Entra and roles in Exchange add up. So the app reaches every mailbox, even when Exchange names only two.',
          ),
          who: 'globalAdmin',
          how: words(
            'Ta bort samtycket i Entra. Rollen i Exchange räcker.',
            'Take the consent away in Entra. The role in Exchange is enough.',
          ),
          command: takingAway(name, clientId),
        })
      : fine(
          'Inte godkänd för alla brevlådor; den ges i Exchange.',
          'Not consented for every mailbox; it is given in Exchange.',
        );
  if (isConsented) return fine('Samtycket finns.', 'It is consented.');
  return fault({
    what: words(`Samtycket till ${name} saknas.`, `The consent to ${name} is missing.`),
    why: words(`Den behövs: ${use.sv}`, `It is needed: ${use.en}`),
    who: 'globalAdmin',
    how: words(
      'Ge samtycke i Entra → Appregistreringar → Lärprojekt → API-behörigheter → Bevilja administratörsmedgivande.',
      'Consent in Entra → App registrations → Lärprojekt → API permissions → Grant admin consent.',
    ),
    command: `az ad app permission add --id ${clientId} --api ${graphAppId} --api-permissions ${id}=Role
az ad app permission admin-consent --id ${clientId}`,
  });
}

function tooMany(roles: readonly string[], registered: readonly string[], clientId: string): readonly Finding[] {
  const others = roles.filter((role) => !registered.includes(role));
  if (others.length === 0) return [fine('Inget mer än det som behövs.', 'No more than is needed.')];
  return others.map((role) =>
    warning({
      what: words(
        `${role} är godkänd, men Lärprojekt använder den inte.`,
        `${role} is consented, but Lärprojekt does not use it.`,
      ),
      why: words('Det som inte behövs är bara en risk.', 'What is not needed is only a risk.'),
      who: 'globalAdmin',
      how: words('Ta bort samtycket i Entra.', 'Take the consent away in Entra.'),
      command: takingAway(role, clientId),
    }),
  );
}

const takingAway = (
  role: string,
  clientId: string,
): string => `Connect-MgGraph -Scopes "AppRoleAssignment.ReadWrite.All","Application.Read.All"
$app = Get-MgServicePrincipal -Filter "appId eq '${clientId}'"
$graph = Get-MgServicePrincipal -Filter "appId eq '${graphAppId}'"
$role = $graph.AppRoles | Where-Object Value -eq "${role}"
Get-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $app.Id | Where-Object AppRoleId -eq $role.Id |
  ForEach-Object { Remove-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $app.Id -AppRoleAssignmentId $_.Id }`;
