import type { View } from "../../../ui/index.ts";
import { partUrls, upkeepUrls } from "../urls.ts";

/** Upkeep that is due, parts to buy: how many of each. */
export type Kept = { due: number; low: number };

/** What keeps the equipment going, when there is some of it to do. */
export function Keeping({ view, kept: { due, low } }: { view: View; kept: Kept }) {
  const { t, href } = view;
  if (!due && !low) return null;
  return (
    <ul>
      {due > 0 && (
        <li>
          <a href={href(upkeepUrls.due)}>{t("keeping:upkeep.toDo", { count: due })}</a>
        </li>
      )}
      {low > 0 && (
        <li>
          <a href={href(partUrls.all)}>{t("keeping:parts.toBuy", { count: low })}</a>
        </li>
      )}
    </ul>
  );
}
