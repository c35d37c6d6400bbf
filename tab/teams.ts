// Only these names are taken, so that the rest of the library stays out of the bundle.
export { app, authentication, pages } from '@microsoft/teams-js';
