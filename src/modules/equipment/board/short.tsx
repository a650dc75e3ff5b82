import { shortDay } from "../../../ui/dates.ts";
import { ActionForm, Alert, Tag, type View } from "../../../ui/index.ts";
import type { Lack, Shortage } from "../reminding/lacks.ts";
import type { Notice } from "../reminding/queries.ts";
import type { OtherShelf } from "../reminding/swaps.ts";
import { urls } from "../urls.ts";

/** What lacks to a loan, what may stand for it, what its borrower was told. */
export type LackSeen = { lack: Lack; swaps: readonly OtherShelf[]; notices: readonly Notice[] };
export type ShortSeen = Omit<Shortage, "lacks"> & { lacks: readonly LackSeen[] };

/** Shelves that are short: each loan concerned, and what may stand for what it lacks. */
export function Short(props: {
  view: View;
  short: readonly ShortSeen[];
  unreachable: ReadonlySet<string>;
}) {
  const { view, short, unreachable } = props;
  const { t, href } = view;
  if (!short.length) return null;
  return (
    <Alert view={view} kind="warning" title={t("handing:board.short")}>
      <p>{t("handing:board.shortHow")}</p>
      {short.map(({ modelId, name, placeName, promised, left, lacks }) => (
        <>
          <p>
            <a href={href(urls.deskModel(modelId))}>
              {t("handing:board.shortLine", { name, place: placeName, promised, left })}
            </a>
          </p>
          <ul class="flow">
            {lacks.map((seen) => (
              <li>
                <Lacking view={view} seen={seen} mayWrite={!unreachable.has(seen.lack.loanId)} />
              </li>
            ))}
          </ul>
        </>
      ))}
    </Alert>
  );
}

function Lacking(props: { view: View; seen: LackSeen; mayWrite: boolean }) {
  const { view, seen, mayWrite } = props;
  const { t, href, lang } = view;
  const { lack, swaps, notices } = seen;
  const told = (kind: "short" | "offered") => notices.findLast((one) => one.kind === kind && one.letters > 0); // prettier-ignore
  const [warned, offered] = [told("short"), told("offered")];
  return (
    <>
      <a href={href(urls.deskLoan(lack.loanId))}>
        {t("reminding:short.loan", { borrower: lack.borrower, day: shortDay(lang, lack.from) })}
      </a>
      {", "}
      {t("reminding:short.missing", { quantity: lack.missing })}
      {!mayWrite && " "}
      {!mayWrite && <Tag icon="phone">{t("reminding:desk.toCall")}</Tag>}
      {warned && (
        <p class="hint">{t("reminding:short.told", { day: shortDay(lang, warned.sentAt) })}</p>
      )}{" "}
      {/* prettier-ignore */}
      {offered && (
        <p class="hint">
          {t("reminding:short.offeredOn", { day: shortDay(lang, offered.sentAt) })}
        </p>
      )}{" "}
      {/* prettier-ignore */}
      {swaps.map((shelf) => (
        <Swap view={view} lack={lack} shelf={shelf} mayWrite={mayWrite} />
      ))}
      {!swaps.length && (
        <p>
          {t(
            lack.owned
              ? "reminding:short.owner"
              : lack.state === "asked"
                ? "reminding:short.asked"
                : "reminding:short.none",
          )}
        </p>
      )}{" "}
      {/* prettier-ignore */}
    </>
  );
}

/** Another shelf that may stand for what lacks: done at once, or, when it is another model, asked first. */
function Swap(props: { view: View; lack: Lack; shelf: OtherShelf; mayWrite: boolean }) {
  const { view, lack, shelf, mayWrite } = props;
  const { t, href } = view;
  const { name, placeName: place } = shelf;
  const elsewhere = shelf.placeId !== lack.placeId;
  const action = href(urls.swap(lack.loanId));
  const fields = { from: lack.poolId, to: shelf.poolId };
  const what = t(`reminding:short.${elsewhere ? "elsewhere" : "instead"}`, { quantity: lack.missing, name, place }); // prettier-ignore
  return (
    <div class="row">
      <span>{what}</span>
      <ActionForm view={view} action={action} fields={{ ...fields, how: "apply" }} kind="secondary">
        {t("reminding:short.apply")}
        <span class="sr">{what}</span>
      </ActionForm>
      {mayWrite && shelf.modelId !== lack.modelId && (
        <ActionForm view={view} action={action} fields={{ ...fields, how: "offer" }} kind="quiet">
          {t("reminding:short.offer")}
          <span class="sr">{what}</span>
        </ActionForm>
      )}
    </div>
  );
}
