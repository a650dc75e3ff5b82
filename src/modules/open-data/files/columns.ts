import type { Lang, Translate } from "../../../platform/i18n/index.ts";

export type Cell = string | number | boolean | null;

/** What values of a row are made with. */
export type Words = { t: Translate; lang: Lang; origin: string };

/** One column of a published file: what its Table Schema says of it, and its value. */
export type Column<Row> = {
  name: string;
  type: "string" | "integer" | "number" | "boolean" | "date" | "datetime";
  format?: "uri" | "email";
  constraints?: {
    required?: boolean;
    unique?: boolean;
    minimum?: number;
    maximum?: number;
    enum?: string[];
    pattern?: string;
  };
  value: (row: Row, words: Words) => Cell;
};

/** A published table: one row of a file for each of its things, and where it is on the map. */
export type PublishedTable<Row> = {
  name: "associations" | "activites";
  columns: readonly Column<Row>[];
  positions: (row: Row) => readonly (readonly [lon: number, lat: number])[];
};

/** Several values in one cell. */
export const joined = (values: readonly (string | null | undefined)[]): string | null =>
  [...new Set(values.filter(Boolean))].join(" | ") || null;

/** Booleans as French readers write them; the schema says so. */
export const yes = "oui";
export const no = "non";
