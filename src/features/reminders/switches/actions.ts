import { Temporal } from 'temporal-polyfill';
import { done, refused, type Outcome } from '../../../domain/outcome.ts';
import type { Actor } from '../../../domain/people.ts';
import type { Tools } from '../../../tools.ts';
import { auditedBy, writeAudit } from '../../planning/audit/actions.ts';
import { auditOf, projectOf } from '../../planning/queries.ts';
import { lastLook } from '../mornings/rules.ts';
import { beginSetting, putSwitch, settingOf } from '../store.ts';
import type { ReminderRefusal, Switch, Switched } from '../types.ts';

/** Hours in which an "ångra" may still mean a switch. */
const hours = 1;

/** Turns the reminders or the weekly news on or off, for the whole project. The same twice is the same once. */
export async function setSwitch(
  tools: Tools,
  actor: Actor,
  { name, isOn }: Switched,
): Promise<Outcome<Switched & { readonly isChanged: boolean }, ReminderRefusal>> {
  return await tools.tx(async (work) => {
    const project = await projectOf(work, actor);
    if (project === null) return refused('noProject');
    await beginSetting(work, actor, lastLook(tools.clock.now(), project.timeZone));
    const isChanged = (await settingOf(work, actor))?.[name] !== isOn;
    if (isChanged) {
      await putSwitch(work, actor, name, isOn);
      const act = isOn ? 'reminders.on' : 'reminders.off';
      await writeAudit(work, tools, { ...auditedBy(actor), act, subject: name });
    }
    return done({ name, isOn, isChanged });
  });
}

/** Turns back what somebody has just switched, when that is the latest they did in the project. */
export async function undoSwitch(tools: Tools, actor: Actor): Promise<Outcome<Switched, ReminderRefusal>> {
  const latest = (await auditOf(tools, actor, 20)).find((line) => line.actor === actor.name);
  const name = switches.find((one) => one === latest?.subject);
  if (latest === undefined || name === undefined || !latest.act.startsWith('reminders.'))
    return refused('nothingToUndo');
  if (tools.clock.now().since(Temporal.Instant.from(latest.at)).total('hours') > hours) return refused('nothingToUndo');
  return await setSwitch(tools, actor, { name, isOn: latest.act === 'reminders.off' });
}

const switches: readonly Switch[] = ['reminders', 'weekly'];
