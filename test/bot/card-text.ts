/** Everything that a card says, in order, with its buttons in brackets. */
export function textOf(card: Record<string, unknown>): string {
  const lines: string[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(walk);
    if (typeof value !== 'object' || value === null) return;
    const { type, text, title, label, facts, ...rest } = value as Record<string, unknown>; // JSON is read field by field
    if (typeof text === 'string') lines.push(text);
    if (typeof label === 'string') lines.push(label);
    if (Array.isArray(facts))
      facts.forEach((fact: { title: string; value: string }) => lines.push(`${fact.title}: ${fact.value}`));
    if (typeof type === 'string' && type.startsWith('Action.') && typeof title === 'string')
      return void lines.push(`[${title}]`);
    Object.values(rest).forEach(walk);
  };
  walk(card['body']);
  walk(card['actions']);
  return lines.join('\n');
}
