// Starts the sample in a folder and dies, as by a power cut, just after Outlook has taken new events and before the
// product's own database has heard of them.
import { configOf, startSample } from './product.ts';

const [folder = '', databaseUrl = ''] = process.argv.slice(2);
await startSample(configOf(folder, databaseUrl), {
  wire: async (request, next) => {
    const response = await next(request);
    if (request.method === 'POST' && request.url.endsWith('/$batch')) process.kill(process.pid, 'SIGKILL');
    return response;
  },
});
// Still here: nothing was written, which the test tells by how this ended.
process.exit(3);
