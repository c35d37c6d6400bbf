import type { ProjectFile } from '../../types.ts';
import type { FileRows } from '../store.ts';

export function publicationRows(
  { publications = [] }: ProjectFile,
  ids: { readonly tenant_id: string; readonly project_id: string },
): Pick<FileRows, 'publication'> {
  return {
    publication: publications.map(({ channel, url, text }) => ({
      ...ids,
      channel,
      url: url ?? null,
      own_text: text ?? null,
    })),
  };
}
