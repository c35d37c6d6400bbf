/** Cells of text that was pasted from a spreadsheet or saved from one: tabs, semicolons or commas, quoted cells among them. */
export function cellsOfText(pasted: string): readonly (readonly string[])[] {
  const text = pasted.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const separator = separatorOf(text);
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  const endCell = (): void => {
    row.push(cell);
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (isQuoted) {
      if (char !== '"') cell += char;
      else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (char === '"' && cell === '') isQuoted = true;
    else if (char === separator) endCell();
    else if (char === '\n') {
      endCell();
      rows.push(row);
      row = [];
    } else cell += char;
  }
  endCell();
  return [...rows, row];
}

/** Excel pastes tabs; Swedish Excel saves semicolons, English commas. */
function separatorOf(text: string): string {
  const first = text.split('\n').find((line) => line.trim() !== '') ?? '';
  const count = (separator: string): number => first.split(separator).length;
  if (count('\t') > 1) return '\t';
  return count(';') >= count(',') ? ';' : ',';
}

/** A CSV of Swedish Excel is in UTF-8 only when somebody asked for it; else it is in the letters of Windows. */
export function textOfBytes(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** A workbook's cell as text. Spreadsheets have no zones: a moment's digits are those that somebody reads. */
export function cellText(value: unknown): string {
  if (value instanceof Date) return value.toISOString().slice(0, 19);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** .xlsx files are zip archives, and those begin with these letters. */
export function isWorkbook(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}
