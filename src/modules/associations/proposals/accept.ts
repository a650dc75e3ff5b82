import type { Tx } from "../../../platform/db/database.ts";
import { placeKey, placeLines } from "../../places/index.ts";
import { themes } from "../codes.ts";
import { createAssociation, type Created } from "../record/create.ts";
import { writeAll, type Origin } from "../record/write.ts";
import { placeNames, venuesWrite } from "../record/venues.ts";
import type { Proposal } from "./queries.ts";

/** Adds the association a resident proposed. A place the commune does not know stays in words, with the times. */
export async function createFromProposal(
  tx: Tx,
  proposal: Proposal,
  origin: Origin,
): Promise<Created> {
  const theme = themes.find((one) => one === proposal.theme);
  const created = await createAssociation(
    tx,
    {
      name: proposal.name ?? "",
      aims: proposal.body,
      ...(theme ? { themes: [theme] } : {}),
      ...(proposal.website ? { website: proposal.website } : {}),
    },
    origin,
  );
  const key = placeKey(proposal.place ?? "");
  const known = key
    ? (await placeLines(tx, key)).find((one) => placeKey(one.name) === key)
    : undefined;
  const schedule = [proposal.schedule, known ? null : proposal.place].filter((part) => part);
  const list = known ? [{ placeId: known.id, detail: null, position: 1 }] : [];
  await writeAll(
    tx,
    [
      {
        id: created.id,
        changes: schedule.length ? { schedule: [null, schedule.join(", ")] } : {},
        ...(known ? { venues: venuesWrite([], list, await placeNames(tx, [], [known.id])) } : {}),
      },
    ],
    origin,
    "association.edited",
  );
  return created;
}
