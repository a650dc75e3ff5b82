/** Where a convention stands: each step is a fact that is kept. */
export type Standing = "proposed" | "signed" | "valid" | "ended" | "withdrawn";

export type Dated = {
  fromDay: string;
  untilDay: string;
  withdrawnAt: Date | null;
  signedBy: { association: boolean; commune: boolean };
};

/** Valid when both have signed; over the day after its last one. */
export function standingOf({ withdrawnAt, untilDay, signedBy }: Dated, today: string): Standing {
  if (withdrawnAt) return "withdrawn";
  if (untilDay < today) return "ended";
  if (!signedBy.association) return "proposed";
  return signedBy.commune ? "valid" : "signed";
}

/** The text in pieces: a line that begins with # is a title, an empty line ends a paragraph. */
export type Piece = { title: string } | { text: string };

export function piecesOf(words: string): Piece[] {
  const pieces: Piece[] = [];
  for (const part of words.split(/\n\s*\n/)) {
    let text: string[] = [];
    const close = () => {
      if (text.length) pieces.push({ text: text.join(" ") });
      text = [];
    };
    for (const line of part.split("\n").map((one) => one.trim())) {
      if (line.startsWith("#")) {
        close();
        const title = line.replace(/^#+\s*/, "");
        if (title) pieces.push({ title });
      } else if (line) text.push(line);
    }
    close();
  }
  return pieces;
}

/** What is agreed, at most, in characters. */
export const longestWords = 12_000;
