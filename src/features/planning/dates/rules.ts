/** A session without a date: everything else can be decided later too. */
export function emptySession(ids: { tenant_id: string; project_id: string }, number: number, title?: string) {
  return {
    ...ids,
    id: `s-${number}`,
    number,
    title: title ?? `Träff ${number}`,
    theme: null,
    date: null,
    start_time: null,
    end_time: null,
    full_day: true,
    format: 'onsite' as const,
    venue_id: null,
    preparation: null,
    agenda: '[]',
    layout: null,
    imported_room_status: null,
    extra: '{}',
    cancelled_at: null,
  };
}
