import { longDay, momentWords } from "../../../ui/dates.ts";
import { ActionForm, Alert, Refused, type View } from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import type { HandoverSeen } from "./form-page.tsx";
import type { PastHandover } from "./queries.ts";
import { stillUndoable } from "./undoing.ts";

/** Changes of the board already made: what is still waiting, and the way back. */
export function PastHandovers({ view, keeper, past, now, refused }: HandoverSeen & { view: View }) {
  const { t, href } = view;
  return (
    <>
      <Refused view={view} sentence={refused} />
      {past.map((one, rank) => {
        const back = rank === 0 && stillUndoable(one, now);
        if (!back)
          return (
            <p class="soft">
              {titleOf(view, one)} {one.undone && t("space:handover.undone")}
            </p>
          );
        return (
          <Alert view={view} kind={one.settled ? "success" : "info"} title={titleOf(view, one)}>
            <p>{stateOf(view, one)}</p>
            {one.waiting > 0 && (
              <p>
                <a href={href(keeper.people)}>
                  {t("space:handover.waiting", { count: one.waiting })}
                </a>
              </p>
            )}
            <ActionForm
              view={view}
              kind="secondary"
              icon="undo"
              action={href(urls.handoverUndo(keeper.handover, one.id))}
            >
              {t("space:handover.undo")}
            </ActionForm>
          </Alert>
        );
      })}
    </>
  );
}

const titleOf = ({ t, lang }: View, { at, byName }: PastHandover): string =>
  t("space:handover.made", {
    moment: momentWords(lang, at),
    name: byName ?? t("registry:history.actor.person"),
  });

const stateOf = ({ t, lang }: View, { settled, leaveOn, leaving }: PastHandover): string =>
  settled || !leaving
    ? t("space:handover.settled")
    : leaveOn
      ? t("space:handover.dated", { day: longDay(lang, leaveOn) })
      : t("space:handover.held");
