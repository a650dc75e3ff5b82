import assert from "node:assert/strict";
import test from "node:test";
import { readConfig } from "../../../platform/config.ts";
import { vouchedEmail } from "./rules.ts";

test("an address counts when the provider says it is verified, or is trusted to give no other", () => {
  const email = "Agent@Commune.example";
  assert.equal(vouchedEmail({ email, email_verified: true }, false), "agent@commune.example");
  assert.equal(vouchedEmail({ email }, true), "agent@commune.example");
  assert.equal(vouchedEmail({ email }, false), undefined);
  assert.equal(vouchedEmail({ email, email_verified: "true" }, false), undefined);
  assert.equal(vouchedEmail({ email, email_verified: false }, true), undefined);
  assert.equal(vouchedEmail({ email_verified: true }, true), undefined);
});

test("a provider is whole or absent, and speaks over HTTPS unless it is on this machine", () => {
  assert.equal(readConfig({}).identityProvider, undefined);
  const rest = { OIDC_CLIENT_ID: "maillage", OIDC_CLIENT_SECRET: "secret" };
  assert.throws(() => readConfig(rest), /OIDC_ISSUER/);
  assert.throws(() => readConfig({ ...rest, OIDC_ISSUER: "http://id.example" }), /https/);
  const { identityProvider } = readConfig({ ...rest, OIDC_ISSUER: "https://id.example" });
  assert.equal(identityProvider?.name, "ProConnect");
  assert.equal(identityProvider?.scopes, "openid email");
  assert.deepEqual(identityProvider?.levels, []);
});
