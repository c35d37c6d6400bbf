import { Router } from 'express';
import type { Temporal } from 'temporal-polyfill';
import { LarprojektBot } from '../bot/bot.ts';
import { evaluationCard } from '../bot/cards/evaluation.ts';
import { agendaCard } from '../bot/cards/planning-meeting.ts';
import { decideThemeCard } from '../bot/cards/themes.ts';
import { morningCard } from '../bot/cards/morning.ts';
import { pollCards } from '../bot/cards/poll.ts';
import { reminderCard } from '../bot/cards/tasks.ts';
import { handleFollowUp, nextFollowUpDueAt, runDueFollowUps } from '../bot/follow-ups.ts';
import type { TabUrl } from '../bot/turn.ts';
import type { AppParts } from './adapters/http/app.ts';
import type { JobHandlers } from './adapters/queue/worker.ts';
import { costsApi } from './features/costs/routes.ts';
import * as documentTime from './features/documentation/jobs.ts';
import * as pollTime from './features/date-polls/jobs.ts';
import { datePollsApi, datePollsPages } from './features/date-polls/routes.ts';
import { documentationPages } from './features/documentation/public/routes.ts';
import { documentationApi } from './features/documentation/routes.ts';
import * as evaluationTime from './features/evaluations/jobs.ts';
import { evaluationsPages } from './features/evaluations/public/routes.ts';
import { evaluationsApi } from './features/evaluations/routes.ts';
import * as kitchenTime from './features/kitchen/jobs.ts';
import { kitchenApi, kitchenPages } from './features/kitchen/routes.ts';
import { mailingsApi } from './features/mailings/routes.ts';
import * as meetingTime from './features/meetings/jobs.ts';
import { agendaJobs } from './features/meetings/series/jobs.ts';
import { meetingsApi, meetingsPages } from './features/meetings/routes.ts';
import * as noticeTime from './features/notices/jobs.ts';
import { noticesApi } from './features/notices/routes.ts';
import { paneApi } from './features/pane/routes.ts';
import { actorFor } from './features/planning/queries.ts';
import { planningApi, projectsApi } from './features/planning/routes.ts';
import * as closingTime from './features/registration/closing/jobs.ts';
import * as dietaryTime from './features/registration/dietary/jobs.ts';
import { publicationsApi } from './features/publications/routes.ts';
import { registrationApi, registrationPages } from './features/registration/routes.ts';
import * as reminderTime from './features/reminders/jobs.ts';
import { remindersApi } from './features/reminders/routes.ts';
import { retentionApi } from './features/retention/routes.ts';
import { roomsApi, roomsPages } from './features/rooms/routes.ts';
import * as takenBackTime from './features/rooms/taken-back/jobs.ts';
import { sessionsPages } from './features/sessions/public/routes.ts';
import { sessionsApi } from './features/sessions/routes.ts';
import { speakersApi, speakersPages } from './features/speakers/routes.ts';
import { shellPages } from './features/shell/routes.ts';
import { themesApi } from './features/themes/routes.ts';
import * as taskTime from './features/tasks/jobs.ts';
import { tasksApi, tasksPages } from './features/tasks/routes.ts';
import { todayApi } from './features/today/routes.ts';
import type { Tools } from './tools.ts';

/** What the features bring to the product: entrances, work, and what the clock asks of them. */
export interface Features {
  readonly handlers: JobHandlers;
  readonly timed: readonly TimedFeature[];
  readonly actorFor: AppParts['actorFor'];
  readonly projectsApi: Router;
  readonly projectApis: readonly Router[];
  readonly pages: readonly Router[];
  readonly bot: LarprojektBot;
}

export interface TimedFeature {
  readonly name: string;
  readonly runDue: () => Promise<void>;
  readonly nextDueAt: () => Promise<Temporal.Instant | undefined>;
}

const tabPaths: Readonly<Record<Parameters<TabUrl>[1], string>> = {
  today: 'idag',
  planning: 'planering',
  themes: 'tema',
  participants: 'deltagare',
  sessions: 'traffar',
  evaluation: 'utvardering',
  notices: 'utskick',
};

/**
 * One list of everything that is built: what stands here is in the product. Only people of these tenants may speak to the
 * bot. The clock asks with tools of its own.
 */
export function assembleFeatures(tools: Tools, tenants: readonly string[], clockTools: Tools = tools): Features {
  const tabUrl: TabUrl = (projectId, page, { sessionId, below = sessionId, part } = {}) => {
    const path = [tabPaths[page], ...(below === undefined ? [] : [encodeURIComponent(below)])].join('/');
    const query = `?projekt=${encodeURIComponent(projectId)}`;
    return `${tools.settings.publicUrl}/tab/${path}${query}${part === undefined ? '' : `#${part}`}`;
  };
  const desk = { tools, tabUrl, tenants };
  const evaluationJobs = evaluationTime.evaluationJobs(evaluationCard);
  const polls = pollTime.pollJobs(pollCards);
  const timed = (
    name: string,
    feature: { runDue(tools: Tools): Promise<void>; nextDueAt(tools: Tools): Promise<Temporal.Instant | undefined> },
  ): TimedFeature => ({
    name,
    runDue: () => feature.runDue(clockTools),
    nextDueAt: () => feature.nextDueAt(clockTools),
  });
  return {
    handlers: {
      'meetings.reconcile': (payload) => meetingTime.reconcileMeetings(tools, payload),
      'meetings.sync': (payload) => meetingTime.syncMeetings(tools, payload),
      'notices.send': (payload) => noticeTime.sendNotices(tools, payload),
      'evaluations.open': (payload) => evaluationJobs['evaluations.open'](tools, payload),
      'evaluations.shuffle': (payload) => evaluationJobs['evaluations.shuffle'](tools, payload),
      'documents.share': (payload) => documentTime.shareDocuments(tools, payload),
      'datePolls.show': (payload) => polls['datePolls.show'](tools, payload),
      'bot.followUp': (payload) => handleFollowUp(desk, payload),
    },
    timed: [
      timed('closing', closingTime),
      timed('evaluations', evaluationTime),
      timed('meetings', meetingTime),
      timed('documents', documentTime),
      timed('rooms', takenBackTime),
      timed('kitchen', kitchenTime),
      timed('dietary', dietaryTime),
      timed('planning-meetings', agendaJobs(agendaCard)),
      timed('tasks', taskTime.taskJobs(reminderCard)),
      timed('date-polls', polls),
      timed('reminders', reminderTime.reminderJobs(morningCard)),
      timed('notices', noticeTime),
      {
        name: 'follow-ups',
        runDue: () => runDueFollowUps({ ...desk, tools: clockTools }),
        nextDueAt: nextFollowUpDueAt,
      },
    ],
    actorFor: (identity, projectId, language) => actorFor(tools, identity, projectId, language),
    projectsApi: projectsApi(tools),
    projectApis: [
      planningApi,
      (used: Tools) => themesApi(used, decideThemeCard),
      registrationApi,
      roomsApi,
      (tools: Tools) => datePollsApi(tools, pollCards),
      meetingsApi,
      sessionsApi,
      speakersApi,
      kitchenApi,
      evaluationsApi,
      documentationApi,
      noticesApi,
      todayApi,
      tasksApi,
      remindersApi,
      costsApi,
      retentionApi,
      mailingsApi,
      publicationsApi,
      paneApi,
    ].map((open) => open(tools)),
    pages: [
      shellPages(),
      ...[
        registrationPages,
        roomsPages,
        datePollsPages,
        tasksPages,
        meetingsPages,
        sessionsPages,
        speakersPages,
        kitchenPages,
        evaluationsPages,
        documentationPages,
      ].map((open) => open(tools)),
      frontDoor(),
    ],
    bot: new LarprojektBot(desk),
  };
}

/** The bare address leads to the tab. */
function frontDoor(): Router {
  const router = Router();
  router.get('/', (_request, response) => response.redirect(303, '/tab/idag'));
  return router;
}
