import type { ProjectKey } from '../../../domain/ids.ts';
import { done, refused, type Outcome } from '../../../domain/outcome.ts';
import type { Actor } from '../../../domain/people.ts';
import { languageOf, type Language } from '../../../domain/words.ts';
import { previewOf } from '../../notices/rules.ts';
import { peopleOf, projectOf, rolesOf } from '../../planning/queries.ts';
import type { Person, Project } from '../../planning/types.ts';
import { leadOf } from '../../rooms/booking/queries.ts';
import { steeringLetter } from '../letters/steering.ts';
import { themesView, type Needs } from '../queries.ts';
import type { ThemesView } from '../types.ts';
import type { AskingPreview, AskingRefusal } from './types.ts';

/** THM-04: everything that the question to the steering group is made of. */
export interface Asking {
  readonly project: Project;
  readonly view: ThemesView;
  readonly language: Language;
  readonly steering: readonly (Pick<Person, 'id' | 'displayName' | 'givenName' | 'oid' | 'accountType'> & {
    readonly email: string;
  })[];
  readonly lead: { readonly name: string; readonly email: string };
  readonly url: string;
  readonly preview: AskingPreview;
}

export async function askingOf(
  tools: Needs,
  actor: ProjectKey & Pick<Actor, 'roles' | 'language'>,
): Promise<Outcome<Asking, AskingRefusal>> {
  const [project, view, people, roles] = await Promise.all([
    projectOf(tools, actor),
    themesView(tools, actor),
    peopleOf(tools, actor),
    rolesOf(tools, actor),
  ]);
  if (project === null || view === null) return refused('noProject');
  if (view.decision !== null) return refused('isDecided');
  if (view.proposals.length === 0) return refused('noProposals');
  if (view.hindrances.length > 0)
    return refused('blocked', { rules: view.hindrances.map(({ title }) => title[actor.language]).join(', ') });
  const inGroup = new Set(roles.filter(({ role }) => role === 'steeringGroup').map(({ personId }) => personId));
  const steering = people.filter(({ id, email }) => inGroup.has(id) && email !== '');
  if (steering.length === 0) return refused('nobody');
  if (project.state !== 'active') return refused('dormant');
  const language = languageOf(project.language);
  const lead = await leadOf(tools, project);
  const url = `${tools.settings.publicUrl}/tab/tema?projekt=${encodeURIComponent(project.projectId)}#beslut`;
  const { subject, text } = steeringLetter({ view, projectTitle: project.title, lead, url, givenName: null }, language);
  const to = steering.map(({ displayName: name, email: address }) => ({ name, address }));
  const recipients = to.map(({ address }) => address);
  const preview = { ...previewOf({ texts: [subject, text], recipients }), to, subject, text };
  return done({ project, view, language, steering, lead, url, preview });
}
