import { TeamsActivityHandler } from 'botbuilder';
export class LarprojektBot extends TeamsActivityHandler {}
