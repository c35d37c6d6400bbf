import { forbiddenAppOnly } from './errors.ts';
import { GraphFault } from './errors.ts';
import type { Handler } from './call.ts';
import type { Routes } from './router.ts';

const refuse: Handler = () => {
  throw forbiddenAppOnly();
};

const importOnly: Handler = () => {
  throw new GraphFault(
    403,
    'Forbidden',
    "Missing role permissions on the request. API requires one of 'Teamwork.Migrate.All'. Roles on the request ''.",
    { innerCode: 'MissingRolePermissions' },
  );
};

/** What Graph has but an app without a signed-in person may not do, however it is consented. */
export const refusedRoutes: Routes = {
  'POST /users/{user}/findMeetingTimes': refuse,
  'GET /groups/{group}/events': refuse,
  'POST /groups/{group}/events': refuse,
  'GET /groups/{group}/events/{event}': refuse,
  'PATCH /groups/{group}/events/{event}': refuse,
  'DELETE /groups/{group}/events/{event}': refuse,
  'GET /groups/{group}/calendarView': refuse,
  'POST /teams/{team}/channels/{channel}/messages': importOnly,
  'POST /teams/{team}/channels/{channel}/messages/{message}/replies': importOnly,
  'POST /chats/{chat}/messages': importOnly,
};
