import type { View } from "../../../ui/index.ts";
import { trapName } from "./reading.ts";

/** A box out of sight and out of the tab order: only programs fill it. */
export const Trap = ({ view }: { view: View }) => (
  <div class="sr" aria-hidden="true">
    <label>
      {view.t("proposals:trap")}
      <input type="text" name={trapName} tabIndex={-1} autocomplete="off" />
    </label>
  </div>
);
