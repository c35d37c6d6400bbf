import { Temporal } from 'temporal-polyfill';
import { localDate, localDateOf } from '../../domain/local-date.ts';
import type { Tools } from '../../tools.ts';
import { activeProjects } from '../planning/queries.ts';
import type { ProjectHead } from '../planning/types.ts';
import { look } from './actions.ts';
import { isOpen, lastLook, morningOf, nextMorning } from './mornings/rules.ts';
import { allSettings, beginSetting, type SettingRow } from './store.ts';
import type { MorningCard } from './types.ts';

/** What the guideline asks for, told in time. The card's builder comes from outside: what a card looks like is the bot's affair. */
export function reminderJobs(card: MorningCard): {
  runDue(tools: Tools): Promise<void>;
  nextDueAt(tools: Tools): Promise<Temporal.Instant | undefined>;
} {
  return {
    /** One look a morning, at what is so then: dates that have moved are counted from anew. */
    async runDue(tools) {
      const now = tools.clock.now();
      for (const { project, setting } of await awakeProjects(tools)) {
        const zone = project.timeZone;
        if (setting === undefined) await beginSetting(tools, project, lastLook(now, zone));
        const lookedOn = setting?.looked_on ?? lastLook(now, zone);
        if (isOpen(now, zone) && lookedOn < localDateOf(now, zone).toString()) await look(tools, project, card);
      }
    },
    async nextDueAt(tools) {
      const now = tools.clock.now();
      return (await awakeProjects(tools))
        .filter(({ setting }) => setting === undefined || setting.reminders || setting.weekly)
        .flatMap(({ project, setting }) => nextLook(now, project, setting) ?? [])
        .toSorted((one, other) => Temporal.Instant.compare(one, other))[0];
    },
  };
}

/** In a plan that stands as it did, mornings with nothing to tell are passed over. */
function nextLook(now: Temporal.Instant, { timeZone, revision }: ProjectHead, setting: SettingRow | undefined) {
  const morning = nextMorning(now, timeZone);
  if (setting?.revision !== revision) return morning;
  if (setting.next_on === null) return undefined;
  const known = morningOf(localDate(setting.next_on), timeZone);
  return Temporal.Instant.compare(known, morning) > 0 ? known : morning;
}

async function awakeProjects(
  tools: Tools,
): Promise<readonly { readonly project: ProjectHead; readonly setting: SettingRow | undefined }[]> {
  const projects = await activeProjects(tools);
  if (projects.length === 0) return [];
  const settings = await allSettings(tools);
  return projects.map((project) => ({
    project,
    setting: settings.find((row) => row.tenant_id === project.tenantId && row.project_id === project.projectId),
  }));
}
