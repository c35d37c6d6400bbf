// Each pattern is written so that it does not match itself.
const forbidden: readonly (readonly [pattern: RegExp, remedy: string])[] = [
  [/(?<![\w.:])\/(?:work|home|root)\/[\w.-]/, 'names a folder of somebody’s machine. Write a path of the repository.'],
  [/(?<![\w.])\/tmp\/[\w]/, 'names a folder of somebody’s machine. Use tmpdir() of node:os.'],
  [/registry[.](?:npmjs|yarnpkg|npmmirror)/, 'names a package registry. Let each machine choose its own.'],
  [/[.][.]\/shared[/\s]/, 'names a folder outside the repository. Bring what is needed into the repository.'],
];

/** Lines of a text file that must not be in the repository, as `path:line` with the remedy. */
export function forbiddenWords(path: string, text: string): string[] {
  return text
    .split('\n')
    .flatMap((line, index) =>
      forbidden.filter(([pattern]) => pattern.test(line)).map(([, remedy]) => `${path}:${index + 1} ${remedy}`),
    );
}
