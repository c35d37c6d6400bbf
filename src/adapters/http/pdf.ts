import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Response } from 'express';
import type { Paper, PaperColumn, PaperPart } from '../../domain/paper.ts';
import type { Language } from '../../domain/words.ts';

type Document = PDFKit.PDFDocument;

/** The library knows it and its types do not: the standard for PDFs that everybody can read. */
const accessible = 'PDF/UA' as NonNullable<PDFKit.PDFDocumentOptions['subset']>;
/** Which cells a heading belongs to; missing in the types too. */
const headOfColumn = { scope: 'Column' } as PDFKit.Mixins.StructureElementOptions;
const widestMargin = 56;
/** Sizes by which everything is multiplied until it fits on one page; the last one is the smallest that is read with ease. */
const scales = [1, 0.94, 0.88, 0.82, 0.77] as const;
const ink = '#242424';
const faint = '#616161';
const rule = '#c7c7c7';
const bodySize = 11;

/** The paper as a tagged PDF (PDF/UA): headings, lists and tables are told to those who listen, and its language too. */
export async function pdfOf(paper: Paper): Promise<Buffer> {
  for (const scale of scales) {
    const { bytes, pages } = await written(paper, scale);
    if (pages === 1 || scale === scales.at(-1)) return bytes;
  }
  throw new Error('there is no size to write in');
}

/** Answers with the paper as a file to save. */
export async function sendPaper(response: Response, paper: Paper, name: string): Promise<void> {
  const bytes = await pdfOf(paper);
  response.type('application/pdf').attachment(name).send(bytes);
}

const fonts = createRequire(import.meta.url);

function font(name: string): Buffer {
  return readFileSync(fonts.resolve(name));
}

const locales: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' };

async function written(paper: Paper, scale: number): Promise<{ bytes: Buffer; pages: number }> {
  // Loaded when somebody asks for a paper: it weighs much, and a start needs none.
  const { default: PDFDocument } = await import('pdfkit');
  const document = new PDFDocument({
    size: 'A4',
    margin: widestMargin * scale,
    pdfVersion: '1.7',
    subset: accessible,
    tagged: true,
    lang: locales[paper.language],
    displayTitle: true,
    info: { Title: paper.title },
    bufferPages: true,
  });
  const chunks: Buffer[] = [];
  const isWhole = new Promise<void>((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', resolve);
    document.on('error', reject);
  });
  document.registerFont('plain', font('@expo-google-fonts/open-sans/400Regular/OpenSans_400Regular.ttf'));
  document.registerFont('bold', font('@expo-google-fonts/open-sans/600SemiBold/OpenSans_600SemiBold.ttf'));
  new Sheet(document, scale).write(paper);
  const pages = document.bufferedPageRange().count;
  document.end();
  await isWhole;
  return { bytes: Buffer.concat(chunks), pages };
}

/** Writes the parts of a paper one below the other, each with its tag. */
class Sheet {
  readonly #document: Document;
  readonly #scale: number;
  readonly #root: PDFKit.PDFStructureElement;

  constructor(document: Document, scale: number) {
    this.#document = document;
    this.#scale = scale;
    this.#root = document.struct('Document');
    document.addStructure(this.#root);
  }

  write({ title, parts, foot }: Paper): void {
    this.#tagged('H1', () => this.#put(title, { font: 'bold', size: 20, gap: 6 }));
    for (const part of parts) this.#part(part);
    this.#tagged('P', () => this.#put(foot, { size: 8.5, colour: faint, before: 10 }));
    this.#root.end();
  }

  get #margin(): number {
    return widestMargin * this.#scale;
  }

  get #width(): number {
    return this.#document.page.width - 2 * this.#margin;
  }

  /** Goes to a new page when so much does not fit on this one. */
  #room(height: number): void {
    const document = this.#document;
    if (document.y + height > document.page.height - this.#margin) document.addPage();
  }

  #part(part: PaperPart): void {
    // A heading stays with what follows it.
    if (part.kind === 'heading') this.#room(5 * bodySize);
    if (part.kind === 'heading')
      this.#tagged('H2', () => this.#put(part.text, { font: 'bold', size: 13, before: 12, gap: 3 }));
    else if (part.kind === 'text') this.#tagged('P', () => this.#put(part.text, { gap: 4 }));
    else if (part.kind === 'list') this.#list(part.items);
    else if (part.kind === 'table') this.#table(part.columns, part.rows);
    else this.#lines(part.labels);
  }

  #tagged(tag: string, put: () => void, parent = this.#root): void {
    parent.add(this.#document.struct(tag, {}, put));
  }

  /** A text across the page, or across what is left of it beside `indent`. */
  #put(
    text: string,
    look: {
      font?: 'plain' | 'bold';
      size?: number;
      colour?: string;
      before?: number;
      gap?: number;
      indent?: number;
    } = {},
  ): void {
    const { font: name = 'plain', size = bodySize, colour = ink, before = 0, gap = 0, indent = 0 } = look;
    const document = this.#document;
    document.y += before * this.#scale;
    document
      .font(name)
      .fontSize(size * this.#scale)
      .fillColor(colour)
      .text(text, this.#margin + indent, document.y, { width: this.#width - indent, lineGap: 1.5 * this.#scale });
    document.y += gap * this.#scale;
  }

  #list(items: readonly string[]): void {
    const list = this.#document.struct('L');
    this.#root.add(list);
    const indent = 14 * this.#scale;
    for (const item of items) {
      this.#room(2 * bodySize);
      const entry = this.#document.struct('LI');
      list.add(entry);
      const top = this.#document.y;
      this.#tagged('Lbl', () => this.#put('•'), entry);
      this.#document.y = top;
      this.#tagged('LBody', () => this.#put(item, { indent, gap: 2 }), entry);
      entry.end();
    }
    list.end();
    this.#document.y += 2 * this.#scale;
  }

  #table(columns: readonly PaperColumn[], rows: readonly (readonly string[])[]): void {
    const table = this.#document.struct('Table');
    this.#root.add(table);
    this.#document.y += 2 * this.#scale;
    this.#row(table, columns, { cells: columns.map(({ title }) => title), isHead: true });
    for (const cells of rows) this.#row(table, columns, { cells, isHead: false });
    table.end();
    this.#document.y += 4 * this.#scale;
  }

  #row(
    table: PDFKit.PDFStructureElement,
    columns: readonly PaperColumn[],
    { cells, isHead }: { readonly cells: readonly string[]; readonly isHead: boolean },
  ): void {
    const document = this.#document;
    const pad = 4 * this.#scale;
    const placed = placedColumns(columns, this.#width);
    document.fontSize((isHead ? 9.5 : 10.5) * this.#scale);
    const inCells = placed.map(({ left, width, isNamed = false }, index) => {
      const [first = '', ...more] = isNamed ? (cells[index] ?? '').split('\n') : [cells[index] ?? ''];
      const texts = [
        { text: first, font: isHead || isNamed ? 'bold' : 'plain' },
        { text: more.join('\n'), font: 'plain' },
      ];
      return { left, width: width - 8, texts: texts.filter(({ text }) => text !== '') };
    });
    const heights = inCells.map(({ width, texts }) =>
      texts.reduce((sum, { text, font: name }) => sum + document.font(name).heightOfString(text, { width }), 0),
    );
    const height = Math.max(...heights) + 2 * pad;
    this.#room(height);
    const top = document.y;
    const line = document.struct('TR');
    table.add(line);
    for (const { left, width, texts } of inCells) {
      const put = () => {
        document.y = top + pad;
        for (const { text, font: name } of texts)
          document
            .font(name)
            .fillColor(isHead ? faint : ink)
            .text(text, this.#margin + left, document.y, { width });
      };
      line.add(isHead ? document.struct('TH', headOfColumn, put) : document.struct('TD', {}, put));
    }
    line.end();
    document.y = top + height;
    this.#stroke(document.y);
  }

  /** A line from edge to edge: it says nothing, so nobody is told. */
  #stroke(y: number, from = this.#margin): void {
    const document = this.#document;
    document.markContent('Artifact', { type: 'Layout' });
    document
      .moveTo(from, y)
      .lineTo(document.page.width - this.#margin, y)
      .lineWidth(0.7)
      .strokeColor(rule)
      .stroke();
    document.endMarkedContent();
  }

  #lines(labels: readonly string[]): void {
    const document = this.#document;
    for (const label of labels) {
      document.y += 10 * this.#scale;
      this.#room(2 * bodySize);
      this.#tagged('P', () => this.#put(label));
      this.#stroke(document.y, this.#margin + document.widthOfString(label) + 8);
    }
    document.y += 6 * this.#scale;
  }
}

function placedColumns(
  columns: readonly PaperColumn[],
  whole: number,
): readonly (PaperColumn & { readonly left: number; readonly width: number })[] {
  let left = 0;
  return columns.map((column) => {
    const placed = { ...column, left, width: column.share * whole };
    left += placed.width;
    return placed;
  });
}
