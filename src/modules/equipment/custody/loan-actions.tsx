import { Actions, ButtonLink, type View } from "../../../ui/index.ts";
import type { Loan } from "../loans/queries.ts";
import type { Side } from "../who.ts";
import type { Allocation } from "./queries.ts";

/** What may be done with a loan at the counter, what comes next first. */
export function CustodyActions(props: {
  view: View;
  side: Side;
  loan: Loan;
  units: readonly Allocation[];
}) {
  const { view, side, loan, units } = props;
  const { t, href } = view;
  const before = loan.state === "accepted" || loan.state === "prepared";
  const toCheck = units.filter((one) => one.toCheck);
  const going = before || loan.state === "out";
  if (!going && !toCheck.length) return null;
  const asked = loan.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const given = units.filter(({ state }) => state !== "set_aside" && state !== "exchanged").length;
  const link = (
    act: "handingOver" | "preparation" | "takingBack" | "exchange" | "moving",
    kind: "primary" | "secondary" | "quiet",
  ) => (
    <ButtonLink
      href={href(side.urls[act](loan.id))}
      kind={kind}
      icon={kind === "primary" ? "done" : undefined}
    >
      {t(
        act === "moving" && loan.regime === "provision"
          ? "handing:moving.provision"
          : `handing:${act}.title`,
      )}
    </ButtonLink>
  );
  return (
    <Actions>
      {before && link("handingOver", "primary")}
      {before && link("preparation", "secondary")}
      {loan.state === "out" && link("takingBack", "primary")}
      {loan.state === "out" && given < asked && link("handingOver", "secondary")}
      {loan.state === "out" && link("exchange", "secondary")}
      {toCheck.map(({ tag }, n) => (
        <ButtonLink
          href={href(side.urls.checking(tag))}
          kind={n === 0 && !going ? "primary" : "secondary"}
          icon={n === 0 && !going ? "done" : undefined}
        >
          {t("handing:board.doCheck")} {tag}
        </ButtonLink>
      ))}
      {going && link("moving", "quiet")}
    </Actions>
  );
}
