import type { NoticeEntry } from '../../notices/types.ts';

/** The mails that have reached somebody under one yes: those can be put right. */
export function correctable(notices: readonly NoticeEntry[], confirmationId: string): readonly NoticeEntry[] {
  return notices.filter(
    (one) => one.confirmationId === confirmationId && one.channel === 'mail' && one.state === 'sent',
  );
}
