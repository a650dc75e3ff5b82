import { ButtonLink, French, Tag, type View } from "../../../ui/index.ts";
import { withWish, type Wish } from "../asking/address.ts";
import type { Lent } from "../asking/page.tsx";
import { urls } from "../urls.ts";
import type { Kit } from "./queries.ts";
import { kitOffer, withKit } from "./rules.ts";

type Part = { view: View; kits: readonly Kit[]; lent: readonly Lent[]; wish: Wish };

/** Kits in the catalogue, each asked for in one line. */
export function KitsPart({ view, kits, lent, wish }: Part) {
  if (!kits.length) return null;
  return (
    <section class="flow" aria-labelledby="kits">
      <h2 id="kits">{view.t("catalogue:kit.title")}</h2>
      <ul class="grid">
        {kits.map((kit) => (
          <li>
            <div class="card">
              <h3>
                <French view={view}>{kit.name}</French>
              </h3>
              {kit.forSupportPoints && (
                <p>
                  <Tag tone="info">{view.t("catalogue:kit.forSupportPoints")}</Tag>
                </p>
              )}
              <p>
                <French view={view}>{kit.purpose}</French>
              </p>
              <Things view={view} things={kit.lines} />
              {wish.days ? (
                <KitThen view={view} kit={kit} lent={lent} wish={wish} />
              ) : (
                <p class="soft">{view.t("catalogue:kit.sayWhen")}</p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

type Counted = { name: string; quantity: number };

const Things = ({ view, things }: { view: View; things: readonly Counted[] }) => (
  <ul>
    {things.map(({ name, quantity }) => (
      <li>
        {quantity} × <French view={view}>{name}</French>
      </li>
    ))}
  </ul>
);

/** Whether it is free then, all or part, what lacks, and asking for it. */
export function KitThen(
  props: Omit<Part, "kits"> & { kit: Pick<Kit, "name" | "lines">; associationId?: string },
) {
  const { view, kit, lent, wish, associationId } = props;
  const { t, href } = view;
  const offer = kitOffer(kit, lent, wish.quantities);
  const { place, lacks } = offer;
  if (!place)
    return (
      <p>
        <strong>{t("catalogue:kit.notFree")}</strong>
      </p>
    );
  const quantities = withKit(wish.quantities, offer);
  return (
    <>
      <p>
        <strong>{t(lacks.length ? "catalogue:kit.part" : "catalogue:kit.free")}</strong>{" "}
        <French view={view}>{place.name}</French>
      </p>
      {lacks.length > 0 && (
        <>
          <p>{t("catalogue:kit.lacks")}</p>
          <Things view={view} things={lacks} />
        </>
      )}
      <p>
        <ButtonLink
          href={href(withWish(urls.request, { days: wish.days, quantities, associationId }))}
          icon="next"
          kind={lacks.length ? "secondary" : "primary"}
        >
          {t(lacks.length ? "catalogue:kit.askPart" : "catalogue:kit.ask")}
          <span class="sr"> : {kit.name}</span>
        </ButtonLink>
      </p>
    </>
  );
}
