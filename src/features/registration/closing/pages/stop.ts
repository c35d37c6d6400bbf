import { html } from '../../../../domain/html.ts';
import type { Language } from '../../../../domain/words.ts';
import { languageQuery, publicPage } from '../../../shell/pages/shell.ts';
import type { ProjectTelling } from '../../facts/types.ts';

export interface StopPage {
  readonly secret: string;
  readonly state: 'standing' | 'stopped' | 'goneOut';
  readonly language: Language;
}

const words = {
  sv: {
    title: 'Stoppa stängningen',
    question: 'Stoppa stängningen?',
    effect: (title: string) => `Anmälan till ${title} stänger då utan att några kalenderbokningar går ut.`,
    later: 'Ni kan bekräfta och skicka när som helst i fliken Deltagare.',
    stop: 'Stoppa',
    stopped: 'Stoppat',
    nothing: 'Inget går ut. Ni kan bekräfta igen i fliken Deltagare.',
    gone: 'Det har redan gått ut',
    correct:
      'Bokningarna är skickade och kan inte tas tillbaka härifrån. Ändra i planeringen eller skicka en rättelse.',
  },
  en: {
    title: 'Stop the closing',
    question: 'Stop the closing?',
    effect: (title: string) => `The registration for ${title} then closes without any calendar bookings going out.`,
    later: 'You can confirm and send at any time in the tab Participants.',
    stop: 'Stop',
    stopped: 'Stopped',
    nothing: 'Nothing goes out. You can confirm again in the tab Participants.',
    gone: 'It has already gone out',
    correct: 'The bookings are sent and cannot be taken back from here. Change the plan or send a correction.',
  },
} as const;

/** The planners' page behind *Stoppa* in the mail. */
export function stopPage(project: ProjectTelling, { secret, state, language }: StopPage): string {
  const text = words[language];
  const main =
    state === 'standing'
      ? html`<h1>${text.question}</h1>
          <p>${text.effect(project.title)}</p>
          <p>${text.later}</p>
          <form method="post" action="/stoppa/${encodeURIComponent(secret)}${languageQuery(language)}">
            <button type="submit">${text.stop}</button>
          </form>`
      : state === 'stopped'
        ? html`<h1>${text.stopped}</h1>
            <p role="status">${text.nothing}</p>`
        : html`<h1>${text.gone}</h1>
            <p>${text.correct}</p>`;
  const head = { id: project.projectId, title: project.title };
  return publicPage({ title: text.title, language, main, project: head });
}
