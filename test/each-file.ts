import { recordExchanges } from '../src/sandbox/graph/recording.ts';
import { cleanUpAfterEachFile } from './clean-up.ts';

cleanUpAfterEachFile();

// Every exchange with the sandbox's Graph, for `npm test` to have checked against a contract when it is told of one.
recordExchanges(process.env['GRAPH_RECORD']);
