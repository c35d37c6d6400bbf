import type { ProjectKey } from '../../../domain/ids.ts';
import { done, refused, type Outcome } from '../../../domain/outcome.ts';
import type { LinkAnswer } from '../../../ports/links.ts';
import type { Tools } from '../../../tools.ts';
import { projectOf } from '../../planning/queries.ts';
import { registrationPage } from '../../registration/rules.ts';
import { lookAt } from '../../web-links/actions.ts';

/** INV-07: looks at the registration link. */
export async function lookAtLink(tools: Tools, key: ProjectKey): Promise<Outcome<LinkAnswer, 'noProject'>> {
  const project = await projectOf(tools, key);
  if (project === null) return refused('noProject');
  return done(await lookAt(tools, key, registrationPage(project, tools.settings.publicUrl)));
}
