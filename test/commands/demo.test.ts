import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { projectFile } from '../../src/features/planning/file/schema.ts';
import type { DemoResult } from '../../src/commands/demo/run.ts';
import { projectRoot } from '../../src/commands/project-root.ts';
import { temporaryFolder } from '../temporary.ts';
import { lived } from './demo-run.ts';

const sample = JSON.parse(
  readFileSync(join(projectRoot, 'src/features/planning/sample/sample-project.json'), 'utf8'),
) as Record<string, unknown>; // our own sample
const expected = sample['expected'] as Record<string, unknown>; // as above
const MINUTES = 60_000;

describe('the whole sample, with its edge cases left out', () => {
  const out = temporaryFolder('demo');
  let result: DemoResult;
  beforeAll(async () => {
    result = await lived(projectFile.parse(sample), { out });
  }, 8 * MINUTES);
  const lines = (path: string): unknown[] =>
    readFileSync(join(out, path), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);

  test('nothing differs from the file', () => {
    expect(result.differences).toEqual([]);
  });

  test.each([
    ['LST-01 participants are counted', 'participants'],
    ['LST-01 participants stand in Swedish order', 'sortedByFamilyName'],
    ['REG-04 organisations are counted', 'organisations'],
    ['REG-04 participants are counted per organisation', 'perOrganisation'],
    ['REG-04 municipalities without a participant are named', 'municipalitiesWithoutRegistration'],
    ['X-02 those with dietary needs have them on their own page', 'withDietary'],
    ['INV-01 the invitation has its last day', 'invitationDeadline'],
    ['INF-01 the information has its last day per session', 'sessionInfoDeadlines'],
    ['CAL-01 sessions start at their moments', 'utcStart'],
    ['PLN-02 sessions lie in their weeks', 'isoWeeks'],
    ['PLN-02 the project spans its days', 'projectSpanDays'],
    ['CAL-01 the registration closes at its minute', 'registrationClosesUtc'],
  ] as const)('%s', (_title, name) => {
    expect(result.report[name]).toEqual(expected[name]);
  });

  test('CAL-01 everybody is on every meeting, EVA-01 who answered is counted, DOC-02 two files are shared', () => {
    expect(result.report.sessions.map(({ attendees, documents }) => [attendees, documents])).toEqual(
      Array.from({ length: 4 }, () => [34, 2]),
    );
    const [first] = result.report.sessions;
    expect(first).toMatchObject({ present: 31, evaluationAnswers: 27, roomStatus: 'accepted' });
    expect(first).toMatchObject({ start: '2026-09-22T08:30:00+02:00', end: '2026-09-22T16:00:00+02:00' });
  });

  test('VEN-02 venues without a calendar are confirmed by their hosts', () => {
    expect(result.report.sessions.slice(1).map(({ roomStatus }) => roomStatus)).toEqual([
      'confirmedByHand',
      'confirmedByHand',
      'confirmedByHand',
    ]);
  });

  test('REG-05 every registration is confirmed by mail, once', () => {
    expect(result.report.notices).toMatchObject({ 'registration.confirmed': 34 });
  });

  test('X-02 no dietary word is anywhere but where it belongs', () => {
    expect(result.report.dietaryLeaks).toBe(0);
    expect(result.evidence.pieces.length).toBeGreaterThan(500);
  });

  test('X-04 nothing was throttled or sent anew in vain', () => {
    expect(result.report.graph.httpRequests).toBe(lines('graph.jsonl').filter((line) => isOuter(line)).length);
    expect(result.report.graph.throttled).toBe(0);
  });

  test('X-04 nothing is built on what no document answers: members’ addresses, installing, groups’ calendars', () => {
    const paths = lines('graph.jsonl').map((line) => String((line as { path: unknown }).path)); // one exchange
    expect(paths.length).toBeGreaterThan(1000);
    expect(paths.filter((path) => /\/members|\/installedApps|\/groups\//i.test(path))).toEqual([]);
  });

  test('the folder holds exchanges without tokens, transfers, mails, cards, files and lists', () => {
    for (const line of lines('graph.jsonl'))
      expect(Object.keys(line as object)).toEqual(['method', 'path', 'status', 'requestBody', 'responseBody']);
    expect(readFileSync(join(out, 'graph.jsonl'), 'utf8')).not.toMatch(/Bearer |"access_token"/);
    expect(lines('uploads.jsonl').length).toBeGreaterThanOrEqual(4);
    expect(readdirSync(join(out, 'mail')).every((name) => name.endsWith('.eml'))).toBe(true);
    expect(readdirSync(join(out, 'cards')).length).toBeGreaterThan(10);
    expect(readdirSync(join(out, 'channel')).filter((name) => name.endsWith('.pdf'))).toHaveLength(4);
    expect(existsSync(join(out, 'channel/posts.json'))).toBe(true);
    expect(readFileSync(join(out, 'participants.csv'), 'utf8')).toContain('Nguyễn Thị');
    expect(existsSync(join(out, 'participants.xlsx'))).toBe(true);
  });

  test.each(['UTC', 'Europe/Stockholm'])('CAL-01 an outsider’s invitation is read by ical.js under TZ=%s', (zone) => {
    const files = readdirSync(join(out, 'calendar')).toSorted();
    expect(files).toEqual(['s-1.ics', 's-2.ics', 's-3.ics', 's-4.ics']);
    const read = execFileSync(
      process.execPath,
      [join(projectRoot, 'test/commands/read-calendar.ts'), ...files.map((name) => join(out, 'calendar', name))],
      { encoding: 'utf8', env: { ...process.env, TZ: zone } },
    );
    const events = JSON.parse(read) as { start: string; attendees: string[] }[]; // written by the program above
    const starts = Object.values(expected['utcStart'] as Record<string, string>);
    expect(events.map(({ start }) => Date.parse(start))).toEqual(starts.map((start) => Date.parse(start)));
    expect(events.map(({ attendees }) => attendees.length)).toEqual([1, 1, 1, 1]);
  });
});

function isOuter(line: unknown): boolean {
  return !String((line as { path: unknown }).path).startsWith('batch '); // one exchange
}
