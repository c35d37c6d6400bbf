import { ConfigError, readConfig } from '../config.ts';
import { runProjectCommand } from './project-files.ts';

// npm run project -- import FILE | export ID | list
try {
  const config = readConfig(process.env);
  const terminal = { out: (text: string) => console.log(text), error: (text: string) => console.error(text) };
  process.exitCode = await runProjectCommand(config, process.argv.slice(2), terminal);
} catch (cause) {
  if (!(cause instanceof ConfigError)) throw cause;
  console.error(cause.message);
  process.exitCode = 2;
}
