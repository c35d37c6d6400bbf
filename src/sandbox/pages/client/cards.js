import { richText } from './markdown.js';

const isDark = () => matchMedia('(prefers-color-scheme: dark)').matches;

/** Colours of cards, close to what Teams uses; each has 4.5:1 against its background. */
const palettes = {
  light: {
    text: '#242424',
    quiet: '#5c5c5c',
    accent: '#4f52b2',
    good: '#0e700e',
    warning: '#835b00',
    attention: '#b10e1c',
    page: '#ffffff',
    emphasis: '#f5f5f5',
    goodPage: '#f1faf1',
    warningPage: '#fff9f5',
    attentionPage: '#fdf3f4',
    accentPage: '#f0f0fa',
    line: '#d6d6d6',
  },
  dark: {
    text: '#f0f0f0',
    quiet: '#bdbdbd',
    accent: '#aab1fa',
    good: '#6cc26c',
    warning: '#f2c661',
    attention: '#f1a7ae',
    page: '#292929',
    emphasis: '#383838',
    goodPage: '#052505',
    warningPage: '#3a2a00',
    attentionPage: '#3f1011',
    accentPage: '#2b2b40',
    line: '#5c5c5c',
  },
};

function hostConfig() {
  const colours = palettes[isDark() ? 'dark' : 'light'];
  const tone = (colour) => ({ default: colour, subtle: colours.quiet });
  const foregroundColors = {
    default: tone(colours.text),
    dark: tone(colours.text),
    light: tone(colours.quiet),
    accent: { default: colours.accent, subtle: colours.accent },
    good: { default: colours.good, subtle: colours.good },
    warning: { default: colours.warning, subtle: colours.warning },
    attention: { default: colours.attention, subtle: colours.attention },
  };
  const style = (backgroundColor) => ({ backgroundColor, foregroundColors });
  return {
    fontFamily: "'Segoe UI', 'Open Sans', system-ui, sans-serif",
    fontSizes: { small: 13, default: 15, medium: 17, large: 20, extraLarge: 24 },
    fontWeights: { lighter: 400, default: 400, bolder: 600 },
    lineHeights: { small: 18, default: 21, medium: 24, large: 28, extraLarge: 32 },
    spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 14 },
    separator: { lineThickness: 1, lineColor: colours.line },
    supportsInteractivity: true,
    textBlock: { headingLevel: 2 },
    imageSizes: { small: 32, medium: 64, large: 128 },
    containerStyles: {
      default: style(colours.page),
      emphasis: style(colours.emphasis),
      good: style(colours.goodPage),
      warning: style(colours.warningPage),
      attention: style(colours.attentionPage),
      accent: style(colours.accentPage),
    },
    actions: {
      maxActions: 6,
      spacing: 'default',
      buttonSpacing: 8,
      showCard: { actionMode: 'inline', inlineTopMargin: 8, style: 'emphasis' },
      actionsOrientation: matchMedia('(max-width: 480px)').matches ? 'vertical' : 'horizontal',
      actionAlignment: matchMedia('(max-width: 480px)').matches ? 'stretch' : 'left',
    },
    inputs: {
      label: {
        inputSpacing: 4,
        requiredInputs: { weight: 'bolder', color: 'default', suffix: ' *', suffixColor: 'attention' },
        optionalInputs: { weight: 'bolder', color: 'default' },
      },
      errorMessage: { color: 'attention', weight: 'bolder' },
    },
    factSet: {
      title: { color: 'default', weight: 'bolder', wrap: true, maxWidth: 150 },
      value: { color: 'default', wrap: true },
      spacing: 12,
    },
  };
}

/**
 * Renders with the real Adaptive Cards renderer and gives the chosen action back, with what was typed in it.
 * An older Teams knows cards up to 1.3, so it falls back from Action.Execute to Action.Submit as the card says.
 */
export function renderCard(content, { isOlder, onAction }) {
  const { AdaptiveCard, HostConfig, SerializationContext, Versions } = globalThis.AdaptiveCards;
  AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = richText(text).innerHTML;
    result.didProcess = true;
  };
  const card = new AdaptiveCard();
  card.hostConfig = new HostConfig(hostConfig());
  const shown = isOlder ? { ...content, version: '1.3' } : content;
  card.parse(shown, new SerializationContext(isOlder ? Versions.v1_3 : Versions.v1_5));
  card.onExecuteAction = (action) => {
    const type = action.getJsonTypeName();
    if (type === 'Action.OpenUrl') return void open(action.url, '_blank', 'noopener');
    if (type === 'Action.Execute' || type === 'Action.Submit')
      onAction({ type, verb: action.verb, data: action.data ?? {} });
  };
  const rendered = card.render();
  rendered?.classList.add('card');
  return rendered;
}
