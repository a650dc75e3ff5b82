/** Papers an association gives once; each has one version in use. Nothing of its bank. */
export const documentKinds = ["statutes", "receipt", "board", "insurance", "convention"] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** Who may read a paper, beside the association itself. */
export const visibilities = ["association", "town_hall", "public"] as const;
export type Visibility = (typeof visibilities)[number];

export type Paper = {
  id: string;
  associationId: string;
  kind: DocumentKind;
  fileId: string;
  contentType: string;
  bytes: number;
  datedOn: string;
  expiresOn: string | null;
  visibility: Visibility;
  addedAt: Date;
  by: "association" | "agent";
  replacedAt: Date | null;
  removedAt: Date | null;
};

export const mustEnd = (kind: DocumentKind): boolean =>
  kind === "insurance" || kind === "convention";

/** Whether a paper stands on a day: begun, and not ended. */
export const isValidOn = (paper: Pick<Paper, "datedOn" | "expiresOn">, day: string): boolean =>
  paper.datedOn <= day && (paper.expiresOn === null || paper.expiresOn >= day);

/** Town hall agents read what the association shows them, and what was given to them. */
export const agentsRead = (paper: Pick<Paper, "visibility" | "by">): boolean =>
  paper.visibility !== "association" || paper.by === "agent";

/** Days before the end when the association is told. */
export const warnedDays = 30;
/** A paper that ended longer ago is old news. */
export const lateDays = 7;

export const largestPaper = 10_000_000;

/** The kind whose name in addresses this is. */
export const kindSlugs: Record<DocumentKind, string> = {
  statutes: "statuts",
  receipt: "recepisse",
  board: "bureau",
  insurance: "assurance",
  convention: "convention",
};
export const kindOfSlug = (slug: string): DocumentKind | undefined =>
  documentKinds.find((kind) => kindSlugs[kind] === slug);
