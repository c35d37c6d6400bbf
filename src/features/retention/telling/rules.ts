import { counted } from '../../../domain/swedish-text.ts';
import type { Words } from '../../../domain/words.ts';
import type { DataClass, RetentionRule } from '../types.ts';

/** What is decided about a class, for those whose data they are. */
export function toldRule({ name, after }: DataClass, { way, days, decision }: RetentionRule): Words {
  const by = {
    sv: decision === null ? '' : `, enligt beslut ${decision}`,
    en: decision === null ? '' : `, by decision ${decision}`,
  };
  if (way === 'keep' || days === null)
    return { sv: `${name.sv}: bevaras${by.sv}.`, en: `${name.en}: preserved${by.en}.` };
  const event =
    after === 'lastSession'
      ? { sv: 'sista träffen', en: 'the last session' }
      : { sv: 'sista träffen och utvärderingen', en: 'the last session and evaluation' };
  return {
    sv: `${name.sv}: får raderas ${counted(days, 'dag', 'dagar')} efter ${event.sv}${by.sv}.`,
    en: `${name.en}: may be erased ${counted(days, 'day', 'days')} after ${event.en}${by.en}.`,
  };
}
