import { html } from '../../../../domain/html.ts';
import { publicPage } from '../../../shell/pages/shell.ts';
import type { ProjectTelling } from '../../facts/types.ts';

/** The planners' page behind *Stoppa* in the mail. Swedish only: those who lead get their mails in Swedish. */
export function stopPage(project: ProjectTelling, secret: string, state: 'standing' | 'stopped' | 'goneOut'): string {
  const main =
    state === 'standing'
      ? html`<h1>Stoppa stängningen?</h1>
          <p>Anmälan till ${project.title} stänger då utan att några kalenderbokningar går ut.</p>
          <p>Ni kan bekräfta och skicka när som helst i fliken Deltagare.</p>
          <form method="post" action="/stoppa/${encodeURIComponent(secret)}">
            <button type="submit">Stoppa</button>
          </form>`
      : state === 'stopped'
        ? html`<h1>Stoppat</h1>
            <p role="status">Inget går ut. Ni kan bekräfta igen i fliken Deltagare.</p>`
        : html`<h1>Det har redan gått ut</h1>
            <p>
              Bokningarna är skickade och kan inte tas tillbaka härifrån. Ändra i planeringen eller skicka en rättelse.
            </p>`;
  const head = { id: project.projectId, title: project.title };
  return publicPage({ title: 'Stoppa stängningen', language: 'sv', main, project: head });
}
