import { ActionForm, type View } from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import type { RehearsalSeen } from "./report.tsx";

/** How many units the file says are at another place: those that will move, or those that could. What cannot is told by its line. */
export const elsewhereCount = ({ plan, known }: RehearsalSeen): number =>
  plan.lines.filter(({ move, kept }) =>
    known.movable === undefined ? kept.some(({ what }) => what === "place") : move !== null,
  ).length;

/** Units the file says are at another place: they stay, unless who brings the file says that it moves them. */
export function Elsewhere({ view, seen }: { view: View; seen: RehearsalSeen }) {
  const { t, href } = view;
  const { one } = seen;
  const moves = seen.known.movable !== undefined;
  const count = elsewhereCount(seen);
  if (!count && (!moves || one.state === "applied")) return null;
  return (
    <section class="flow" aria-labelledby="ailleurs">
      <h2 id="ailleurs">{t("inventory:elsewhere.title")}</h2>
      <p>{t(moves ? "inventory:elsewhere.moves" : "inventory:elsewhere.stays", { count })}</p>
      <ActionForm
        view={view}
        action={href(urls.inventoryAnswers(one.id))}
        fields={{ deplacer: moves ? "non" : "oui" }}
        kind="secondary"
        icon={moves ? "undo" : "done"}
      >
        {t(moves ? "inventory:elsewhere.leave" : "inventory:elsewhere.take")}
      </ActionForm>
    </section>
  );
}
