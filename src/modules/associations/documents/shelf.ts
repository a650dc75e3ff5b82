import { notFound } from "../../../platform/http/answer.ts";
import { requirePerson, type Ask } from "../../../platform/http/ask.ts";
import { mayDo } from "../members/rules.ts";
import { situationOf } from "../record/queries.ts";
import { urls } from "../urls.ts";
import { agentsRead, type Paper } from "./rules.ts";

/** The papers of one association, as the person who asks may see and change them. */
export type Shelf = {
  id: string;
  name: string;
  side: "space" | "desk";
  /** Address of the list; everything else is under it. */
  base: string;
  by: Paper["by"];
  mayAdd: boolean;
  sees: (paper: Paper) => boolean;
  mayRemove: (paper: Paper) => boolean;
};

/** The association's own side: members read, those who write for it add and remove. */
export async function shelfInSpace(ask: Ask): Promise<Shelf> {
  const id = ask.params["id"] ?? "";
  const member = requirePerson(ask).associations.find((one) => one.id === id);
  const situation = member && (await situationOf(ask.tx, id));
  if (!member || !situation) return notFound();
  const writes = mayDo(member, "documents");
  return {
    id,
    name: situation.record.name,
    side: "space",
    base: urls.spaceDocuments(id),
    by: "association",
    mayAdd: writes,
    sees: () => true,
    mayRemove: () => writes,
  };
}

/** The town hall's side: what was shown to it, and what it received on paper. */
export async function shelfAtDesk(ask: Ask): Promise<Shelf> {
  const situation = (await situationOf(ask.tx, ask.params["id"] ?? "")) ?? notFound();
  return {
    id: situation.id,
    name: situation.record.name,
    side: "desk",
    base: urls.documents(situation.id),
    by: "agent",
    mayAdd: true,
    sees: agentsRead,
    mayRemove: ({ by }) => by === "agent",
  };
}
