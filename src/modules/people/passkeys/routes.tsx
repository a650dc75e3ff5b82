import { act } from "../../../platform/db/database.ts";
import { json, notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, requirePerson, type Ask, type Route } from "../../../platform/http/ask.ts";
import { anyone, signedIn } from "../../../platform/http/person.ts";
import { queueMail } from "../../../platform/mail.ts";
import { idOf } from "../identifiers.ts";
import { limited } from "../limited.ts";
import { rolesOf } from "../queries.ts";
import type { Neighbours } from "../rooms.ts";
import { signInAgain } from "../sign-in/again.tsx";
import { enter, hasAccess } from "../sign-in/entering.ts";
import { localPath } from "../sign-in/rules.ts";
import { deviceOf } from "../space/devices.ts";
import { newToken } from "../tokens.ts";
import { urls } from "../urls.ts";
import {
  countProved,
  deviceAdded,
  optionsToAdd,
  optionsToEnter,
  readAdded,
  readEntered,
} from "./ceremonies.ts";
import { deviceLetter } from "./letters.ts";
import { devicesPage } from "./pages.tsx";
import {
  addDevice,
  deviceByCredential,
  devicesOf,
  noteUse,
  openChallenge,
  removeDevice,
  useChallenge,
} from "./queries.ts";
import { limits, type PasskeyRefusal } from "./rules.ts";

const tooMany = (ask: Ask) =>
  limited(ask, { kind: "device_visitor", who: ask.ip, ...limits.visitor });

/** Entering with a device instead of a code: adding one, removing it, and the door itself. */
export const passkeyRoutes = (neighbours: Neighbours): Route[] => [
  get(urls.devices, signedIn, (ask) => show(ask)),
  post(urls.deviceChallenge, signedIn, async (ask) => {
    const limit = await tooMany(ask);
    if (limit) return limit;
    const person = requirePerson(ask);
    const known = (await devicesOf(ask.tx, person.id)).map(({ credentialId }) => credentialId);
    const challenge = await openChallenge(ask.tx, ask.now, person.id);
    return json(await optionsToAdd(ask, person, challenge, known));
  }),
  post(urls.devices, signedIn, async (ask) => {
    const limit = await tooMany(ask);
    if (limit) return limit;
    const person = requirePerson(ask);
    const answer = readAdded(ask.form.get("reponse"));
    if (!answer || !(await useChallenge(ask.tx, answer.challenge, ask.now, person.id)))
      return show(ask, "not_added");
    const added = await deviceAdded(ask, answer);
    if (!added) return show(ask, "not_added");
    const device = deviceOf(ask.request.headers.get("user-agent") ?? "");
    const outcome = await act(ask.tx, { passkey_credential_unique: "added_before" as const }, () =>
      addDevice(ask.tx, { ...added, personId: person.id, device, at: ask.now }),
    );
    if ("refused" in outcome) return show(ask, outcome.refused);
    await queueMail(ask.tx, deviceLetter(ask, person, "added", device));
    return redirect(ask.view.href(urls.devices), "people.device_added");
  }),
  post(urls.deviceRemoval(":id"), signedIn, async (ask) => {
    const person = requirePerson(ask);
    const device = await removeDevice(ask.tx, person.id, idOf(ask), ask.now);
    if (!device) return notFound();
    await queueMail(ask.tx, deviceLetter(ask, person, "removed", device));
    return redirect(ask.view.href(urls.devices), "people.device_removed");
  }),
  post(urls.enteringChallenge, anyone, async (ask) => {
    const limit = await tooMany(ask);
    return limit ?? json(await optionsToEnter(ask, await openChallenge(ask.tx, ask.now)));
  }),
  post(urls.enterWithDevice, anyone, async (ask) => {
    const limit = await tooMany(ask);
    if (limit) return limit;
    const personId = await provedBy(ask);
    if (!personId) return signInAgain(ask, neighbours, "not_entered");
    const roles = await rolesOf(ask.tx, personId);
    if (!hasAccess(roles, await neighbours.associationsOf(ask.tx, personId)))
      return signInAgain(ask, neighbours, "not_entered");
    return enter(ask, personId, newToken(), localPath(ask.form.get("suite")));
  }),
];

/** Who a device proves to be there, once. */
async function provedBy(ask: Ask): Promise<string | undefined> {
  const answer = readEntered(ask.form.get("reponse"));
  if (!answer || !(await useChallenge(ask.tx, answer.challenge, ask.now))) return undefined;
  const device = await deviceByCredential(ask.tx, answer.response.id);
  const counter = device && (await countProved(ask, answer, device));
  if (!device || counter === undefined) return undefined;
  return (await noteUse(ask.tx, device, { counter, at: ask.now })) ? device.personId : undefined;
}

async function show(ask: Ask, refused?: PasskeyRefusal): Promise<Answer> {
  const devices = await devicesOf(ask.tx, requirePerson(ask).id);
  const sentence = refused && ask.t(`people:refusal.${refused}`);
  return page(devicesPage(ask.view, { devices, refused: sentence }), refused ? 422 : 200);
}
