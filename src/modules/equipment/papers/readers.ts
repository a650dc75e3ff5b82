import { ownUrls, urls } from "../urls.ts";

/** Who reads the papers of a loan: the town hall, the association that lends, the one that borrows. */
export const slipReaders = ["desk", "lender", "borrower"] as const;
export type SlipReader = (typeof slipReaders)[number];

const kept = ({ deskLoan, deskSlip, deskSlipPdf }: typeof urls | typeof ownUrls) => ({
  loan: deskLoan,
  slip: deskSlip,
  pdf: deskSlipPdf,
});

/** Those who lend have it signed, and note how things are. */
export const lendersUrls = { desk: urls, lender: ownUrls, borrower: undefined } as const satisfies Record<SlipReader, unknown>; // prettier-ignore

/** Where each of them finds the loan, its slip and the paper to print. */
export const slipUrls = {
  desk: kept(urls),
  lender: kept(ownUrls),
  borrower: { loan: urls.loan, slip: urls.slip, pdf: urls.slipPdf },
} as const satisfies Record<SlipReader, unknown>;
