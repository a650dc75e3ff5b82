import { page } from "../../../platform/http/answer.ts";
import { get, type Route } from "../../../platform/http/ask.ts";
import { associationMember } from "../../../platform/http/person.ts";
import { longDay } from "../../../ui/dates.ts";
import { Card, French, type View } from "../../../ui/index.ts";
import { designationsOf, type Designation } from "../designations/queries.ts";
import { Designated } from "../designations/told.tsx";
import { keptPage } from "../members/frame.tsx";
import { keeperInSpace, type Keeper } from "../members/keeper.ts";
import { urls } from "../urls.ts";
import { supportOf, type SupportLine } from "./queries.ts";
import { kindWords } from "./told.ts";

/** What the association received from the town hall, as its own people read it. */
export const supportInSpaceRoutes: Route[] = [
  get(urls.spaceSupport(":id"), associationMember, async (ask) => {
    const keeper = await keeperInSpace(ask);
    const lines = await supportOf(ask.tx, keeper.association.id);
    const { id } = keeper.association;
    const designations = (await designationsOf(ask.tx, [id])).get(id) ?? [];
    const kept = lines.filter(({ removedAt }) => !removedAt);
    return page(receivedPage(ask.view, { keeper, lines: kept, designations }));
  }),
];

type Seen = {
  keeper: Keeper;
  lines: readonly SupportLine[];
  designations: readonly Designation[];
};

function receivedPage(view: View, { keeper, lines, designations }: Seen): string {
  const { t, lang } = view;
  return keptPage(
    view,
    keeper,
    { title: t("support:space.title") },
    <>
      {designations.map((one) => (
        <Designated view={view} one={one} />
      ))}
      <p class="lead">{t("support:space.lead")}</p>
      {lines.length === 0 && <p>{t("support:space.none")}</p>}
      {lines.map((line) => (
        <Card title={kindWords(t, line.kind)}>
          <p>
            {t(line.by ? "support:space.onBy" : "support:space.on", {
              day: longDay(lang, line.day),
              name: line.by ?? "",
            })}
          </p>
          {line.note && (
            <p class="prose">
              <French view={view}>{line.note}</French>
            </p>
          )}
        </Card>
      ))}
    </>,
  );
}
