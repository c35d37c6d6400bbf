import { cleanUpAfterEachFile } from './clean-up.ts';

cleanUpAfterEachFile();
