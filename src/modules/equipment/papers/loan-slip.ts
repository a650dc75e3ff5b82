import { join } from "node:path";
import { projectRoot } from "../../../platform/config.ts";
import type { Tx } from "../../../platform/db/database.ts";
import { momentWords } from "../../../ui/dates.ts";
import { euros } from "../../../ui/money.ts";
import type { Content, Printable } from "../../printing/index.ts";
import { lendingPlacesOf } from "../lending-places/queries.ts";
import type { Loan } from "../loans/queries.ts";
import { piecesWords } from "../models/one-page.tsx";
import { modelsById } from "../models/queries.ts";
import { noSignature, type Signed } from "../signing/shown.ts";

export type SlipLine = {
  quantity: number;
  name: string;
  /** What goes with one of them. */
  pieces: string | null;
  /** What a lost one costs. */
  valueCents: number | null;
};

/** What a loan slip says: the page and the paper say the same. */
export type LoanSlip = {
  code: string;
  borrower: string;
  /** The association that lends what is its own; nothing: the commune. */
  lender: string | null;
  askedBy: string | null;
  purpose: string;
  place: string;
  placeWords: string | null;
  out: Date;
  back: Date;
  lines: SlipLine[];
  /** Of all that is lent and has a price. */
  totalCents: number | null;
};

export async function loanSlip(tx: Tx, loan: Loan): Promise<LoanSlip> {
  const models = await modelsById(
    tx,
    loan.lines.map(({ modelId }) => modelId),
  );
  const lines = loan.lines.map(({ modelId, name, quantity }): SlipLine => {
    const model = models.get(modelId);
    const pieces = model && piecesWords(model);
    return {
      quantity,
      name,
      pieces: pieces ?? null,
      valueCents: model?.valueCents ?? null,
    };
  });
  const [place] = await lendingPlacesOf(tx, loan.placeId);
  const priced = lines.filter(({ valueCents }) => valueCents !== null);
  return {
    code: loan.code,
    borrower: loan.borrower,
    lender: loan.lender,
    askedBy: loan.askedBy && (await nameOf(tx, loan.askedBy)),
    purpose: loan.purpose,
    place: loan.placeName,
    placeWords: place?.words ?? null,
    out: loan.from,
    back: loan.until,
    lines,
    totalCents: priced.length
      ? priced.reduce((sum, { quantity, valueCents }) => sum + quantity * (valueCents ?? 0), 0)
      : null,
  };
}

const nameOf = async (tx: Tx, id: string): Promise<string | null> =>
  (await tx.selectFrom("person").select("name").where("person_id", "=", id).executeTakeFirst())
    ?.name ?? null;

const money = (cents: number | null): string | null =>
  cents === null ? null : euros("fr", cents / 100);

export const slipContent = (slip: LoanSlip, signed: Signed): Content => ({
  data: {
    ...slip,
    out: momentWords("fr", slip.out, true),
    back: momentWords("fr", slip.back, true),
    lines: slip.lines.map(({ valueCents, ...line }) => ({ ...line, value: money(valueCents) })),
    total: money(slip.totalCents),
    signatures: signed.data,
  },
  files: signed.files,
});

export const slipDocument: Printable = {
  kind: "bon_de_pret",
  title: (t) => t("papers:slip.title"),
  purpose: (t) => t("paperdesk:slip.purpose"),
  template: join(projectRoot, "src/modules/equipment/papers/templates/loan-slip.typ"),
  sample: () =>
    slipContent(
      {
        code: "K7M2QX",
        borrower: "Association d’exemple",
        lender: null,
        askedBy: "Camille Exemple",
        purpose: "Projeter un film aux habitants du quartier",
        place: "Maison des associations",
        placeWords: "Sonnez à l’accueil.",
        out: new Date("2026-12-04T08:00:00Z"),
        back: new Date("2026-12-07T09:00:00Z"),
        lines: [
          {
            quantity: 2,
            name: "Vidéoprojecteur",
            pieces: "2 câbles HDMI, Télécommande",
            valueCents: 45_000,
          },
          { quantity: 1, name: "Écran sur pied", pieces: null, valueCents: null },
        ],
        totalCents: 90_000,
      },
      noSignature,
    ),
};
