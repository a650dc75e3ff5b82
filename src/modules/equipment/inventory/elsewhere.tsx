import { ActionForm, type View } from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import type { RehearsalSeen } from "./report.tsx";

/** Units the file says are at another place: they stay, unless who brings the file says that it moves them. */
export function Elsewhere({ view, seen }: { view: View; seen: RehearsalSeen }) {
  const { t, href } = view;
  const { one, plan, known } = seen;
  const moves = known.movable !== undefined;
  // What cannot move is told by its line: it is not counted with what will.
  const count = plan.lines.filter(({ move, kept }) =>
    moves ? move !== null : kept.some(({ what }) => what === "place"),
  ).length;
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
