import type { ComponentChildren } from "preact";
import type { Ask } from "../../../platform/http/ask.ts";
import {
  allTools,
  recordWriters,
  toolName,
  type ToolsOf,
  type ToolsPart,
} from "../../associations/index.ts";
import { blankForm, Tag } from "../../../ui/index.ts";
import { associationsOf } from "../asking/sending.ts";
import { loansOf } from "../loans/queries.ts";
import { kitUrls, urls } from "../urls.ts";
import { keepers } from "../who.ts";
import { kitsOf, type Kit } from "./queries.ts";
import { heldOf, standardKitOf } from "./standard.ts";
import { kitsFor, lackingOf, type KitFor } from "./standard-rules.ts";
import { StandardChoice, StandardKits } from "./standard-view.tsx";

/** The kits one association is told of. */
export async function kitsOfAssociation(
  ask: Pick<Ask, "tx">,
  { id, lacks }: Pick<ToolsOf, "id" | "lacks">,
): Promise<{ kits: readonly Kit[]; standardId: string | undefined; told: KitFor[] }> {
  const kits = await kitsOf(ask.tx);
  if (!kits.length) return { kits, standardId: undefined, told: [] };
  const [standardId, held] = await Promise.all([standardKitOf(ask.tx, id), heldOf(ask.tx, id)]);
  return { kits, standardId, told: kitsFor(kits, { standardId, lacks, held }) };
}

/** Who says which kit is the standard one of an association. */
export const mayChoose = (ask: Ask): boolean =>
  keepers.allows(ask.person) || recordWriters.allows(ask.person);

/** The kits of an association beside its essential tools: what it has of each, what it lacks, asking for it. */
export const standardKitPart: ToolsPart = {
  whole: async (ask, { id, name, lacks, side }) => {
    const { kits, standardId, told } = await kitsOfAssociation(ask, { id, lacks });
    const choose = side === "desk" && kits.length > 0 && mayChoose(ask);
    if (!told.length && !choose) return undefined;
    const tools = await allTools(ask.tx);
    const named = (code: string) =>
      toolName(ask.t, tools.find((tool) => tool.code === code) ?? { code, name: null });
    const asks =
      side === "space" ? associationsOf(ask).some((one) => one.id === id) : keepers.allows(ask.person); // prettier-ignore
    const of = { id, name };
    return (
      <section class="flow push">
        <h2 id="kit">{ask.t(`catalogue:standard.title.${side}`)}</h2>
        <StandardKits view={ask.view} side={side} of={of} told={told} named={named} asks={asks} />
        {choose && (
          <StandardChoice
            view={ask.view}
            action={ask.view.href(kitUrls.standard(id))}
            kits={kits.filter((kit) => kit.forSupportPoints || kit.id === standardId)}
            form={{ ...blankForm, values: { kit: standardId ?? "" } }}
          />
        )}
      </section>
    );
  },
  answered: async (ask, side, ids) => {
    const told = new Map<string, ComponentChildren>();
    for (const { id, code, associationId } of await loansOf(ask.tx, { ids })) {
      const words = ask.t("equipment:loan.title", { code });
      const path = side === "space" ? urls.loan(id) : urls.deskLoan(id);
      const follows = side === "space" ? associationsOf(ask).some((one) => one.id === associationId) : keepers.allows(ask.person); // prettier-ignore
      told.set(id, follows ? <a href={ask.view.href(path)}>{words}</a> : words);
    }
    return told;
  },
  brief: async (ask, of) => {
    const { told } = await kitsOfAssociation(ask, of);
    if (!told.length) return undefined;
    return (
      <ul>
        {told.map((one) => (
          <li>
            {ask.t(one.standard ? "keeping:standard.its" : "keeping:standard.answers", {
              name: one.kit.name,
            })}{" "}
            {lackingOf(one).length === 0 ? (
              <Tag tone="success">{ask.t("catalogue:standard.whole")}</Tag>
            ) : (
              ask.t("keeping:standard.lacks", {
                things: lackingOf(one).map(({ name, quantity }) => `${quantity} × ${name}`).join(", "), // prettier-ignore
              })
            )}
          </li>
        ))}
      </ul>
    );
  },
};
