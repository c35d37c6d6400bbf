import type { Tools } from '../src/tools.ts';

/**
 * Longest waits for Graph while somebody waits for the bot, in milliseconds. Teams shows a failed card after a few
 * seconds and we promise two; what did not come in time is unknown, which the features can live with.
 */
const longest = { directory: 600, rooms: 900 };

/** The tools of a conversation: looks at far calendars and the directory are given up in time. Jobs keep their patience. */
export function hurried(tools: Tools): Tools {
  return {
    ...tools,
    directory: {
      byMail: (address) => within(longest.directory, tools.directory.byMail(address)),
      byOid: (oid) => within(longest.directory, tools.directory.byOid(oid)),
    },
    rooms: {
      places: () => within(longest.rooms, tools.rooms.places()),
      busy: (asked) => within(longest.rooms, tools.rooms.busy(asked)),
    },
  };
}

async function within<Value>(ms: number, answer: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`Graph did not answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
