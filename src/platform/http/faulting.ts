import { randomUUID } from "node:crypto";
import { Forbidden, NotFound } from "./answer.ts";
import type { Reception } from "./reception.ts";
import { TooLarge, typedFrom } from "./form.ts";
import { toResponse } from "./respond.ts";
import { pathOf, splitLanguage } from "./address.ts";
import type { FaultStatus, SiteParts } from "./parts.ts";

/** Answers what is missing, closed, too large or broken with a page of the house, in the commune's colours when there is one. */
export function faulter(parts: SiteParts, reception: Reception) {
  const { house } = parts;
  return async (request: Request, ip: string, fault: unknown): Promise<Response> => {
    const status = statusOf(fault);
    const reference = randomUUID().slice(0, 8);
    const path = splitLanguage(pathOf(request)).path;
    if (status === 500)
      house.log.error(
        { reference, fault: faultText(fault), method: request.method, path },
        "broken",
      );
    const html = { "content-type": "text/html; charset=utf-8" };
    try {
      const communeId = await reception.communeOf(request);
      const body = await house.database.read(communeId, async (tx) => {
        const tenant = await parts.tenantOf(tx, communeId, house.clock.now());
        const person = await reception.identify(tx, reception.tokenOf(request));
        const rest = {
          params: {},
          form: typedFrom({}),
          prepared: undefined,
          ip,
          count: () => undefined,
        };
        return parts.faultPage(
          reception.ask(tx, tenant, person, request, rest).view,
          status,
          reference,
        );
      });
      return toResponse({ status, headers: html, body }, house.config);
    } catch {
      const sentence =
        status === 404
          ? "Cette adresse ne mène à aucune commune."
          : `Le site est momentanément indisponible (${reference}).`;
      const plain = { "content-type": "text/plain; charset=utf-8" };
      return toResponse({ status, headers: plain, body: sentence }, house.config);
    }
  };
}

function statusOf(fault: unknown): FaultStatus {
  if (fault instanceof NotFound) return 404;
  if (fault instanceof Forbidden) return 403;
  if (fault instanceof TooLarge) return 413;
  return 500;
}

/** A fault for the log. A database error may quote values of a row: only its code and constraint are kept. */
function faultText(fault: unknown): string {
  if (!(fault instanceof Error)) return "unknown";
  if (!("code" in fault)) return fault.stack ?? fault.message;
  const constraint = "constraint" in fault ? String(fault.constraint) : "";
  return `${fault.name} ${String(fault.code)} ${constraint} ${fault.stack?.split("\n").slice(1, 6).join(" ") ?? ""}`;
}
