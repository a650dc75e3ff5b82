import { longDay } from "../../../ui/dates.ts";
import { Facts, French, inFrench, Tag, type Tone, type View } from "../../../ui/index.ts";
import { pictureOf, SignedBy } from "../signing/parts.tsx";
import { sides, type Side } from "../signing/codes.ts";
import type { Signature } from "../signing/queries.ts";
import type { Convention } from "./queries.ts";
import { piecesOf, standingOf, type Standing } from "./rules.ts";

const tones: Record<Standing, Tone | undefined> = {
  proposed: "warning",
  signed: "info",
  valid: "success",
  ended: undefined,
  withdrawn: undefined,
};

export function StandingTag(props: { view: View; convention: Convention; today: string }) {
  const standing = standingOf(props.convention, props.today);
  const words = props.view.t(`conventions:standing.${standing}`);
  const tone = tones[standing];
  return tone ? <Tag tone={tone}>{words}</Tag> : <Tag>{words}</Tag>;
}

/** Between whom, for when, and what is agreed. */
export function Agreed({ view, convention }: { view: View; convention: Convention }) {
  const { t, lang, commune } = view;
  return (
    <>
      <Facts
        view={view}
        facts={[
          {
            term: t("conventions:one.between"),
            value: <French view={view}>{commune.name}</French>,
          },
          {
            term: t("conventions:one.and"),
            value: <French view={view}>{convention.associationName}</French>,
          },
          { term: t("conventions:one.from"), value: longDay(lang, convention.fromDay) },
          { term: t("conventions:one.until"), value: longDay(lang, convention.untilDay) },
        ]}
      />
      <div class="flow" {...inFrench(view)}>
        {piecesOf(convention.words).map((piece) =>
          "title" in piece ? <h2>{piece.title}</h2> : <p>{piece.text}</p>,
        )}
      </div>
    </>
  );
}

export type SeenSignature = Signature & { drawing: Uint8Array | undefined };

/** Who signed for each side; `children` is where one still signs. */
export function Signatures(props: {
  view: View;
  convention: Convention;
  signatures: readonly SeenSignature[];
  waiting: (side: Side) => preact.ComponentChildren;
}) {
  const { view, convention, signatures } = props;
  const { t, commune } = view;
  return (
    <>
      {sides.map((side) => {
        const one = signatures.find((signature) => signature.side === side);
        const name = side === "association" ? convention.associationName : commune.name;
        return (
          <section class="flow">
            <h2>{t("papers:slip.for", { name })}</h2>
            {one ? (
              <SignedBy view={view} signature={one} drawing={pictureOf(one.drawing)} />
            ) : (
              props.waiting(side)
            )}
          </section>
        );
      })}
    </>
  );
}
