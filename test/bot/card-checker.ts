import { mostActions, mostBytes } from '../../bot/cards/parts.ts';

/** Elements and actions that every Teams client shows at version 1.5. */
const elements = ['TextBlock', 'FactSet', 'Container', 'ColumnSet', 'Input.Text', 'Input.ChoiceSet'];
const actions = ['Action.Execute', 'Action.OpenUrl', 'Action.ToggleVisibility'];

type Json = Readonly<Record<string, unknown>>;

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isJson) : [];
}

/** What keeps a card from working for everybody in Teams; empty when nothing does. */
export function cardFaults(card: object): readonly string[] {
  const face: Json = { ...card };
  const body = listOf(face['body']);
  const buttons = listOf(face['actions']);
  const inputs = body.filter(({ type }) => String(type).startsWith('Input.'));
  const ids = inputs.map(({ id }) => id);
  return [
    ...(face['type'] === 'AdaptiveCard' ? [] : ['no Adaptive Card']),
    ...(face['version'] === '1.5' ? [] : [`version ${String(face['version'])}`]),
    ...(face['lang'] === undefined ? ['no language'] : []),
    ...(typeof face['fallbackText'] === 'string' ? [] : ['no text for clients without cards']),
    ...(Buffer.byteLength(JSON.stringify(card)) <= mostBytes ? [] : ['larger than 28 KB']),
    ...(buttons.length <= mostActions ? [] : [`${buttons.length} buttons`]),
    ...(body[0]?.['style'] === 'heading' ? [] : ['no heading']),
    ...body.flatMap(({ type }) => (elements.includes(String(type)) ? [] : [`element ${String(type)}`])),
    ...(new Set(ids).size === ids.length ? [] : ['two inputs of one id']),
    ...inputs.flatMap(inputFaults),
    ...buttons.flatMap((button) => buttonFaults(button, body)),
  ];
}

function inputFaults(input: Json): readonly string[] {
  const { id, label, isRequired, errorMessage, type, choices } = input;
  return [
    ...(typeof id === 'string' && id !== '' ? [] : ['an input without id']),
    ...(typeof label === 'string' && label !== '' ? [] : [`${String(id)} has no label`]),
    ...(isRequired === true && typeof errorMessage !== 'string' ? [`${String(id)} has no error message`] : []),
    ...(type === 'Input.ChoiceSet' && listOf(choices).some(({ title, value }) => !title || !value)
      ? [`${String(id)} has an empty choice`]
      : []),
  ];
}

function buttonFaults(button: Json, body: readonly Json[]): readonly string[] {
  const { type, title, verb, data, fallback, url } = button;
  if (!actions.includes(String(type))) return [`button ${String(type)}`];
  if (typeof title !== 'string' || title === '') return ['a button without title'];
  if (type === 'Action.ToggleVisibility') {
    const targets: readonly unknown[] = Array.isArray(button['targetElements']) ? button['targetElements'] : [];
    return targets.every((target) => body.some(({ id }) => id === target)) ? [] : [`${title} shows nothing`];
  }
  if (type === 'Action.OpenUrl') return /^https?:\/\//.test(String(url)) ? [] : [`${title} leads nowhere`];
  const submit = isJson(fallback) ? fallback : {};
  return [
    ...(isJson(data) && data['verb'] === verb ? [] : [`${title} loses its verb without Action.Execute`]),
    ...(submit['type'] === 'Action.Submit' && JSON.stringify(submit['data']) === JSON.stringify(data)
      ? []
      : [`${title} has no fallback of the same data`]),
  ];
}
