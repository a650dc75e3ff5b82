import type { FaultStatus } from "./platform/http/faulting.ts";
import type { View } from "./platform/http/view.ts";

/** Pages of the house when something is missing, closed, refused or broken. */
export const faultPage = (view: View, status: FaultStatus, reference: string): string =>
  `<!doctype html><html lang="${view.lang}"><title>${status}</title><h1>${status}</h1><p>${reference}</p>`;
