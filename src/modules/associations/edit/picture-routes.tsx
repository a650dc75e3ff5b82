import { safePicture, type Picture } from "../../../platform/files.ts";
import { page, redirect, type Answer } from "../../../platform/http/answer.ts";
import {
  get,
  post,
  postPrepared,
  requirePerson,
  type Ask,
  type House,
  type Route,
} from "../../../platform/http/ask.ts";
import { formState, type Problem, type Typed } from "../../../platform/http/form.ts";
import { addPicture, publish } from "../../communes/index.ts";
import { situationOf } from "../record/queries.ts";
import { differences } from "../record/rules.ts";
import { writeAll } from "../record/write.ts";
import { recordWriters } from "../rights.ts";
import { pictureWords } from "../situation/queries.ts";
import { urls } from "../urls.ts";
import { pictureKinds, picturesPage, type PictureKind } from "./picture-page.tsx";
import { byHand, requireSituation } from "./routes.tsx";

const limit = 10_500_000;
const sides: Record<PictureKind, number> = { logo: 600, photo: 1600 };

type Prepared = { picture: Picture; sha256: string } | undefined;

/** Re-encodes what was sent and keeps it, before the transaction opens. */
const prepare =
  (kind: PictureKind) =>
  async (form: Typed, house: House): Promise<Prepared> => {
    const sent = form.file(kind);
    const picture = sent && (await safePicture(sent.path, sides[kind]));
    return picture && { picture, sha256: await house.files.keep(picture.bytes) };
  };

async function answerPictures(
  ask: Ask,
  wrong?: { kind: PictureKind; problems: Problem[] },
): Promise<Answer> {
  const situation = await requireSituation(ask);
  const { logo, photo } = situation.record;
  const body = picturesPage(ask.view, {
    situation,
    alt: { logo: await pictureWords(ask.tx, logo), photo: await pictureWords(ask.tx, photo) },
    wrong: wrong && { kind: wrong.kind, form: formState(ask.form, wrong.problems) },
  });
  return page(body, wrong ? 422 : 200);
}

async function save(ask: Ask, kind: PictureKind, fileId: string | null): Promise<void> {
  const situation = await situationOf(ask.tx, ask.params["id"] ?? "", true);
  if (!situation) return;
  const changes = differences(situation.record, { [kind]: fileId });
  await writeAll(ask.tx, [{ id: situation.id, changes }], byHand(ask), "association.edited");
  await publish(ask.tx);
}

const routesOf = (kind: PictureKind): Route[] => [
  get(urls.picture(":id", kind), recordWriters, (ask) => answerPictures(ask)),

  postPrepared(
    urls.picture(":id", kind),
    recordWriters,
    limit,
    prepare(kind),
    async (ask, sent) => {
      const { record } = await requireSituation(ask);
      const typed = ask.form.get("alt").slice(0, 300);
      const alt =
        kind === "logo" ? ask.t("registry:picture.logoAlt", { name: record.name }) : typed;
      const problems: Problem[] = [];
      if (!sent) problems.push({ field: kind, sentence: ask.t("registry:problem.picture") });
      if (!alt) problems.push({ field: "alt", sentence: ask.t("registry:problem.alt") });
      if (!sent || !alt) return answerPictures(ask, { kind, problems });
      const { type, width, height, bytes } = sent.picture;
      const file = { type, width, height, bytes: bytes.length, sha256: sent.sha256 };
      const id = await addPicture(ask.tx, { ...file, alt, by: requirePerson(ask).id });
      await save(ask, kind, id);
      return redirect(
        ask.view.href(urls.picture(ask.params["id"] ?? "", kind)),
        "registry.picture_saved",
      );
    },
  ),

  post(urls.pictureRemoval(":id", kind), recordWriters, async (ask) => {
    await requireSituation(ask);
    await save(ask, kind, null);
    return redirect(
      ask.view.href(urls.picture(ask.params["id"] ?? "", kind)),
      "registry.picture_removed",
    );
  }),
];

export const pictureRoutes: Route[] = pictureKinds.flatMap(routesOf);
