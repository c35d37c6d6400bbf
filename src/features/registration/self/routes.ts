import { Router, urlencoded, type Request, type Response } from 'express';
import { pageLanguage } from '../../../adapters/http/page-language.ts';
import type { Outcome } from '../../../domain/outcome.ts';
import { say } from '../../../domain/words.ts';
import type { Tools } from '../../../tools.ts';
import { resolveLink } from '../../links/queries.ts';
import type { OpenedLink } from '../../links/types.ts';
import { sendPage } from '../../shell/pages/answer.ts';
import { messagePage } from '../../shell/pages/message.ts';
import {
  answerOwn,
  comeBack,
  commitOwn,
  correctOwn,
  leaveProject,
  nameGuest,
  openEvaluationOf,
  removeGuest,
  saveOwnDietary,
} from './actions.ts';
import { languageQuery } from '../../shell/pages/shell.ts';
import { leavePage, ownPage } from './pages/own.ts';
import { participantsPage } from './pages/participants.ts';
import { selfPageWords, type SelfDone } from './pages/words.ts';
import { ownCalendarOf, ownListOf, ownPageOf } from './queries.ts';
import { guestDetails, ownAnswer, ownCommitment, ownDetails, ownDietary } from './schema.ts';
import { selfWords, type OwnDetails, type SelfRefusal } from './types.ts';

/** The personal page and what can be done on it. A mail scanner that follows every link changes nothing. */
export function selfPages(tools: Tools): Router {
  const router = Router();
  const body = urlencoded({ extended: false, limit: '16kb' });

  router.get('/min/:secret', async (request, response) => {
    const link = await linkOf(tools, request, response);
    if (link !== undefined) await show(tools, { link, request, response, refusal: null });
  });

  router.get('/min/:secret/kalender.ics', async (request, response) => {
    const link = await linkOf(tools, request, response);
    if (link === undefined) return;
    const text = await ownCalendarOf(tools, link);
    if (text === null) return gone(request, response);
    response
      .type('text/calendar; charset=utf-8')
      .set('Cache-Control', 'no-store')
      .attachment('larprojekt.ics')
      .send(text);
  });

  router.get('/min/:secret/lamna', async (request, response) => {
    const link = await linkOf(tools, request, response);
    const page = link === undefined ? null : await ownPageOf(tools, link);
    if (link === undefined) return;
    if (page === null) return gone(request, response);
    sendPage(response, leavePage({ page, secret: secretOf(request), language: pageLanguage(request) }));
  });

  const act = (
    path: string,
    done: SelfDone,
    perform: (link: OpenedLink, request: Request) => Promise<Outcome<null, SelfRefusal>>,
  ): void => {
    router.post(path, body, async (request, response) => {
      const link = await linkOf(tools, request, response);
      if (link === undefined) return;
      const outcome = await perform(link, request);
      if (outcome.ok) return back(request, response, done);
      const text = say(selfWords[outcome.reason], pageLanguage(request), outcome.details);
      await show(tools, { link, request, response, refusal: text });
    });
  };

  act('/min/:secret/uppgifter', 'uppgifter', (link, { body: posted }) => correctOwn(tools, link, readDetails(posted)));
  act('/min/:secret/medveten', 'medveten', (link, { body: posted }) =>
    commitOwn(tools, link, ownCommitment.parse(posted ?? {}).commitment !== ''),
  );
  act('/min/:secret/kost', 'kost', (link, { body: posted }) =>
    saveOwnDietary(tools, link, ownDietary.parse(posted ?? {}).dietaryText),
  );
  act('/min/:secret/traff/:sessionId', 'svar', async (link, request) => {
    const posted = ownAnswer.safeParse(request.body ?? {});
    if (!posted.success) return { ok: false, reason: 'incomplete', details: {} };
    return await answerOwn(tools, link, { sessionId: parameter(request, 'sessionId'), answer: posted.data.answer });
  });
  const guest = (kind: 'substitute' | 'colleague') => (link: OpenedLink, request: Request) =>
    nameGuest(
      tools,
      link,
      { sessionId: parameter(request, 'sessionId'), kind, guest: guestDetails.parse(request.body ?? {}) },
      pageLanguage(request),
    );
  act('/min/:secret/traff/:sessionId/ersattare', 'gast', guest('substitute'));
  act('/min/:secret/traff/:sessionId/kollega', 'gast', guest('colleague'));
  act('/min/:secret/gast/:guestId/bort', 'borttagen', (link, request) =>
    removeGuest(tools, link, parameter(request, 'guestId')),
  );
  act('/min/:secret/lamna', 'lamnat', (link, request) => leaveProject(tools, link, pageLanguage(request)));
  act('/min/:secret/tillbaka', 'tillbaka', (link) => comeBack(tools, link));

  router.post('/min/:secret/utvardering/:sessionId', body, async (request, response) => {
    const link = await linkOf(tools, request, response);
    if (link === undefined) return;
    const opened = await openEvaluationOf(tools, link, parameter(request, 'sessionId'));
    const language = pageLanguage(request);
    // Its path alone: whatever address this was asked on leads there.
    if (opened.ok) return response.redirect(303, `${new URL(opened.value).pathname}${languageQuery(language)}`);
    await show(tools, { link, request, response, refusal: say(selfWords[opened.reason], language, opened.details) });
  });

  router.get('/min/:secret/deltagare', async (request, response) => {
    const link = await linkOf(tools, request, response);
    if (link === undefined) return;
    const list = await ownListOf(tools, link);
    if (list === null) return gone(request, response);
    sendPage(response, participantsPage({ ...list, secret: secretOf(request), language: pageLanguage(request) }));
  });
  return router;
}

function readDetails(posted: unknown): OwnDetails {
  const { sharesPhone, ...typed } = ownDetails.parse(posted ?? {});
  return { ...typed, sharesPhone: sharesPhone !== '' };
}

function parameter(request: Request, name: string): string {
  return String(request.params[name] ?? '');
}

function secretOf(request: Request): string {
  return parameter(request, 'secret');
}

async function linkOf(tools: Tools, request: Request, response: Response): Promise<OpenedLink | undefined> {
  const link = await resolveLink(tools, secretOf(request), 'self');
  if (link === undefined) gone(request, response);
  return link;
}

function gone(request: Request, response: Response): void {
  sendPage(response, messagePage('noLink', pageLanguage(request)), 404);
}

interface Shown {
  readonly link: OpenedLink;
  readonly request: Request;
  readonly response: Response;
  /** Why the latest act was refused. */
  readonly refusal: string | null;
}

async function show(tools: Tools, { link, request, response, refusal }: Shown): Promise<void> {
  const page = await ownPageOf(tools, link);
  if (page === null) return gone(request, response);
  const language = pageLanguage(request);
  const done = refusal === null ? doneOf(request.query['klart']) : null;
  sendPage(
    response,
    ownPage({ page, secret: secretOf(request), language, done, refusal }),
    refusal === null ? 200 : 422,
  );
}

function doneOf(asked: unknown): SelfDone | null {
  return typeof asked === 'string' && asked in selfPageWords.sv.done ? (asked as SelfDone) : null; // a key of the table
}

function back(request: Request, response: Response, done: SelfDone): void {
  const language = pageLanguage(request) === 'en' ? '&lang=en' : '';
  response.redirect(303, `/min/${encodeURIComponent(secretOf(request))}?klart=${done}${language}`);
}
