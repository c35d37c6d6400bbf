/** The same thing said in both languages of the product. Swedish comes first everywhere. */
export type Words = { readonly sv: string; readonly en: string };

export type Language = keyof Words;
